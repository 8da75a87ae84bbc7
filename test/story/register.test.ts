// SLT asks people to sign and sees who has: the register, and what can be done about one person. On every platform.
import { deedsIn } from '../kit/evidence.ts'
import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { theLibrary, withNewEdition } from '../kit/library.ts'
import { story } from '../kit/stages.ts'
import type { Hand, Screen } from '../kit/story.ts'
import type { Day } from '../../src/kit/days.ts'

const statements = /^I have read|^I understand that/

async function signs(hand: Hand, name: string): Promise<void> {
  const { last } = await hand.says('sign')
  const ticks = new Set(last.text.split('\n').filter((line) => statements.test(line)))
  const filled = Object.fromEntries([...ticks].map((line) => [line, 'yes']))
  await hand.fills({ ...filled, 'Your name, typed in full': name }, 'Sign')
}

async function opensCampaign(slt: Hand, given: Readonly<Record<string, string>> = {}): Promise<Screen> {
  await slt.says('campaigns')
  const shown = await slt.fills({ 'Who is asked': 'all', 'By which day': '18/12/2026', ...given }, 'Open the campaign')
  return shown.last.buttons.includes('Open it') ? slt.presses('Open it') : shown
}

const saidTo = ({ cards }: Screen) => cards.map(({ text }) => text).join('\n')

describe('the register', () => {
  story('SLT opens a campaign; people are asked by a day, and counted', async ({ starter, teacher, slt }) => {
    const { last } = await opensCampaign(slt)
    expect(last.text).to.include('Open. It asks everybody to sign by 18 December 2026.')
    expect((await starter.says('status')).last.text).to.include(
      'You are asked to read and sign the Social Media Policy by 18 December 2026.',
    )
    await signs(teacher, 'Daniel Hughes')
    const register = await slt.says('register')
    expect(register.last.title).to.include('Register: Social Media Policy')
    expect(register.last.text).to.match(/1 of [34] have signed \((25|33)%\)/)
    expect(register.last.text).to.include('Daniel Hughes: ').and.include('signed on 23 November 2026')
    expect(register.last.text).to.match(/Priya Nair: [a-z ]+, asked, not begun, due 18 December 2026/)
    const signed = await slt.fills({ Group: 'all', Standing: 'Signed' }, 'Show these people')
    expect(signed.last.text).to.include('Daniel Hughes').and.not.include('Priya Nair')
  })

  story(
    '“who has not signed” means just those, and somebody is found by a part of their name',
    async ({ teacher, slt }) => {
      await opensCampaign(slt)
      await signs(teacher, 'Daniel Hughes')
      const missing = await slt.says('who has not signed')
      expect(missing.last.text).to.include('Everybody: has not signed')
      expect(missing.last.text).to.include('Priya Nair: ').and.not.include('Daniel Hughes: ')
      await slt.says('register')
      const found = await slt.fills({ 'Name, or part of one': 'hugh' }, 'Show these people')
      expect(found.last.text).to.include('Daniel Hughes: ').and.not.include('Priya Nair: ')
      expect((await slt.presses('Daniel Hughes')).last.title).to.include('Daniel Hughes')
    },
  )

  story('somebody is found by their name, and what is about nobody is a question', async ({ teacher, slt }) => {
    await opensCampaign(slt)
    for (const said of [
      'register Priya',
      'Register: Mrs Nair',
      'who is Priya Nair?',
      'who’s priya',
      'register priya nair',
    ]) {
      const { last } = await slt.says(said)
      expect(last.title, said).to.include('Register: Social Media Policy')
      expect(last.text, said).to.include('Priya Nair: ').and.not.include('Daniel Hughes: ')
    }
    for (const said of ['who is in', 'who is responsible for safeguarding', 'register Pri Nai', 'register nobodyatall'])
      expect((await slt.says(said)).last.title, said).not.to.include('Register')
    for (const said of ['register Priya', 'who is Priya Nair'])
      expect((await teacher.says(said)).last.title, said)
        .not.to.include('Register')
        .and.not.include('not open')
  })

  story('a long register is turned forwards and back, and nobody is shown twice', async ({ slt, world }) => {
    await opensCampaign(slt)
    const { people } = world.ports
    const known = [
      ...(await people.list({ practice: true, most: 50 })),
      ...(await people.list({ practice: false, most: 50 })),
    ]
    const [like] = known.filter(({ name }) => name === 'Joanne Clarke')
    if (like === undefined) throw new Error('Nobody is there to be like.')
    const sign = (at: number) => String.fromCharCode(65 + (at % 26))
    const more = Array.from({ length: 60 }, (_, at) => ({
      ...like,
      id: `p-${randomUUID()}`,
      email: undefined,
      roles: ['staff'] as const,
      name: `Colleague ${sign(at / 26)}${sign(at)}`,
    }))
    await world.ports.people.put(more)
    const first = await slt.says('register')
    expect(first.last.buttons).to.include('Next page').and.not.include('Page before')
    const second = await slt.presses('Next page')
    expect(second.last.buttons).to.include('Page before')
    const named = (text: string) => [...new Set(text.match(/Colleague [A-Z]{2}/g))]
    expect(named(second.last.text)).to.have.length.above(4)
    for (const name of named(second.last.text)) expect(first.last.text).not.to.include(name)
    const back = await slt.presses('Page before')
    expect(named(back.last.text)).to.deep.equal(named(first.last.text))
    expect(back.last.buttons).not.to.include('Page before')
  })

  story('nobody but SLT sees the register or opens a campaign', async ({ teacher, world }) => {
    for (const wish of ['register', 'campaigns', 'add a person', 'who has signed']) {
      const { last } = await teacher.says(wish)
      expect(last.title, wish).to.equal('That is not open to everybody')
      expect(last.text, wish).to.include('the senior leadership team or an administrator')
    }
    expect(await deedsIn(world.ports.journal)).to.have.lengthOf(0)
  })

  story('one person is reminded, once a day', async ({ starter, slt, world }) => {
    await opensCampaign(slt)
    await slt.says('register')
    await slt.presses('Priya Nair')
    const { last } = await slt.presses('Remind them')
    expect(last.text).to.include('Priya Nair has been sent a reminder, privately.')
    const reminded = await starter.screen()
    expect(reminded.last.text).to.include('sign its declaration by 18 December 2026')
    expect((await slt.presses('Remind them')).last.text).to.include('has had a reminder today')
    expect((await starter.screen()).cards).to.have.lengthOf(reminded.cards.length)
    world.clock.set('2026-11-24T09:00:00Z')
    expect((await slt.presses('Remind them')).last.text).to.include('has been sent a reminder')
    expect((await starter.presses('Start reading')).last.text).to.match(/Section 1 of \d+/)
  })

  story('everybody who has not signed is reminded, once a day', async ({ teacher, slt, world }) => {
    expect((await slt.says('campaigns')).last.buttons).to.not.include('Remind all who have not signed')
    await opensCampaign(slt)
    await signs(teacher, 'Daniel Hughes')
    await slt.says('campaigns')
    const asked = await slt.presses('Remind all who have not signed')
    const count = /(\d) people are asked to sign the Social Media Policy and have not/.exec(asked.last.text)?.[1] ?? ''
    expect(Number(count)).to.be.oneOf([2, 3])
    const { last } = await slt.presses(`Remind ${count} people`)
    expect(last.text).to.include(`${count} people will hear from me within the hour`)
    await slt.says('campaigns')
    await slt.presses('Remind all who have not signed')
    expect((await slt.presses(`Remind ${count} people`)).last.text).to.include('Nothing more is sent on that day.')
    world.clock.set('2026-11-24T09:00:00Z')
    await slt.says('campaigns')
    await slt.presses('Remind all who have not signed')
    expect((await slt.presses(`Remind ${count} people`)).last.text).to.include('will hear from me within the hour')
  })

  story('the reminders of a campaign are paused, and go on again', async ({ starter, slt }) => {
    await opensCampaign(slt)
    const { last } = await slt.presses('Pause the reminders')
    expect(last.text).to.include('The reminders are paused.').and.include('Paused since 23 November 2026')
    expect((await slt.presses('Remind all who have not signed')).last.text).to.include('The campaign is paused')
    expect((await starter.says('status')).last.text).to.include('You are asked to read and sign')
    await slt.says('campaigns')
    const resumed = await slt.presses('Let it go on')
    expect(resumed.last.text).to.include('It goes on.').and.not.include('Paused since')
    expect(resumed.last.buttons).to.include('Pause the reminders')
  })

  story('a name that is not the one on record, and a signature with nothing opened, are seen', async (at) => {
    const { starter, slt } = at
    await opensCampaign(slt)
    const { last } = await starter.says('sign')
    const ticks = Object.fromEntries(
      last.text
        .split('\n')
        .filter((line) => statements.test(line))
        .map((line) => [line, 'yes']),
    )
    await starter.fills({ ...ticks, 'Your name, typed in full': 'Bartholomew Quill' }, 'Sign')
    await starter.presses('Yes, sign with this name')
    const register = await slt.says('register')
    expect(register.last.text).to.match(
      /Priya Nair: .*signed on 23 November 2026 \(another name typed than on record and no section opened here before\)/,
    )
    const { last: card } = await slt.presses('Priya Nair')
    expect(card.text)
      .to.include('with the name “Bartholomew Quill”, which is not the one on record')
      .and.to.include('without having opened a section here')
  })

  story('somebody is excused until a day, with a reason', async ({ starter, slt }) => {
    await opensCampaign(slt)
    await slt.says('register')
    await slt.presses('Priya Nair')
    await slt.presses('Excuse them')
    const missing = await slt.fills({ Why: '…', 'Until and with which day': '01/02/2027' }, 'Excuse them')
    expect(missing.last.text).to.include('Write why, in a few words.')
    const { last } = await slt.fills({ Why: 'On parental leave' }, 'Excuse them')
    expect(last.text).to.include('Priya Nair is excused.').and.include('excused until 1 February 2027')
    expect(last.text).to.include('excused until 1 February 2027 by Joanne Clarke: “On parental leave”')
    const own = (await starter.says('status')).last.text
    expect(own).to.include('You are excused from signing').and.not.include('parental')
    expect(saidTo(await starter.screen()), 'told of it')
      .to.include('Joanne Clarke excused you from signing the Social Media Policy.')
      .and.include('The reason given: “On parental leave”')
    await slt.presses('End the excuse')
    expect((await starter.says('status')).last.text).to.include('You are asked to read and sign')
  })

  story('a wrong signature is withdrawn, and both stay in the history', async ({ starter, slt }) => {
    await opensCampaign(slt)
    await signs(starter, 'Priya Nair')
    await slt.says('register')
    await slt.presses('Priya Nair')
    await slt.presses('Withdraw the signature')
    const { last } = await slt.fills({ Why: 'Signed on her phone by somebody else' }, 'Withdraw it')
    expect(last.text)
      .to.include('signed edition October 2015')
      .and.include('the signature was withdrawn by Joanne Clarke')
    expect(last.text).to.include('asked, not begun')
    expect((await starter.says('status')).last.text).to.include('You are asked to read and sign')
    await signs(starter, 'Priya Nair')
    expect((await starter.says('status')).last.text).to.include('You signed the Social Media Policy')
  })

  story('a signature on paper is recorded, with where the paper is', async ({ starter, slt }) => {
    await opensCampaign(slt)
    await slt.says('register')
    await slt.presses('Priya Nair')
    await slt.presses('Record a paper signature')
    const wrong = await slt.fills(
      { 'The day on the paper': '31/02/2026', 'Where the paper is kept': 'Office' },
      'Record it',
    )
    expect(wrong.last.text).to.include('Write a day such as')
    const { last } = await slt.fills({ 'The day on the paper': '20/11/2026' }, 'Record it')
    expect(last.text).to.include(
      'signed edition October 2015 on paper, dated 20 November 2026 by Joanne Clarke: “Office”',
    )
    expect(saidTo(await starter.screen()), 'told of it').to.include(
      'Joanne Clarke recorded that you signed the Social Media Policy on paper.',
    )
    expect((await starter.says('status')).last.text).to.include('You signed the Social Media Policy')
  })

  story('nobody excuses themselves, or records a paper of their own', async ({ slt, world }) => {
    await opensCampaign(slt)
    const before = await deedsIn(world.ports.journal)
    await slt.says('register')
    await slt.presses('Joanne Clarke')
    await slt.presses('Excuse them')
    const excused = await slt.fills({ Why: 'On leave' }, 'Excuse them')
    expect(excused.last.text).to.include('Nobody excuses themselves.')
    await slt.says('register')
    await slt.presses('Joanne Clarke')
    await slt.presses('Record a paper signature')
    const paper = { 'The day on the paper': '20/11/2026', 'Where the paper is kept': 'Office' }
    expect((await slt.fills(paper, 'Record it')).last.text).to.include('Nobody records a paper of their own.')
    expect(await deedsIn(world.ports.journal)).to.deep.equal(before)
  })

  story('somebody is added by hand, and their details are changed', async ({ slt }) => {
    await slt.says('add a person')
    const wrong = await slt.fills({ Name: 'Ada King', 'Email address': 'ada' }, 'Add them')
    expect(wrong.last.text).to.include('Write a whole email address')
    const added = await slt.fills({ 'Email address': 'ada.king@school.example', Group: 'governor' }, 'Add them')
    expect(added.last.title).to.include('Ada King')
    expect(added.last.text).to.include('Governors; staff; ada.king@school.example.')
    await slt.presses('Change their details')
    const changed = await slt.fills({ Roles: 'policy owner', 'Last day': '31/12/2026' }, 'Save')
    expect(changed.last.text).to.include('staff and policy owner').and.include('last day 31 December 2026')
  })

  story('two entries are made one person', async ({ slt, world }) => {
    await slt.says('add a person')
    await slt.fills({ Name: 'Daniel J Hughes', 'Email address': 'dan@home.example' }, 'Add them')
    await slt.says('register')
    await slt.presses('Daniel Hughes')
    await slt.presses('Change their details')
    const { last } = await slt.fills({ 'The same person as': 'dan@home.example' }, 'Make them one person')
    expect(last.text).to.include('Daniel J Hughes (dan@home.example) becomes another name of Daniel Hughes')
    expect((await slt.says('register')).last.text, 'nothing is done before').to.include('Daniel J Hughes')
    await slt.presses('Daniel Hughes')
    await slt.presses('Change their details')
    await slt.fills({ 'The same person as': 'dan@home.example' }, 'Make them one person')
    const joined = await slt.presses('Yes, they are one person')
    expect(joined.last.text).to.include('Daniel J Hughes and Daniel Hughes are one person now.')
    const back = await slt.presses('Take it back')
    expect(back.last.text).to.include('They are two people again.')
    expect((await slt.says('register')).last.text).to.include('Daniel J Hughes')
    await slt.presses('Daniel Hughes')
    await slt.presses('Change their details')
    await slt.fills({ 'The same person as': 'dan@home.example' }, 'Make them one person')
    await slt.presses('Yes, they are one person')
    expect((await slt.says('register')).last.text).to.not.include('Daniel J Hughes')
    expect(world.logged.join()).to.not.include('Daniel')
  })

  story('a campaign with a day that has passed, or for nobody known, is not opened', async ({ slt, world }) => {
    expect((await opensCampaign(slt, { 'By which day': '1/1/2020' })).last.text).to.include('That day has passed.')
    const { last } = await opensCampaign(slt, { 'Who is asked': 'others', 'Or several': 'governers' })
    expect(last.text).to.include('Did you mean governor?')
    expect(await deedsIn(world.ports.journal)).to.have.lengthOf(0)
    await opensCampaign(slt)
    const asked = await slt.presses('Close this campaign')
    expect(asked.last.text).to.include('Close the campaign that asks everybody by 18 December 2026?')
    expect((await slt.presses('Close it')).last.text).to.include('The campaign is closed.')
    const again = await slt.presses('Open the last one again')
    expect(again.last.text).to.include('It is open again, as it was.').and.include('Everybody, by 18 December 2026')
  })

  story(
    'what a campaign will do is shown before it begins, and a day off is asked about',
    async ({ starter, slt, world }) => {
      await slt.says('campaigns')
      const sunday = await slt.fills({ 'Who is asked': 'all', 'By which day': '20/12/2026' }, 'Open the campaign')
      expect(sunday.last.title).to.include('Is this meant?')
      expect(sunday.last.text).to.include('20 December 2026 is a Sunday.')
      expect(sunday.last.text).to.include('The last working day before it is 18 December 2026.')
      expect(await deedsIn(world.ports.journal)).to.have.lengthOf(0)
      await slt.presses('Change something')
      const { last } = await slt.fills({ 'Who is asked': 'all', 'By which day': '18/12/2026' }, 'Open the campaign')
      expect(last.title).to.include('Before it begins')
      expect(last.text).to.match(/[234] people are asked to sign/)
      expect(last.text).to.include('11 December 2026: a reminder 7 days before.')
      expect(last.text).to.include('19 December 2026: line managers hear who is late; it falls on a day off, so on 21 December 2026.') // prettier-ignore
      expect(await deedsIn(world.ports.journal)).to.have.lengthOf(0)
      await slt.presses('Open it')
      expect((await starter.says('status')).last.text).to.include('by 18 December 2026')
    },
  )

  story('a reminder is answered in words: away, and SLT writes down until when', async ({ starter, slt, world }) => {
    await opensCampaign(slt)
    const { last } = await starter.says('I’m on maternity leave')
    expect(last.text).to.include('I have told the senior leadership team that you are away, and not why.')
    const told = await slt.screen()
    expect(told.last.text).to.include('Priya Nair says that they are away at the moment.').and.not.include('maternity')
    await slt.presses('Write down until when')
    expect((await slt.fills({ 'Until and with': '1/1/2020' }, 'Write it down')).last.text).to.include(
      'before it begins',
    )
    const done = await slt.fills({ 'Until and with': '26/02/2027' }, 'Write it down')
    expect(done.last.text).to.include('Priya Nair is away until 26 February 2027')
    const people = await world.ports.people.list({ practice: done.last.text.includes('PRACTICE'), most: 50 })
    expect(people.find(({ name }) => name === 'Priya Nair')?.away).to.deep.equal([{ from: '2026-11-23', to: '2027-02-26' }]) // prettier-ignore
    expect(world.logged.join()).to.not.include('maternity')
  })

  story(
    'a reminder is answered with slips and courtesy, and the reason goes nowhere',
    async ({ starter, slt, world }) => {
      await opensCampaign(slt)
      expect((await starter.says('Sorry, can you remind me tommorow please')).last.text).to.include(
        'I will remind you on 24 November 2026',
      )
      expect((await starter.says('I allready signed it last week')).last.text).to.include('by 18 December 2026')
      expect((await starter.says('im off sick untill Friday with flu')).last.text).to.include(
        'that you are away, and not why.',
      )
      expect((await slt.screen()).last.text)
        .to.include('Priya Nair says that they are away')
        .and.not.include('flu')
      expect((await starter.says('you’ve got the wrong person')).last.text).to.include(
        'I have told the senior leadership team',
      )
      expect(world.logged.join()).to.not.include('flu')
    },
  )

  story('a reminder is answered in words: tomorrow, already did, the wrong person', async ({ starter, slt }) => {
    await opensCampaign(slt)
    expect((await starter.says('tomorrow')).last.text).to.include('I will remind you on 24 November 2026')
    expect((await starter.says('already did')).last.text).to.include('by 18 December 2026')
    expect((await starter.says('wrong person')).last.text).to.include('I have told the senior leadership team')
    expect((await slt.screen()).last.text).to.include('I am not the right person')
  })

  story('a running campaign is changed, with why', async ({ starter, slt, world }) => {
    await opensCampaign(slt)
    await slt.presses('Change this campaign')
    const same = await slt.fills({}, 'Show what it will do')
    expect(same.last.text).to.include('That is how it is already.')
    const passed = await slt.fills({ 'By which day': '15/01/2020' }, 'Show what it will do')
    expect(passed.last.text).to.include('That day has passed. Choose today or a later one.')
    const doubtful = await slt.fills({ 'By which day': '16/01/2027' }, 'Show what it will do')
    expect(doubtful.last.text).to.include('16 January 2027 is a Saturday.')
    await slt.presses('Change something')
    const shown = await slt.fills({ 'By which day': '15/01/2027' }, 'Show what it will do')
    expect(shown.last.text)
      .to.include('It would ask everybody to sign by 15 January 2027.')
      .and.match(/\d people are asked to sign/)
    expect((await starter.says('status')).last.text, 'only shown').to.include('by 18 December 2026')
    const missing = await slt.fills({ Why: '…' }, 'Change it')
    expect(missing.last.text).to.include('Write why, in a few words.')
    const { last } = await slt.fills({ Why: 'Snow days' }, 'Change it')
    expect(last.text).to.include('Changed. It asks everybody to sign by 15 January 2027.')
    expect((await starter.says('status')).last.text).to.include('by 15 January 2027')
    expect(world.logged.join()).to.not.include('Snow')
  })

  story(
    'a new edition in the middle of a campaign: earlier signatures count until SLT says what it changes',
    async ({ starter, teacher, slt, world }) => {
      await opensCampaign(slt)
      await signs(teacher, 'Daniel Hughes')
      world.clock.set('2026-12-02T09:00:00Z')
      expect((await teacher.says('status')).last.text).to.include('your signature still counts')
      expect((await starter.says('status')).last.text).to.include('by 18 December 2026')
      const { last } = await slt.says('campaigns')
      expect(last.text).to.include('came into force while people are asked to sign an earlier one')
      const marked = await slt.presses('Material: sign again')
      expect(marked.last.text).to.include('Everybody is asked for it from now on, by 18 December 2026')
      expect((await teacher.says('status')).last.text).to.include('There is a new one to sign. Please sign by 18 December 2026.') // prettier-ignore
    },
    { library: withNewEdition(theLibrary(), { id: '2026-12', published: '2026-12-01' as Day }) },
  )

  story(
    'a new edition is marked, also in practice, and signatures carry over',
    async ({ teacher, slt, world }) => {
      await signs(teacher, 'Daniel Hughes')
      world.clock.set('2026-12-02T09:00:00Z')
      expect((await teacher.says('status')).last.text).to.include('You signed an earlier edition')
      await slt.says('campaigns')
      const { last } = await slt.presses('Editorial: carry over')
      expect(last.text).to.include('Marked editorial.').and.include('signatures of the edition before carry over')
      expect((await teacher.says('status')).last.text).to.include('your signature still counts')
    },
    { library: withNewEdition(theLibrary(), { id: '2026-12', published: '2026-12-01' as Day }) },
  )
})
