// A policy is reviewed: SLT is warned, opens the pack and records the outcome, and everybody is told at once. On every
// platform, by people who may, and by nobody else.
import { deedsIn } from '../kit/evidence.ts'
import { expect } from 'chai'
import { openDesk } from '../../src/turn/desk.ts'
import type { Day } from '../../src/kit/days.ts'
import { showWarning } from '../../src/review/cards.ts'
import { readPack, reviewsOn } from '../../src/review/read.ts'
import type { Library } from '../../src/turn/library.ts'
import { theLibrary, withNewEdition } from '../kit/library.ts'
import { story } from '../kit/stages.ts'
import type { Ports } from '../../src/ports/ports.ts'
import type { World } from '../kit/story.ts'

/** The card that the clock's job would send. */
async function warning({ ports }: World, now = new Date('2026-11-23T09:00:00Z')) {
  const library = theLibrary()
  const desk = openDesk(library)(now)
  const [review] = reviewsOn(desk)
  if (review === undefined) throw new Error('there is no policy')
  const nobody = () => Promise.resolve([])
  const register: Ports['register'] = { page: nobody, pageOfAll: nobody, tally: nobody }
  return showWarning(await readPack({ ports: { ...ports, register }, library, desk, now }, review, false))
}

/** Gives the teacher these roles in both worlds, invented and real. */
async function makeOwner({ ports: { people } }: World, roles: ('staff' | 'policy-owner' | 'administrator')[]) {
  for (const practice of [false, true]) {
    const daniel = (await people.list({ practice, most: 100 })).find(({ name }) => name === 'Daniel Hughes')
    if (daniel !== undefined) await people.put([{ ...daniel, roles }])
  }
}

function signedByStatement(library: Library): Library {
  const statements = ['I have read it.']
  return { ...library, policies: library.policies.map((each) => ({ ...each, declaration: undefined, statements })) }
}

const overdue = 'This policy was due for review in October 2016, 10 years ago.'

describe('reviews', () => {
  story('SLT is warned, opens the pack, and records that nothing changes', async ({ slt, teacher, world }) => {
    await teacher.says('Can I be friends with parents on Facebook?')
    const asked = await teacher.presses('About this answer')
    expect(asked.last.text).to.include(overdue)
    await world.push('slt', await warning(world))
    const warned = await slt.screen()
    expect(warned.last.title).to.include('Review overdue: Social Media Policy')
    expect(warned.last.text).to.include('due in October 2016, overdue by 10 years')
    const { last } = await slt.presses('Open the review')
    expect(last.title).to.include('Review: Social Media Policy')
    expect(last.text).to.include('It is for the Senior Leadership Team to review.')
    expect(last.text).to.match(/\d places where its text announces something and then stops/)
    expect(last.text).to.match(/\d+ laws and services that it names have changed since/)
    await slt.presses('Record the outcome')
    const form = await slt.fills(
      { 'What came of it': 'no-change', 'Next review, or postponed until': 'October 2016' },
      'Record it',
    )
    expect(form.last.text).to.include('That is not after today, 23 November 2026.')
    const done = await slt.fills({ 'Next review, or postponed until': 'October 2027' }, 'Record it')
    expect(done.last.text).to.include('Recorded. The Social Media Policy was reviewed, and nothing changes in it.')
    expect(done.last.text).to.match(
      /Signatures stand\. The next review is October 2027(; I’ll warn you from 9 July 2027)?\./,
    )
    expect((await slt.says('status')).last.text).to.include('Its next review is in October 2027.')
    expect((await teacher.says('status')).last.text).to.include('Its next review is in October 2027.')
    await teacher.says('Can I be friends with parents on Facebook?')
    const again = await teacher.presses('About this answer')
    expect(again.last.text).to.not.include('due for review')
    expect((await slt.says('review')).last.text)
      .to.include('due in October 2027, in 10 months')
      .and.include('Reviewed on 23 November 2026, no change')
    expect((await slt.says('digest')).last.text).to.include('was reviewed without a change')
  })

  story('each part of the pack stands behind its button', async ({ slt, teacher }) => {
    await teacher.says('Can Liam Smith of 12 Oak Tree Road park his helicopter? Ring 07700 900 123')
    await slt.says('review')
    const gaps = await slt.presses('What it leaves open')
    expect(gaps.last.title).to.include('What it leaves open: Social Media Policy')
    expect(gaps.last.buttons.some((label) => label.startsWith('Read '))).to.equal(true)
    await slt.presses('Back to the review')
    const changed = await slt.presses('What has changed')
    expect(changed.last.text).to.include('Data Protection Act 1998').and.include('UK GDPR. Changed on 25 May 2018.')
    await slt.presses('Back to the review')
    const asked = await slt.presses('Questions')
    expect(asked.last.text).to.match(/\[…\].*helicopter/)
    expect(asked.last.text).to.not.match(/Liam|Smith|Oak|07700/)
    const back = await slt.presses('Back to the review')
    expect(back.last.title).to.include('Review: Social Media Policy')
  })

  story(
    'a policy owner who does not lead the school may record; postponing needs a reason',
    async ({ teacher, world }) => {
      await makeOwner(world, ['staff', 'policy-owner'])
      const pack = await teacher.says('review')
      expect(pack.last.buttons).to.include('Record the outcome').and.not.include('Open the register')
      await teacher.presses('Record the outcome')
      const given = { 'What came of it': 'postponed', 'Next review, or postponed until': '3/2027' }
      const missing = await teacher.fills(given, 'Record it')
      expect(missing.last.text).to.include('Write why it is postponed, in a few words.')
      const { last } = await teacher.fills(
        { 'Why, or what was looked at': 'The new deputy starts in March.' },
        'Record it',
      )
      expect(last.text).to.include('The review of the Social Media Policy is postponed until March 2027.')
      expect((await teacher.says('review')).last.text).to.include('“The new deputy starts in March.”')
      world.clock.set('2027-04-01T09:00:00Z')
      expect((await teacher.says('review')).last.text).to.include('due in March 2027, overdue by 1 day')
      expect(world.logged.join()).to.not.include('deputy starts')
    },
  )

  story('nobody else opens a review or records one; an administrator looks', async ({ teacher, starter, world }) => {
    const refused = await starter.says('review')
    expect(refused.last.title).to.equal('That is not open to everybody')
    expect(refused.last.text).to.include('the policy owner or the senior leadership team')
    await makeOwner(world, ['staff', 'administrator'])
    const { last } = await teacher.says('review')
    expect(last.title).to.include('Review: Social Media Policy')
    expect(last.buttons).to.not.include('Record the outcome')
    expect(await deedsIn(world.ports.journal)).to.have.lengthOf(0)
  })

  story('without a new edition to record, it is said how to import one', async ({ slt, world }) => {
    await slt.says('review')
    await slt.presses('Record the outcome')
    const { last } = await slt.fills({ 'What came of it': 'new:' }, 'Record it')
    expect(last.title).to.include('Import the new edition first')
    expect(last.text).to.include('in the office, on the web page').and.not.include('npm run')
    expect(last.buttons).to.include('Bring it in')
    expect(await deedsIn(world.ports.journal)).to.have.lengthOf(0)
  })

  story(
    'a new edition is recorded and marked, and people are asked to sign it; the old card is refused kindly',
    async ({ slt, world }) => {
      await slt.says('review')
      await slt.presses('Record the outcome')
      world.clock.set('2026-12-02T09:00:00Z')
      const given = { 'What came of it': 'no-change', 'Next review, or postponed until': '2027-10' }
      const stale = await slt.fills(given, 'Record it')
      expect(stale.last.text).to.include('A new edition came into force meanwhile, so nothing was recorded.')
      expect(await deedsIn(world.ports.journal)).to.have.lengthOf(0)
      const { last } = await slt.fills({ 'What came of it': 'new:2026-12' }, 'Record it')
      expect(last.text).to.include('The Social Media Policy was reviewed: edition December 2026 takes its place')
      expect(last.text).to.include('Does edition December 2026 change what the policy means?')
      expect(last.buttons).to.include('Open a campaign')
      const marked = await slt.presses('Material: sign again')
      expect(marked.last.text).to.include('Marked material.')
      await slt.fills({ 'Who is asked': 'all', 'By which day': '18/12/2026' }, 'Open the campaign')
      const opened = await slt.presses('Open it')
      expect(opened.last.text).to.include('Open. It asks everybody to sign by 18 December 2026.')
    },
    { library: withNewEdition(theLibrary(), { id: '2026-12', published: '2026-12-01' as Day }) },
  )

  story(
    'a new edition of what is signed with the standard statement is marked as well',
    async ({ slt, world }) => {
      world.clock.set('2026-12-02T09:00:00Z')
      await slt.says('review')
      await slt.presses('Record the outcome')
      const { last } = await slt.fills({ 'What came of it': 'new:2026-12' }, 'Record it')
      expect(last.text).to.include('Does edition December 2026 change what the policy means?')
      expect((await slt.presses('Editorial: carry over')).last.text).to.include('Marked editorial.')
    },
    { library: signedByStatement(withNewEdition(theLibrary(), { id: '2026-12', published: '2026-12-01' as Day })) },
  )
})
