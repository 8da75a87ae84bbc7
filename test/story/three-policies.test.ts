// A school with three policies: people who ask, read, sign or lead always know which policy a card is about.
import { expect } from 'chai'
import { story as tell } from '../kit/stages.ts'
import type { Hand, Screen } from '../kit/story.ts'
import { createApp } from '../../src/app.ts'
import type { Library } from '../../src/turn/library.ts'
import { memoryPorts } from '../kit/ports.ts'
import { meadowLane, morePolicies } from '../kit/three-policies.ts'

const story = (what: string, told: Parameters<typeof tell>[1]) => tell(what, told, { library: meadowLane() })

function firstAidAlone(): Library {
  const { policies, ...rest } = meadowLane()
  return { ...rest, policies: policies.filter(({ id }) => id === 'first-aid') }
}

const titles = ['Visitors Policy', 'First Aid Policy', 'Attendance Policy']
const statements = /^I have read|^I will/

async function signs(hand: Hand): Promise<Screen> {
  const { last } = await hand.screen()
  const ticks = new Set(last.text.split('\n').filter((line) => statements.test(line)))
  const filled = Object.fromEntries([...ticks].map((line) => [line, 'yes']))
  return hand.fills({ ...filled, 'Your name, typed in full': 'Priya Nair' }, 'Sign')
}

async function opensCampaign(slt: Hand, policy: string, due: string): Promise<Screen> {
  await slt.says(`campaigns ${policy}`)
  await slt.fills({ 'Who is asked': 'all', 'By which day': due }, 'Open the campaign')
  return slt.presses('Open it')
}

describe('a school with three policies', () => {
  story('an answer says of which policy it is, and so does what one could also look at', async ({ teacher }) => {
    const { last } = await teacher.says('what happens when somebody is hurt in the head?')
    expect(last.text).to.include('First Aid Policy 2, edition September 2026')
    const other = await teacher.says('who telephones the family when a pupil is absent without a reason')
    expect(other.last.text).to.include('Attendance Policy 3, edition September 2026')
    const elsewhere = /First Aid Policy: 2 When somebody is hurt/
    expect([...other.last.buttons, other.last.text].join('\n')).to.match(elsewhere)
  })

  story('what no policy says is put down to none of them', async ({ teacher }) => {
    const { last } = await teacher.says('How many days of paternity leave do I get?')
    expect(last.text).to.include('Ask at the office').and.not.include('visits')
    expect(last.buttons).to.deep.equal(['Show the policies', 'Ask a person'])
    await teacher.says('what happens when somebody is hurt in the head?')
    const sorry = await teacher.presses('It did not help')
    expect(sorry.last.buttons).to.deep.equal(['What else could it be?', 'Show the policies', 'Ask a person'])
  })

  story('any policy is opened by its name, and its sections, with whom to ask', async ({ teacher }) => {
    for (const [said, title] of [
      ['sections of first aid', 'First Aid Policy'],
      ['show me the visitors policy', 'Visitors Policy'],
      ['the atendance policy', 'Attendance Policy'],
      ['sections of 12', 'First Aid Policy'],
    ] as const)
      expect((await teacher.says(said)).last.title, said).to.equal(`${title}: all sections`)
    const section = await teacher.presses('2 When somebody is hurt')
    expect(section.last.text).to.include('First Aid Policy 2, edition September 2026')
    await teacher.says('how are injuries written down in the accident book?')
    expect((await teacher.presses('Who can I ask?')).last.title).to.equal('Who you can ask: First Aid Policy')
  })

  story('who names none of them, or one that is not here, chooses by a press', async ({ teacher }) => {
    const all = await teacher.says('policies')
    for (const title of titles) expect(all.last.text).to.include(`${title}, edition September 2026`)
    expect((await teacher.presses('First Aid Policy')).last.title).to.equal('First Aid Policy: all sections')
    const none = await teacher.says('sections of the lettings policy')
    expect(none.last.title).to.equal('Which policy do you mean?')
    expect(none.last.text).to.include('I know no policy by that name.')
    expect(none.last.buttons).to.deep.equal(titles)
    expect((await teacher.presses('Attendance Policy')).last.title).to.equal('Attendance Policy: all sections')
  })

  story(
    'what waits to be signed is asked about, signed one by one, and each receipt names its policy',
    async ({ starter }) => {
      const which = await starter.says('sign')
      expect(which.last.title).to.include('Which policy?')
      expect(which.last.buttons).to.deep.equal(['Visitors Policy', 'Attendance Policy'])
      expect((await starter.presses('Attendance Policy')).last.title).to.include('Attendance Policy')
      const signed = await signs(starter)
      expect(signed.cards.map(({ text }) => text).join('\n')).to.include('You signed the Attendance Policy')
      // Only one policy is left to sign, so the bot does not ask which.
      expect((await starter.says('sign')).last.title).to.include('Visitors Policy: sign the declaration')
      await signs(starter)
      const { cards } = await starter.says('my receipts')
      for (const title of ['Visitors Policy', 'Attendance Policy'])
        expect(cards.some(({ title: of, text }) => of.includes('Your receipt') && text.includes(title))).to.equal(true)
      const status = await starter.says('status')
      expect(status.last.text).to.include('You signed the Visitors Policy').and.include('You signed the Attendance')
      expect(status.last.buttons).to.include.members(['Receipt: Visitors Policy', 'Receipt: Attendance Policy'])
    },
  )

  story('“it” is the policy that was spoken of, also where there is nothing in it to sign', async ({ starter }) => {
    await starter.says('sections of attendance')
    expect((await starter.says('sign it')).last.title).to.include('Attendance Policy: sign the declaration')
    await starter.says('sections of first aid')
    const nothing = await starter.says('sign it')
    expect(nothing.last.text).to.include('The First Aid Policy has no declaration')
    expect((await starter.presses('What can I sign?')).last.title).to.include('Which policy?')
    await starter.says('read the visitors policy')
    await starter.says('read and sign attendance')
    const about = await starter.presses('Ask about this')
    expect(about.last.title).to.equal('Ask about 1 Taking the register of the Attendance Policy')
  })

  story('where a policy has nothing to sign, that is said, and not that a button is old', async ({ slt }) => {
    for (const words of ['register first aid', 'campaigns of the first aid policy']) {
      const { last } = await slt.says(words)
      expect(last.text, words).to.include('There is nothing to sign in the First Aid Policy')
      expect(last.buttons).to.include('Show the policies')
    }
  })

  tell(
    'where no policy has anything to sign, that is said as well',
    async ({ slt }) => {
      for (const words of ['register', 'campaigns', 'who has not signed'])
        expect((await slt.says(words)).last.text, words).to.include('There is nothing to sign in any policy yet')
      await slt.says('add a person')
      const { last } = await slt.fills({ Name: 'Ada King' }, 'Add them')
      expect(last.title, 'somebody works here all the same').to.include('Ada King is added.')
      expect(last.buttons).to.not.include('Show the register')
    },
    { library: firstAidAlone() },
  )

  story('a concern says of which policy it is, to whoever raises it and to SLT', async ({ starter, slt }) => {
    await starter.says('sign attendance')
    await starter.presses('Raise a concern')
    const { last } = await starter.fills({ 'Your concern': 'The codes are not clear.' }, 'Send my concern')
    expect(last.text).to.include('Attendance Policy.')
    expect((await slt.screen()).last.text).to.include('raises a concern before signing the Attendance Policy')
  })

  story('somebody is added to the school, and to no policy in particular', async ({ slt }) => {
    const { last } = await slt.says('add a person')
    expect(last.title + last.text).to.not.match(/(Attendance|First Aid|Visitors) Policy/)
    const added = await slt.fills({ Name: 'Ada King', 'Email address': 'ada.king@school.example' }, 'Add them')
    expect(added.last.title).to.include('Ada King is added.')
    const registers = await slt.presses('Show the register')
    expect(registers.last.text).to.include('Attendance Policy').and.include('Visitors Policy')
  })

  story('SLT sees who owes what over all policies, and all that one person owes', async ({ slt, starter }) => {
    await opensCampaign(slt, 'attendance', '18/12/2026')
    await opensCampaign(slt, 'visitors', '11/12/2026')
    const campaigns = await slt.says('campaigns')
    expect(campaigns.last.text).to.include('Attendance Policy: people are asked to sign by 18 December 2026.')
    expect(campaigns.last.text).to.include('Visitors Policy: people are asked to sign by 11 December 2026.')
    await starter.says('sign attendance')
    await signs(starter)
    const all = await slt.says('register')
    expect(all.last.text).to.match(/Attendance Policy: 1 of [34] have signed/)
    expect(all.last.text).to.match(/Visitors Policy: 0 of [34] have signed/)
    expect((await slt.presses('Visitors Policy')).last.title).to.include('Register: Visitors Policy')
    const person = await slt.presses('Priya Nair')
    expect(person.last.text).to.include('Visitors Policy: asked, not begun, due 11 December 2026.')
    expect(person.last.text).to.include('Attendance Policy: signed on 23 November 2026')
    expect((await slt.presses('Attendance Policy')).last.text)
      .to.include('What happened')
      .and.include('signed edition')
    await slt.says('register Priya')
    const hers = await slt.presses('Attendance Policy')
    expect(hers.last.title).to.include('Register: Attendance Policy')
    expect(hers.last.text).to.include('Priya Nair: ').and.not.include('Daniel Hughes: ')
  })

  story('reviews, the digest and help speak of all of them', async ({ slt, teacher }) => {
    const reviews = await slt.says('review')
    for (const title of titles) expect(reviews.last.text).to.include(`${title}: due in September 2027`)
    expect((await slt.presses('Review: First Aid Policy')).last.title).to.include('Review: First Aid Policy')
    expect((await slt.says('review of attendance')).last.title).to.include('Review: Attendance Policy')
    await teacher.says('what happens when somebody is hurt in the head?')
    expect((await slt.says('digest')).last.text).to.include('First Aid Policy, 2 When somebody is hurt')
    expect((await teacher.says('help')).last.text).to.not.match(/Facebook|can I post this/)
    for (const said of ['hello', 'help'])
      expect((await teacher.says(said)).last.text, said).to.include(
        'Visitors Policy, First Aid Policy and Attendance Policy',
      )
  })

  tell(
    'where several policies are called what is said, one is chosen by a press',
    async ({ teacher }) => {
      const which = await teacher.says('sections of the rules for room policy')
      expect(which.last.title).to.equal('Which policy do you mean?')
      expect(which.last.buttons).to.deep.equal(['Rules for Room 1 Policy', 'Rules for Room 2 Policy'])
      expect((await teacher.presses('Rules for Room 2 Policy')).last.title).to.equal(
        'Rules for Room 2 Policy: all sections',
      )
    },
    { library: meadowLane(morePolicies(2)) },
  )

  tell(
    'a hundred policies are shown ten at a time, and any of them is opened by its name',
    async ({ teacher, starter, slt }) => {
      await opensCampaign(slt, 'rules for room 64', '11/12/2026')
      const all = await teacher.says('policies')
      const first = ['Rules for Room 64 Policy', 'Visitors Policy', 'First Aid Policy']
      expect(all.last.buttons).to.include.members(first).and.have.lengthOf(10)
      expect(all.last.text).to.include('Rules for Room 64 Policy, edition September 2026.')
      expect(all.last.text).to.include('Please sign by 11 December 2026.')
      expect(all.last.text).to.include('Rules for Room 97 Policy')
      expect((await teacher.presses('Read and sign')).last.text).to.include('Rules for Room 64 Policy 1')
      expect((await teacher.says('Rules for Room 97 Policy')).last.title).to.include('Rules for Room 97 Policy')
      expect((await starter.says('sign the rules for room 97 policy')).last.title).to.include(
        'Rules for Room 97 Policy',
      )
      for (const said of ['register', 'campaigns']) {
        const { last } = await slt.says(said)
        expect(last.buttons, said).to.have.lengthOf(10)
        expect(last.buttons[0], said).to.equal('Rules for Room 64 Policy')
        expect(last.text, said).to.include('There are 89 more.')
      }
      expect((await slt.says('hello')).last.text).to.include('100 policies')
      expect((await slt.says('status')).last.text).to.have.length.below(4_000)
      expect((await slt.says('review')).last.text).to.include('No review is overdue.')
    },
    { library: meadowLane(morePolicies(97)) },
  )

  describe('on the home page', () => {
    const open = async (library: Library) => {
      const test = await memoryPorts('2026-11-23T09:00:00Z')
      try {
        const account = { platform: 'slack', id: 'U1' } as const
        const priya = { name: 'Priya Nair', email: 'priya@x.uk', roles: ['slt'], practice: false } as const
        await test.ports.directory.keep(account, priya)
        const place = { ...account, kind: 'private' } as const
        const app = createApp(test.ports, library)
        const [reply] = await app.hear({ kind: 'opened', id: 'e1', account, place, surface: 'home' })
        return JSON.stringify(reply?.card.blocks)
      } finally {
        await test.close()
      }
    }

    it('three stand with their sections, their reviews and what can be signed', async () => {
      const home = await open(meadowLane())
      for (const title of titles) expect(home).to.include(`"text":"${title}"`).and.include(`${title}, edition`)
      expect(home).to.include('Read and sign: Visitors Policy').and.include('Read and sign: Attendance Policy')
      expect(home).to.include('Signed, Visitors Policy').and.include('Signed, Attendance Policy')
    })

    it('a hundred are one list that opens, and more are asked for', async () => {
      const home = await open(meadowLane(morePolicies(97)))
      expect(home).to.include('The school’s 100 policies').and.not.include('Show all policies')
      expect(home.split('Show the sections of the')).to.have.lengthOf(101)
      expect(await open(meadowLane(morePolicies(98)))).to.include('Show all policies')
    })
  })
})
