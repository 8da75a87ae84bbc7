// "Can I post this?" from the first word to the ruling, the same on every platform.
import { expect } from 'chai'
import { story } from '../kit/stages.ts'

describe('can I post this?', () => {
  story('questions lead to a ruling with reasons that cite', async ({ teacher }) => {
    const start = await teacher.says('can I post this?')
    expect(start.last.title).to.equal('Can I post this?')
    await teacher.presses('Ask me the questions instead')
    await teacher.presses('The school or people from it')
    await teacher.presses('On my own account')
    const { last } = await teacher.presses('A pupil')
    expect(last.title).to.match(/don’t|do not/i)
    expect(last.text).to.include('Social Media Policy A1.1, edition October 2015')
    expect(last.text).to.include('not permission')
  })

  story('an answer can be changed without losing the others', async ({ teacher }) => {
    await teacher.says('can I post this?')
    await teacher.presses('Ask me the questions instead')
    await teacher.presses('The school or people from it')
    await teacher.presses('On my own account')
    const verdict = await teacher.presses('A pupil')
    const change = verdict.last.buttons.find(
      (label) => label.startsWith('Change') && verdict.last.text.includes('On my own account'),
    )
    expect(change, verdict.last.buttons.join(' | ')).to.be.a('string')
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
    await starter.presses('Ask me the questions instead')
    const { last } = await starter.presses('Union business')
    expect(last.text).to.match(/union representative/)
    expect(last.text).to.not.match(/do not post|don’t post/i)
  })

  story('"I don’t know" leads to somebody to ask, never to a go-ahead', async ({ starter }) => {
    await starter.says('check')
    let screen = await starter.presses('Ask me the questions instead')
    for (let step = 0; step < 15 && screen.last.buttons.includes('I don’t know'); step++) {
      screen = await starter.presses('I don’t know')
    }
    expect(screen.last.text).to.include('Senior Leadership Team')
    expect(screen.last.title).to.match(/ask/i)
  })
})
