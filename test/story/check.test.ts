// "Can I post this?" from the first word to the ruling, the same on every platform.
import { expect } from 'chai'
import { story } from '../kit/stages.ts'

describe('can I post this?', () => {
  story('questions lead to a ruling with reasons that cite', async ({ teacher }) => {
    const start = await teacher.says('can I post this?')
    expect(start.last.title).to.equal('Can I post this?')
    await teacher.presses('The school, or people from it')
    await teacher.presses('My own account')
    const { last } = await teacher.presses('A pupil')
    expect(last.title).to.match(/don’t|do not/i)
    expect(last.text).to.include('Social Media Policy A1.1, edition October 2015')
    expect(last.text).to.include('not permission')
  })

  story('an answer can be changed without losing the others', async ({ teacher }) => {
    await teacher.says('can I post this?')
    await teacher.presses('The school, or people from it')
    await teacher.presses('My own account')
    const verdict = await teacher.presses('A pupil')
    const change = verdict.last.buttons.find(
      (label) => label.startsWith('Change') && verdict.last.text.includes('My own account'),
    )
    expect(change, verdict.last.buttons.join(' | ')).to.be.a('string')
  })

  story('answers that contradict each other after a late change are asked about', async ({ teacher }) => {
    await teacher.says('can I post this?')
    await teacher.presses('The school, or people from it')
    await teacher.presses('My own account')
    await teacher.presses('A pupil')
    await teacher.presses('Change 2')
    const asked = await teacher.presses('Something else')
    expect(asked.last.title).to.equal('Which of these is right?')
    expect(asked.last.text).to.include('Who: A pupil').and.include('Nothing is ruled yet')
    await teacher.presses('Change “About”')
    const { last } = await teacher.presses('The school, or people from it')
    expect(last.title).to.match(/don’t|do not/i)
    await teacher.presses('Change 2')
    await teacher.presses('Something else')
    const dropped = await teacher.presses('“Who” no longer holds')
    expect(dropped.last.title).to.equal('Tick what applies, leave the rest')
    expect(dropped.last.text).to.not.include('A pupil')
  })

  story('a draft is looked at, its findings shown, and the draft itself nowhere', async ({ teacher, world }) => {
    await teacher.says('can I post this?')
    const { last, cards } = await teacher.fills(
      { 'Paste your draft (it is not kept)': 'Ring Zebedee on 07700 900123 or write to rg22 4hs' },
      'Look at my draft',
    )
    expect(last.text).to.include('I can see a phone number.').and.include('I can see a postcode.')
    expect(JSON.stringify(cards)).to.not.include('Zebedee')
    expect(world.logged.join()).to.not.include('Zebedee')
  })

  story('a draft sent with the question is read at once', async ({ teacher }) => {
    const { last } = await teacher.says('Can I post this: our Year 9 sports day was brilliant, call 07700 900123')
    expect(last.text).to.include('I can see a phone number.').and.include('I can see a year group')
  })

  story('a threat ends the check at once, with what to do', async ({ starter }) => {
    await starter.says('check')
    await starter.presses('Something was sent to me')
    const { last } = await starter.presses('A threat')
    expect(last.text).to.include('Social Media Policy 7.a')
    expect(last.text).to.match(/do not delete emails/)
  })

  story('a union matter is not for this tool, and never ends in "do not"', async ({ starter }) => {
    await starter.says('check')
    const { last } = await starter.presses('Union business')
    expect(last.text).to.match(/union representative/)
    expect(last.text).to.not.match(/do not post|don’t post/i)
  })

  story('"I don’t know" leads to somebody to ask, never to a go-ahead', async ({ starter }) => {
    await starter.says('check')
    let screen = await starter.presses('I don’t know')
    for (let step = 0; step < 15 && screen.last.buttons.includes('I don’t know'); step++) {
      screen = await starter.presses('I don’t know')
    }
    expect(screen.last.text).to.include('Senior Leadership Team')
    expect(screen.last.title).to.match(/ask/i)
  })

  story('every check can be asked for by its name, and by what it is about', async ({ teacher }) => {
    expect((await teacher.says('new class account')).last.title).to.equal('A new class account, app or AI tool')
    expect((await teacher.says('check replying to a parent')).last.title).to.equal('Replying to a parent online')
    const { last } = await teacher.says('A parent has written to me. How do I reply to a parent?')
    expect(last.buttons).to.include('Check this with me')
    expect((await teacher.presses('Check this with me')).last.title).to.equal('Replying to a parent online')
  })

  story('a section leads to the checks that speak of it', async ({ teacher }) => {
    await teacher.says('sections')
    const section = (await teacher.screen()).last.buttons.find((label) => label.startsWith('7.b')) ?? '7.b'
    expect((await teacher.presses(section)).last.buttons).to.include('Check this with me')
    const { last } = await teacher.presses('Check this with me')
    expect(last.title).to.equal('What would you like to check?')
    expect(last.buttons).to.include('A post about me or a pupil')
    const chosen = await teacher.presses('A post about me or a pupil')
    expect(chosen.last.text).to.include('What was posted or sent?')
  })

  story('a photo of a trip takes four presses', async ({ teacher }) => {
    const { last } = await teacher.says('can I post this?')
    expect(last.buttons).to.include.members(['Something was sent to me', 'Replying to a parent online'])
    await teacher.presses('The school, or people from it')
    await teacher.presses('A school account or site')
    const list = await teacher.presses('A pupil')
    expect(list.last.text).to.include('So far: “Ask first”. It can still become “Please do not post this”.')
    expect((await teacher.presses('Go on')).last.title).to.equal('Ask first')
  })

  story('a ruling can be quoted to a senior leader, who checks it', async ({ teacher, slt }) => {
    await teacher.says('can I post this?')
    await teacher.presses('The school, or people from it')
    await teacher.presses('My own account')
    const { last } = await teacher.presses('A pupil')
    const [, line = ''] = /To quote this, and to have it checked: (.*)/.exec(last.text) ?? []
    const checked = await slt.says(line)
    expect(checked.last.title).to.equal('That reference is right')
    expect(checked.last.text).to.include('“Please do not post this”')
    expect((await slt.says(line.replace('pupil-own-account', 'own-life'))).last.title).to.match(/do not know/)
    expect((await teacher.says(line)).last.text).to.not.include('Please do not post this')
  })
})
