// A new starter from the first greeting to the receipt, and what can happen on the way. The same on every platform.
import { deedsIn } from '../kit/evidence.ts'
import { expect } from 'chai'
import { theLibrary, withNewEdition } from '../kit/library.ts'
import { story } from '../kit/stages.ts'
import type { Hand, Screen } from '../kit/story.ts'
import type { Day } from '../../src/kit/days.ts'

const statements = /^I have read|^I understand that/

/** Fills in everything correctly and presses `submit`; fields in `given` take precedence. */
async function signs(hand: Hand, given: Readonly<Record<string, string>> = {}, submit = 'Sign'): Promise<Screen> {
  const { last } = await hand.screen()
  const ticks = last.text.split('\n').filter((line, at, all) => statements.test(line) && all.lastIndexOf(line) === at)
  return hand.fills(
    { ...Object.fromEntries(ticks.map((line) => [line, 'yes'])), 'Your name, typed in full': 'Priya Nair', ...given },
    submit,
  )
}

async function readsOn(hand: Hand, until: string): Promise<Screen> {
  let screen = await hand.screen()
  for (let step = 0; step < 40 && !screen.last.buttons.includes(until); step++) screen = await hand.presses('Next')
  return screen
}

describe('reading and signing', () => {
  story('a new starter reads section by section, signs, and has a receipt', async ({ starter, stage }) => {
    const hello = await starter.says('hello')
    expect(hello.last.text).to.include('You have not signed the Social Media Policy')
    const first = await starter.presses('Start reading')
    expect(first.last.title).to.match(/1 Context$/)
    expect(first.last.text).to.match(/Section 1 of \d+/)
    expect(first.last.text).to.match(/About \d+ minutes to go/)
    expect(first.last.text).to.include('In short: Where this policy comes from')
    expect((await starter.presses('Next')).last.text).to.match(/Section 2 of \d+/)
    expect((await starter.presses('Back')).last.text).to.match(/Section 1 of \d+/)
    await readsOn(starter, 'Go to the declaration')
    const declaration = await starter.presses('Go to the declaration')
    for (const line of declaration.last.text.split('\n').filter((each) => statements.test(each)))
      expect(declaration.last.text.split(line), line).to.have.lengthOf(2)
    expect(declaration.last.text).to.include('any Senior Leadership Team member')
    expect(declaration.last.text).to.not.include('You have not read the whole policy')
    expect(declaration.last.buttons).to.include.members([
      'Sign',
      'Ask the SLT a question',
      'Raise a concern',
      'Decline',
    ])

    const signed = await signs(starter)
    const thanks = signed.cards.find(({ title }) => title.includes('Thank you, Priya'))
    expect(thanks?.text).to.include('on 23 November 2026')
    const receipt = signed.cards.find(({ title }) => title.includes('Your receipt'))
    expect(receipt?.text).to.match(/Verification code: ([0-9a-f]{4}-){4}[0-9a-f]{4}/)
    expect(receipt?.text).to.include('By: Priya Nair').and.include('23 November 2026 at 09:00:00')
    const again = await starter.says('my receipt')
    expect(again.last.text).to.equal(receipt?.text)
    for (const card of [thanks, receipt])
      expect(card?.title.startsWith('PRACTICE: '), card?.title).to.equal(stage.platform === 'web')
    expect((await starter.says('status')).last.text).to.include(
      'You signed the Social Media Policy on 23 November 2026',
    )
  })

  story('reading is left and taken up again where it was left', async ({ starter }) => {
    await starter.says('read and sign')
    await starter.presses('Next')
    await starter.presses('Next')
    await starter.presses('Ask about this')
    await starter.says('what are the main risks of social media?')
    const { last } = await starter.says('read and sign')
    expect(last.text).to.include('You go on where you left off.')
    expect(last.text).to.match(/Section 3 of \d+/)
    expect((await starter.says('status')).last.text).to.include('2 sections so far')
  })

  story('a question on the way is answered, and the section stays', async ({ starter }) => {
    await starter.says('read and sign')
    const asked = await starter.presses('Ask about this')
    expect(asked.last.title).to.equal('Ask about 1 Context')
    const answered = await starter.fills({ 'Your question': 'who has to follow the social media policy?' }, 'Ask')
    expect(answered.cards.some(({ title }) => title.startsWith('4 '))).to.equal(true)
    expect(answered.cards.some(({ title }) => title.endsWith('1 Context'))).to.equal(true)
  })

  story('signing twice is harmless', async ({ starter, world }) => {
    await starter.says('sign')
    await signs(starter)
    world.clock.set('2026-12-01T09:00:00Z')
    const { last } = await starter.says('sign')
    expect(last.title).to.include('You have signed this already')
    expect(last.text).to.include('You signed this on 23 November 2026')
  })

  story.except(
    'teams',
    'Teams itself keeps a form that is not complete',
    'a statement that is not ticked is asked for, and nothing typed is lost',
    async ({ starter, world }) => {
      await starter.says('sign')
      const { last } = await signs(starter, {
        'I understand that, in some circumstances, police or social care may investigate inappropriate use of social media.':
          '',
      })
      expect(last.title).to.include('Not signed yet')
      expect(last.text).to.include('One statement is not ticked.').and.include('Tick this if you stand by it.')
      expect(await deedsIn(world.ports.journal)).to.have.lengthOf(0)
      // The name is still there, and so are the other ticks.
      const third =
        'I understand that, in some circumstances, police or social care may investigate inappropriate use of social media.'
      const signed = await starter.fills({ [third]: 'yes' }, 'Sign')
      expect(signed.cards.some(({ title }) => title.includes('Thank you, Priya'))).to.equal(true)
    },
  )

  story(
    'how much was opened before signing, when, and how they came in are sealed with the signature',
    async ({ starter, world, stage }) => {
      const sealed = async () => (await deedsIn(world.ports.journal)).at(-1)?.fact
      await starter.says('hello')
      const { last: begun } = await starter.presses('Start reading')
      const of = Number(/Section 1 of (\d+)/.exec(begun.text)?.[1])
      await starter.presses('Next')
      world.clock.set('2026-11-24T10:30:00Z')
      await starter.presses('Next')
      await starter.says('sign')
      await signs(starter)
      const fact = await sealed()
      if (fact?.kind !== 'signed') throw new Error('nothing was signed')
      const { first, last, ...read } = fact.read ?? { opened: 0, of: 0 }
      expect(read).to.deep.equal({ opened: 2, of })
      expect([first?.slice(0, 10), last?.slice(0, 16)]).to.deep.equal(['2026-11-23', '2026-11-24T10:30'])
      expect([fact.how, fact.platform]).to.deep.equal([stage.platform === 'web' ? 'page' : 'chat', stage.platform])
      expect(fact.named).to.equal('alike')
      const receipt = (await starter.says('my receipt')).last.text
      expect(receipt).to.include(`2 of ${of} sections`)
    },
  )

  story('a name that is unlike is asked about once', async ({ starter, world }) => {
    await starter.says('sign')
    const { last } = await signs(starter, { 'Your name, typed in full': 'Batman' })
    expect(last.title).to.include('Is that your name?')
    expect(last.text).to.include('The school knows you as Priya Nair')
    expect(await deedsIn(world.ports.journal)).to.have.lengthOf(0)
    const signed = await starter.presses('Yes, sign with this name')
    expect(signed.cards.find(({ title }) => title.includes('Your receipt'))?.text).to.include('Name typed: Batman')
  })

  story('the name of somebody else here is refused, and cannot be stood by', async ({ starter, teacher, world }) => {
    await teacher.says('status')
    await starter.says('sign')
    for (const typed of ['Daniel Hughes', 'hughes, DANIEL']) {
      const { last } = await signs(starter, { 'Your name, typed in full': typed })
      expect(last.title).to.include('That is somebody else’s name')
      expect(last.text).to.include('The school knows you as Priya Nair: sign with your own name.')
      expect(last.buttons.join()).to.not.include('Yes, sign with this name')
    }
    expect(await deedsIn(world.ports.journal)).to.have.lengthOf(0)
    const { last } = await signs(starter)
    expect(last.text + last.title).to.not.include('Daniel')
    expect(await deedsIn(world.ports.journal)).to.have.lengthOf(1)
  })

  story(
    'an edition that was replaced in between is not signed: the new one is shown, with what changed',
    async ({ starter, world }) => {
      await starter.says('sign')
      world.clock.set('2026-12-02T09:00:00Z')
      const { last } = await signs(starter)
      expect(last.title).to.include('There is a new edition')
      expect(last.text).to.include('What changed since October 2015').and.include('3 Objectives: changed')
      expect(await deedsIn(world.ports.journal)).to.have.lengthOf(0)
      const read = await starter.presses('Read and sign the new edition')
      expect(read.last.text).to.include('edition December 2026')
    },
    { library: withNewEdition(theLibrary(), { id: '2026-12', published: '2026-12-01' as Day }) },
  )

  story(
    'whoever signs again reads only what has changed since, and is told what that is',
    async ({ starter, world }) => {
      await starter.says('sign')
      await signs(starter)
      world.clock.set('2026-12-01T09:00:00Z')
      const { last } = await starter.says('read and sign')
      expect(last.title).to.match(/3 Objectives$/)
      expect(last.text).to.match(/Section 1 of 1/)
      expect(last.text).to.include(
        'You signed edition October 2015. Only what is new or has changed since is to be read.',
      )
      expect(last.text).to.include('3 Objectives: changed').and.include('It reads otherwise.')
      await starter.presses('Go to the declaration')
      await signs(starter)
      expect((await starter.says('status')).last.text).to.include('on 1 December 2026')
    },
    { library: withNewEdition(theLibrary(), { id: '2026-12', published: '2026-12-01' as Day }) },
  )

  story(
    'a concern is recorded and passed to SLT in private, and is no signature',
    async ({ starter, slt, teacher }) => {
      await starter.says('sign')
      await starter.presses('Raise a concern')
      expect((await starter.fills({ 'Your concern': '…' }, 'Send my concern')).last.text).to.include(
        'Write a few words first.',
      )
      const { last } = await starter.fills({ 'Your concern': 'My union has not seen this yet.' }, 'Send my concern')
      expect(last.title).to.include('Your concern is recorded')
      expect(last.text).to.include('passed to the senior leadership team').and.include('does not count as signing')
      const told = await slt.screen()
      expect(told.last.text).to.include('Priya Nair raises a concern').and.include('My union has not seen this yet.')
      expect(JSON.stringify(await teacher.screen())).to.not.include('union')
      expect((await starter.says('status')).last.text).to.include('You raised a concern')
      await starter.says('sign')
      await signs(starter)
      expect((await starter.says('status')).last.text).to.include('You signed the Social Media Policy')
    },
  )

  story('whoever has signed can still raise a concern, and stays signed', async ({ starter, slt, world }) => {
    await starter.says('sign')
    await signs(starter)
    expect((await starter.says('sign')).last.buttons).to.include('Ask the SLT a question')
    const form = await starter.presses('Raise a concern')
    expect(form.last.text).to.include('Your signature stands.').and.not.include('does not count as signing')
    const { last } = await starter.fills({ 'Your concern': 'My phone was lost.' }, 'Send my concern')
    expect(last.title).to.include('Your concern is recorded')
    expect(last.text).to.include('Your signature stands as it is.').and.not.include('You can still sign')
    expect((await slt.screen()).last.text)
      .to.include('Priya Nair raises a concern after signing')
      .and.include('My phone was lost.')
      .and.include('Their signature stands.')
    expect((await starter.says('status')).last.text).to.include('You signed the Social Media Policy')
    expect(await deedsIn(world.ports.journal)).to.have.lengthOf(2)
  })

  story('declining is recorded, and can be thought over', async ({ starter, slt }) => {
    await starter.says('sign')
    await starter.presses('Decline')
    const { last } = await starter.presses('Decline')
    expect(last.title).to.include('Recorded: you decline to sign')
    expect((await slt.screen()).last.text)
      .to.include('Priya Nair declines to sign')
      .and.include('They gave no reason.')
    expect((await starter.says('status')).last.text).to.include('You declined to sign')
  })

  story('whoever has not signed has no receipt', async ({ starter, world }) => {
    expect((await starter.says('my receipt')).last.title).to.include('No receipt yet')
    expect(await deedsIn(world.ports.journal)).to.have.lengthOf(0)
  })
})
