// A person answers: a question goes to whoever is responsible and the answer comes back, on every platform, and nobody
// else can read it.
import { expect } from 'chai'
import { story } from '../kit/stages.ts'
import type { Hand, World } from '../kit/story.ts'

const asks = async (teacher: Hand, words = 'May I bring my llama to the summer fair?') => {
  await teacher.says('May I park my helicopter on the playing field?')
  await teacher.presses('Ask a person')
  return teacher.fills({ 'What you ask': words }, 'Send it')
}

const takes = async (slt: Hand) => {
  await slt.screen()
  return slt.presses('I’ll take it')
}

async function named({ ports: { people } }: World, name: string) {
  for (const practice of [false, true]) {
    const found = (await people.list({ practice, most: 100 })).find((each) => each.name === name)
    if (found !== undefined) return found
  }
  throw new Error(`nobody is called ${name}`)
}

/** Makes somebody a senior leader, whether invented or real. */
async function lead(world: World, name: string) {
  await world.ports.people.put([{ ...(await named(world, name)), roles: ['staff', 'slt'] }])
}

describe('asking a person', () => {
  story('who gets it and what goes is shown first, and what goes can be written anew', async ({ teacher, slt }) => {
    const question = 'May I park my helicopter on the playing field?'
    const answered = await teacher.says(question)
    expect(answered.last.buttons).to.include('Ask a person')
    const before = await teacher.presses('Ask a person')
    expect(before.last.text)
      .to.include('It would go to Joanne Clarke (the senior leadership team).')
      .and.include('They see your name and what you write as soon as they take it.')
      .and.include('Nobody else can read it. It is kept until it is closed, and for 90 days after that.')
      .and.include('You should hear by 26 November 2026.')
    const { last } = await teacher.fills({ 'What you ask': 'May I bring my llama?' }, 'Send it')
    expect(last.title).to.include('Sent')
    expect(last.text).to.include('It has gone to Joanne Clarke (the senior leadership team).')
    const offered = await slt.screen()
    expect(offered.last.title).to.include('Somebody asks a person')
    expect(offered.last.text).to.not.match(/Daniel|llama|helicopter/)
    const taken = await takes(slt)
    expect(taken.last.text)
      .to.include('Daniel Hughes')
      .and.include('May I bring my llama?')
      .and.not.include('helicopter')
  })

  story('it is taken, answered, replied to, and closed by whoever asked', async ({ teacher, slt, world }) => {
    await asks(teacher)
    await takes(slt)
    expect((await teacher.screen()).last.text).to.include('Joanne Clarke has taken what you asked')
    await slt.presses('Answer')
    const sent = await slt.fills({ 'Your answer': 'Only on a lead.' }, 'Send the answer')
    expect(sent.last.text).to.include('You have answered Daniel Hughes.')
    const heard = await teacher.screen()
    expect(heard.last.text).to.include('Joanne Clarke has answered you.').and.include('Only on a lead.')
    await teacher.screen()
    await teacher.presses('Write back')
    await teacher.fills({ 'What you want to add': 'How long may the lead be?' }, 'Send')
    expect((await slt.screen()).last.text)
      .to.include('Daniel Hughes has written back.')
      .and.include('How long may')
    await slt.presses('Answer')
    await slt.fills({ 'Your answer': 'Two metres.' }, 'Send the answer')
    await teacher.screen()
    const closed = await teacher.presses('That helped: close it')
    expect(closed.last.text).to.include('Closed by whoever asked.')
    expect((await slt.screen()).last.text).to.include('It was closed.')
    expect(world.logged.join('\n')).to.not.match(/llama|lead|metres/)
  })

  story('it is asked back, and answered from “my cases”', async ({ teacher, slt }) => {
    await asks(teacher)
    await takes(slt)
    await slt.presses('Ask back')
    await slt.fills({ 'Your question to them': 'How tall is it?' }, 'Send it back')
    expect((await teacher.says('my cases')).last.text)
      .to.include('A question')
      .and.include('waits for whoever asked')
    const opened = await teacher.presses('Open')
    expect(opened.last.text).to.include('Joanne Clarke would like to know more.').and.include('How tall is it?')
    await teacher.presses('Reply')
    await teacher.fills({ 'What you want to add': 'As tall as me.' }, 'Send')
    expect((await slt.screen()).last.text).to.include('As tall as me.')
  })

  story('it is passed on to another, and whoever had it reads it no more', async ({ teacher, slt, starter, world }) => {
    await lead(world, 'Priya Nair')
    await asks(teacher)
    await takes(slt)
    await slt.presses('Pass it on')
    const { people } = world.ports
    const priya = await named(world, 'Priya Nair')
    const passed = await slt.fills(
      { 'To whom': priya.id, 'A word to them, if you like': 'Yours, I think.' },
      'Pass it on',
    )
    expect(passed.last.text).to.include('Passed on to Priya Nair.')
    expect((await teacher.screen()).last.text).to.include('was passed on to somebody who can answer it better')
    const taken = await takes(starter)
    expect(taken.last.text).to.include('llama').and.include('Yours, I think.')
    expect((await slt.says('my cases')).last.text).to.match(/[Nn]obody is waiting for you/)
    expect(await people.byId(priya.id)).to.not.equal(undefined)
  })

  story(
    'of two who answer at once the second is told, and nothing of theirs is lost',
    async ({ teacher, slt, starter, world }) => {
      await lead(world, 'Priya Nair')
      await asks(teacher)
      await slt.screen()
      await starter.screen()
      await slt.presses('I’ll take it')
      const told = await starter.screen()
      expect(told.last.text).to.include('Joanne Clarke has taken it.')
      // This replaced the card that offered the case, so no button is left to press.
      expect(told.cards.flatMap(({ buttons }) => buttons)).to.not.include('I’ll take it')
      await slt.presses('Answer')
      await teacher.screen()
      await teacher.presses('Add something')
      await teacher.fills({ 'What you want to add': 'It is a small one.' }, 'Send')
      await slt.screen()
      const again = await slt.fills({ 'Your answer': 'No llamas.' }, 'Send the answer')
      expect(again.last.title).to.include('Nothing was sent yet')
      expect(again.last.text).to.include('Somebody has written meanwhile.').and.include('It is a small one.')
      await slt.fills({ 'Your answer': 'A small one, yes.' }, 'Send the answer')
      expect((await teacher.screen()).last.text)
        .to.include('A small one, yes.')
        .and.not.include('No llamas.')
    },
  )

  story(
    'whoever asked no longer needs it: the cards that offered it say so',
    async ({ teacher, slt, starter, world }) => {
      await lead(world, 'Priya Nair')
      await asks(teacher)
      for (const hand of [slt, starter]) expect((await hand.screen()).last.buttons).to.include('I’ll take it')
      await teacher.says('my cases')
      await teacher.presses('Open')
      await teacher.presses('I no longer need it')
      for (const hand of [slt, starter]) {
        const { cards, last } = await hand.screen()
        expect(last.text).to.include('There is nothing more for you to do.')
        expect(cards.flatMap(({ buttons }) => buttons)).to.not.include('I’ll take it')
      }
    },
  )

  story(
    'an answer is proposed as a known question; taken up, it answers the next who asks, and can be withdrawn',
    async ({ teacher, slt, starter }) => {
      const question = 'May I bring my llama called Barnaby to the fair?'
      await asks(teacher, question)
      await takes(slt)
      await slt.presses('Answer')
      await slt.fills({ 'Your answer': 'Only on a lead.' }, 'Send the answer')
      const before = await slt.presses('Keep it for the next who asks')
      expect(before.last.text).to.include('Nothing of your answer, and no name, is kept.')
      const none = await slt.fills({ 'The section that answers it': '99.z' }, 'Propose it')
      expect(none.last.title).to.include('Nothing was proposed yet')
      await slt.fills(
        { 'The question': 'May I bring a llama to the fair?', 'The section that answers it': '6.d' },
        'Propose it',
      )
      expect((await slt.screen()).last.title).to.include('Proposed')
      await slt.says('proposals')
      await slt.presses('Take it up')
      expect((await starter.says('May I bring a llama to the fair?')).last.title).to.match(/^6\.d /)
      await slt.presses('Withdraw it')
      expect((await starter.says('May I bring a llama to the fair?')).last.title).to.not.match(/^6\.d /)
    },
  )

  story(
    'an answer stands as the school’s own note beside a section once it is taken up, until it is withdrawn',
    async ({ teacher, slt, starter, world }) => {
      const marked = 'The school’s own note, not part of the policy: Llamas come to the back gate, says […] […].'
      const reads = async () => (await starter.says('6.d')).last.text
      const plainly = await reads()
      await asks(teacher)
      await takes(slt)
      await slt.presses('Answer')
      await slt.fills({ 'Your answer': 'Llamas come to the back gate, says Daniel Hughes.' }, 'Send the answer')
      const before = await slt.presses('Propose it as a note')
      expect(before.last.text).to.include('It is shown with your role and without your name.')
      const none = await slt.fills(
        { 'The section it stands beside': '6.d', 'Until which day': '2036-01-01' },
        'Propose it',
      )
      expect(none.last.title).to.include('Nothing was proposed yet')
      expect(none.last.text).to.include('a year from now at most')
      const until = { 'The section it stands beside': '6.d', 'Until which day': '2026-12-18' }
      const proposed = await slt.fills(until, 'Propose it')
      expect(proposed.last.text)
        .to.include('by the senior leadership team, until 18 December 2026')
        .and.not.include('Daniel')
      expect(await reads()).to.equal(plainly)
      expect((await slt.says('proposals')).last.text).to.include('1 proposal waits')
      expect((await slt.presses('Take up the note')).last.text).to.include('From now on the note stands below')
      expect(await reads())
        .to.include(marked)
        .and.include('Written by the senior leadership team. It stands until 18 December 2026.')
      expect((await starter.presses('Read the whole section')).last.text).to.include(marked)
      await slt.says('proposals')
      expect((await slt.presses('Withdraw the note')).last.text).to.include('Nobody is shown that note.')
      expect(await reads()).to.equal(plainly)
      expect(world.logged.join('\n')).to.not.include('back gate')
    },
  )

  story('nobody else reads it, takes it, or learns that it is there', async ({ teacher, slt, starter }) => {
    await asks(teacher)
    await takes(slt)
    expect((await starter.says('my cases')).last.text).to.include('You have not asked anybody')
    expect((await slt.says('my cases')).last.text).to.include('1 for you to answer')
  })

  story('the digest counts open cases, and says nothing of whose they are', async ({ teacher, slt }) => {
    const said = 'One case is open: 1 is not taken yet, 0 are past the day by which somebody should hear.'
    expect((await slt.says('digest')).last.text).to.not.include('case')
    await asks(teacher)
    const { last } = await slt.says('digest')
    expect(last.text)
      .to.include(said)
      .and.not.match(/llama|Daniel/)
  })

  story('nothing is sent without a word written', async ({ teacher, slt }) => {
    await teacher.says('May I park my helicopter on the playing field?')
    await teacher.presses('Ask a person')
    const { last } = await teacher.fills({ 'What you ask': '   ' }, 'Send it')
    expect(last.title).to.include('Nothing was sent yet')
    expect((await slt.says('my cases')).last.text).to.include('nobody is waiting for you')
  })

  story(
    'what sounds urgent is helped with at once, and goes to the safeguarding lead if they press again',
    async ({ teacher, slt }) => {
      const urgent = await asks(teacher, 'A pupil in my form says she wants to kill herself')
      expect(urgent.cards.some(({ text }) => text.includes('Steps with a section after them'))).to.equal(true)
      await teacher.fills({ 'What you ask': 'A pupil in my form needs help' }, 'Send it')
      expect((await slt.screen()).last.title).to.include('A safeguarding matter for you')
    },
  )
})
