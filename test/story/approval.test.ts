// A ruling of "Ask first", followed by asking right there: the draft is kept only once somebody presses Send, is
// decided on, and then disappears everywhere.
import { expect } from 'chai'
import { story } from '../kit/stages.ts'
import type { Hand } from '../kit/story.ts'

const draft = 'Our year nine built a zeppelin today, and it flew.'

/** Goes through the check to a ruling that says to ask first. */
async function ruled(teacher: Hand) {
  await teacher.says('check')
  await teacher.presses('The school, or people from it')
  await teacher.presses('A school account or site')
  await teacher.presses('A pupil')
  return teacher.presses('Go on')
}

async function sends(teacher: Hand) {
  await ruled(teacher)
  await teacher.presses('Ask for a yes')
  return teacher.fills({ 'Your draft': draft }, 'Send it and ask')
}

async function opens(slt: Hand) {
  await slt.screen()
  return slt.presses('Show me the draft')
}

describe('asking for a yes', () => {
  story(
    'it is said where the draft will stand and until when, and nothing is kept before the press',
    async ({ teacher, slt, world }) => {
      expect((await ruled(teacher)).last.buttons).to.include('Ask for a yes')
      const { last } = await teacher.presses('Ask for a yes')
      expect(last.text)
        .to.include('It would go to Joanne Clarke')
        .and.include('Your draft is kept only if you press “Send it and ask”.')
        .and.include('until 30 November 2026 at the latest')
        .and.include('No backup and no email holds it.')
      expect(await world.ports.approvals.all()).to.have.lengthOf(0)
      await teacher.fills({ 'Your draft': draft }, 'Send it and ask')
      const told = await slt.screen()
      expect(told.last.title).to.include('Somebody asks for a yes')
      expect(told.last.text).to.include('Daniel Hughes asks for a yes').and.not.include('zeppelin')
    },
  )

  story(
    'yes: the asker hears, and the draft is gone from the database and from every card',
    async ({ teacher, slt, world }) => {
      await sends(teacher)
      expect((await opens(slt)).last.text).to.include(draft)
      const decided = await slt.fills({ 'What do you say': 'yes' }, 'Decide')
      expect(decided.last.text).to.include('Joanne Clarke said yes.')
      expect(JSON.stringify((await slt.screen()).cards)).to.not.include('zeppelin')
      expect((await teacher.screen()).last.text).to.include('Joanne Clarke says yes to your draft as you sent it.')
      expect(JSON.stringify(await world.ports.approvals.all())).to.not.include('zeppelin')
      const practice = (await world.ports.approvals.counts('2026-11', true)).yes ?? 0
      expect(((await world.ports.approvals.counts('2026-11', false)).yes ?? 0) + practice).to.equal(1)
      expect(world.logged.join('\n')).to.not.include('zeppelin')
    },
  )

  story('yes if, and no with a reason that cites; without one it is not decided', async ({ teacher, slt }) => {
    await sends(teacher)
    await opens(slt)
    const without = await slt.fills({ 'What do you say': 'no' }, 'Decide')
    expect(without.last.title).to.include('Not decided yet')
    const elsewhere = await slt.fills(
      { 'What do you say': 'no', 'If what, or why not': 'No airships.', 'The section that it rests on': '99.z' },
      'Decide',
    )
    expect(elsewhere.last.text).to.include(draft)
    await slt.fills(
      { 'What do you say': 'no', 'If what, or why not': 'No airships.', 'The section that it rests on': '6.d' },
      'Decide',
    )
    const heard = await teacher.screen()
    expect(heard.last.title).to.include('No')
    expect(heard.last.text).to.include('No airships.').and.include('It rests on Social Media Policy 6.d.')
  })

  story('whoever asked takes it back, and the card that showed it is overwritten', async ({ teacher, slt }) => {
    await sends(teacher)
    await opens(slt)
    await teacher.presses('I no longer need a yes')
    const after = await slt.screen()
    expect(JSON.stringify(after.cards)).to.not.include('zeppelin')
    expect(after.cards.some(({ text }) => text.includes('Whoever asked no longer needs it.'))).to.equal(true)
  })

  story('nobody sees a draft who does not decide on it', async ({ teacher, starter, slt }) => {
    await sends(teacher)
    expect((await starter.says('drafts')).last.text).to.include('No draft is waiting for you')
    expect((await slt.says('drafts')).last.text)
      .to.include('1 for you to decide')
      .and.not.include('zeppelin')
  })
})
