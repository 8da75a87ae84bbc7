// The digest as the clock sends it: once a week to everybody in SLT, whatever the ticks, restarts, holidays and
// failures.
import { house } from '../kit/house.ts'
import { expect } from 'chai'
import { createApp, type App } from '../../src/app.ts'
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import type { Card } from '../../src/chat/cards.ts'
import type { Account, Person } from '../../src/chat/people.ts'
import { openDesk } from '../../src/turn/desk.ts'
import { sendDigests } from '../../src/digest/job.ts'
import type { Day } from '../../src/kit/days.ts'
import type { Library } from '../../src/turn/library.ts'
import { editionInForce } from '../../src/policy/force.ts'
import type { Ports, Posted } from '../../src/ports/ports.ts'
import { aPerson, happen } from '../kit/evidence.ts'
import { theLibrary } from '../kit/library.ts'
import { cannotReplace, cannotTell, memoryPorts, type TestPorts } from '../kit/ports.ts'

const jo: Account = { platform: 'slack', id: 'U1' }
const sam: Account = { platform: 'slack', id: 'U2' }
const day = (text: string) => text as Day

describe('the weekly digest', () => {
  let test: TestPorts
  let posts: { to: string; title: string; card: Card; key: string | undefined }[]
  let outcome: (to: string) => Posted | Promise<Posted>
  let library: Library
  let usual: App | undefined

  const start = (given: Partial<Ports> = {}): App =>
    createApp(
      {
        ...test.ports,
        chat: {
          find: cannotTell,
          replace: cannotReplace,
          async post({ id }, card, about) {
            posts.push({ to: id, title: card.title, card, key: about?.key })
            return outcome(id)
          },
        },
        ...given,
      },
      library,
    )
  const tick = async (at: string, ...apps: App[]) => {
    test.setClock(at)
    await Promise.all((apps.length === 0 ? [(usual ??= start())] : apps).map((app) => app.tick(new Date(at))))
  }
  const sent = () =>
    posts.filter(({ key }) => key?.startsWith('digest:') === true).map(({ to, key }) => [to, key?.split(':')[1]])
  const known = async (account: Account): Promise<Person> => {
    const person = await test.ports.directory.find(account)
    if (person === undefined) throw new Error('nobody is there')
    return person
  }
  const change = async (account: Account, given: Partial<Person>) =>
    test.ports.people.put([{ ...(await known(account)), ...given }])
  const during = (calendar: Partial<Library['school']['calendar']>) => {
    const { school } = theLibrary()
    library = { ...theLibrary(), school: { ...school, calendar: { ...school.calendar, ...calendar } } }
  }
  const asks = (practice = false) =>
    test.ports.journal.record({ policy: 'social-media' }, (facts) => {
      const policy = library.policies.find(({ id }) => id === 'social-media')
      if (policy === undefined) throw new Error('no policy')
      return openCampaign(facts, {
        policy,
        edition: editionInForce(policy, day('2026-11-02')),
        audience: { everybody: true, groups: [], roles: [], people: [] },
        due: day('2026-11-20'),
        rhythm: undefined,
        practice,
        zone: 'Europe/London',
        accepted: ['social-media@2015-10'],
        by: 'operator',
        stamp: { id: practice ? 'c2' : 'c1', at: new Date('2026-11-02T09:00:00Z'), salt: 's' },
      })
    })

  beforeEach(async () => {
    test = await memoryPorts('2026-11-02T09:00:00Z')
    posts = []
    usual = undefined
    outcome = () => ({ kind: 'sent', message: 'm' })
    library = theLibrary()
    await test.ports.directory.keep(jo, { name: 'Joanne Clarke', email: 'jo@x.uk', roles: ['staff', 'slt'] })
    await test.ports.directory.keep(sam, { name: 'Sam Teacher', email: 'sam@x.uk', roles: ['staff'] })
    await asks()
  })
  afterEach(() => test.close())

  it('comes on Monday at eight, once, whatever the number of ticks and restarts', async () => {
    for (const at of ['2026-11-22T12:00:00Z', '2026-11-23T07:59:00Z']) await tick(at)
    expect(sent()).to.deep.equal([])
    for (const at of ['08:00', '08:01', '12:00', '16:59']) await tick(`2026-11-23T${at}:00Z`)
    usual = undefined // a restart
    for (const at of ['2026-11-24T09:00:00Z', '2026-11-27T16:00:00Z', '2026-11-29T10:00:00Z']) await tick(at)
    expect(sent()).to.deep.equal([['U1', '2026-W48']])
    await tick('2026-11-30T08:00:00Z')
    expect(sent().at(-1)).to.deep.equal(['U1', '2026-W49'])
    const [first, second] = posts.filter(({ key }) => key?.startsWith('digest:'))
    expect(first?.title).to.equal('Digest, 23 November 2026')
    expect(JSON.stringify(first?.card)).to.include('2 people are overdue.').and.include('Since 16 November 2026')
    expect(JSON.stringify(second?.card)).to.include('Since 23 November 2026')
  })

  it('comes on Tuesday after a bank holiday, and beside a reminder of the same day', async () => {
    for (const at of ['2027-05-03T09:00:00Z', '2027-05-04T06:59:00Z']) await tick(at)
    expect(sent(), 'the early May bank holiday').to.deep.equal([])
    await tick('2027-05-04T09:00:00Z')
    expect(sent()).to.deep.equal([['U1', '2027-W18']])
    expect(posts.filter(({ to }) => to === 'U1').map(({ title }) => title)).to.include('A reminder, Joanne')
  })

  it('comes once after a summer, in the first working hour of term, and tells of all of it', async () => {
    during({
      terms: [
        { from: day('2026-11-02'), to: day('2027-07-20') },
        { from: day('2027-09-02'), to: day('2027-12-17') },
      ],
    })
    await tick('2027-07-19T09:00:00Z')
    for (const n of [0, 5, 12, 19, 26, 33, 40, 41, 42, 43, 44])
      await tick(new Date(Date.UTC(2027, 6, 21 + n, 9)).toISOString())
    expect(sent()).to.deep.equal([
      ['U1', '2027-W29'],
      ['U1', '2027-W35'],
    ])
    expect(JSON.stringify(posts.findLast(({ key }) => key?.startsWith('digest:'))?.card)).to.include(
      'Since 19 July 2027',
    )
  })

  it('is caught up once after an outage, for the current week only', async () => {
    await tick('2026-11-23T09:00:00Z')
    await tick('2026-12-16T14:00:00Z')
    await tick('2026-12-16T14:01:00Z')
    expect(sent()).to.deep.equal([
      ['U1', '2026-W48'],
      ['U1', '2026-W51'],
    ])
  })

  it('waits for a part-time colleague, and passes over a week in which they do not work', async () => {
    await change(jo, { weekdays: [4], away: [{ from: day('2026-12-03'), to: day('2026-12-03') }] })
    for (let n = 23; n <= 37; n++) await tick(new Date(Date.UTC(2026, 10, n, 9)).toISOString())
    expect(sent()).to.deep.equal([['U1', '2026-W48']])
    expect(
      (await test.ports.notices.of([(await known(jo)).id])).find(({ kind }) => kind === 'digest')?.at.toISOString(),
    ).to.equal('2026-11-26T09:00:00.000Z')
  })

  it('keeps to the wall clock in the weeks in which the clocks change', async () => {
    for (const at of ['2027-03-22T07:59:00Z', '2027-03-22T08:00:00Z', '2027-03-30T06:59:00Z', '2027-03-30T07:00:00Z'])
      await tick(at)
    // Easter Monday is 29 March 2027, so that week's digest comes on Tuesday.
    expect(sent()).to.deep.equal([
      ['U1', '2027-W12'],
      ['U1', '2027-W13'],
    ])
  })

  it('does not come again when the clock goes back', async () => {
    for (const at of ['2026-11-23T08:05:00Z', '2026-11-23T08:00:00Z', '2026-11-23T07:00:00Z', '2026-11-23T08:30:00Z'])
      await tick(at)
    expect(sent()).to.deep.equal([['U1', '2026-W48']])
  })

  it('is sent by one of several servers that share a database', async () => {
    await change(sam, { roles: ['slt'] })
    const servers = [start(), start(), start()]
    for (const at of ['2026-11-23T08:00:00Z', '2026-11-23T08:01:00Z']) await tick(at, ...servers)
    expect(sent().toSorted()).to.deep.equal([
      ['U1', '2026-W48'],
      ['U2', '2026-W48'],
    ])
  })

  it('is read once for everybody in SLT', async () => {
    await change(sam, { roles: ['slt'] })
    let tallies = 0
    const { register } = test.ports
    const now = new Date('2026-11-23T09:00:00Z')
    test.setClock(now.toISOString())
    const counting: typeof register = {
      ...register,
      tally: (which) => {
        if (!which.practice) tallies += 1
        return register.tally(which)
      },
    }
    await sendDigests({
      now,
      ports: { ...test.ports, register: counting },
      library,
      desk: openDesk(library)(now),
      words: house.words,
    })
    expect(test.posted.map(({ place }) => place.id).toSorted()).to.deep.equal(['U1', 'U2'])
    expect(tallies).to.equal(1)
  })

  it('is tried again while a platform fails, and then comes once', async () => {
    outcome = () => ({ kind: 'failed', what: 'HTTP 503', retryAfter: 600 })
    await tick('2026-11-23T08:00:00Z')
    await tick('2026-11-23T08:05:00Z')
    expect(sent()).to.have.length(1, 'a platform that asks for a pause gets it')
    outcome = () => ({ kind: 'sent', message: 'm' })
    for (const at of ['08:12', '08:13', '12:00']) await tick(`2026-11-23T${at}:00Z`)
    expect(sent()).to.have.length(2)
    expect((await test.ports.notices.of([(await known(jo)).id])).find(({ kind }) => kind === 'digest')?.state).to.equal(
      'sent',
    )
  })

  it('is not sent to whoever lost the role, left or went away a moment before', async () => {
    await change(sam, { roles: ['slt'] })
    await test.ports.directory.keep(
      { platform: 'slack', id: 'U3' },
      { name: 'Lee Leaver', email: 'lee@x.uk', roles: ['slt'] },
    )
    const ada: Account = { platform: 'slack', id: 'U4' }
    await test.ports.directory.keep(ada, { name: 'Ada Away', email: 'ada@x.uk', roles: ['slt'] })
    const { people } = test.ports
    let listed = false
    await tick(
      '2026-11-23T09:00:00Z',
      start({
        people: {
          ...people,
          async list(which) {
            const page = await people.list(which)
            if (which.role !== 'slt' || which.practice || listed) return page
            listed = true
            await change(sam, { roles: ['staff'] })
            await change(ada, { away: [{ from: day('2026-11-23'), to: day('2026-11-27') }] })
            await change({ platform: 'slack', id: 'U3' }, { leavesOn: day('2026-11-22') })
            return page
          },
        },
      }),
    )
    expect(sent()).to.deep.equal([['U1', '2026-W48']])
    await tick('2026-11-24T09:00:00Z')
    expect(sent()).to.have.length(1)
  })

  it('tells of what failed, and of concerns raised', async () => {
    const { id } = await known(sam)
    await tick('2026-11-16T09:00:00Z')
    outcome = (to) =>
      to === 'U2'
        ? { kind: 'refused', why: 'blocked', what: 'blocked by the workspace' }
        : { kind: 'sent', message: 'm' }
    await test.ports.people.put([{ ...(await known(sam)), email: undefined }])
    await tick('2026-11-17T10:00:00Z')
    await happen(test.ports.journal, {
      id: 'r1',
      fact: { kind: 'raised', policy: 'social-media', edition: '2015-10', person: id, what: 'concern' },
      hidden: { words: 'It asks too much.' },
    })
    await tick('2026-11-23T11:00:00Z')
    const card = JSON.stringify(posts.at(-1)?.card)
    expect(card).to.include('1 concern, question to you or refusal came in.').and.include('1 message did not arrive')
    expect(card).to.not.include('It asks too much.')
  })

  it('is not sent week after week where nothing was ever asked of anybody', async () => {
    await test.close()
    test = await memoryPorts('2026-11-02T09:00:00Z')
    usual = undefined
    await test.ports.directory.keep(jo, { name: 'Joanne Clarke', email: 'jo@x.uk', roles: ['slt'] })
    for (const at of ['2026-11-23T09:00:00Z', '2026-11-30T09:00:00Z']) await tick(at)
    expect(sent()).to.deep.equal([])
    await asks()
    await tick('2026-11-30T09:30:00Z')
    expect(sent()).to.deep.equal([['U1', '2026-W49']])
  })

  it('keeps practice and school apart, and marks practice', async () => {
    const people = [
      aPerson('x', { name: 'Pretend Head', roles: ['slt'], practice: true }),
      aPerson('y', { name: 'Pretend Late', practice: true }),
    ]
    await test.ports.people.put(people)
    await test.ports.directory.keep(
      { platform: 'web', id: 'W1' },
      { name: 'Pretend Boss', email: undefined, roles: ['slt'], practice: true },
    )
    await asks(true)
    await test.ports.store.keepQuestion({
      id: 'q1',
      at: new Date('2026-11-20T09:00:00Z'),
      text: 'is the staff room open',
      outcome: 'not-covered',
      policy: undefined,
      section: undefined,
      certainty: 0,
    })
    await tick('2026-11-23T09:00:00Z')
    const digests = new Map(
      posts.filter(({ key }) => key?.startsWith('digest:')).map(({ to, card }) => [to, JSON.stringify(card)]),
    )
    expect(digests.get('U1'))
      .to.include('0 of 2 have signed')
      .and.include('1 question was asked')
      .and.not.include('PRACTICE')
    expect(digests.get('W1')).to.include('0 of 3 have signed').and.include('PRACTICE').and.not.include('question was')
  })

  it('goes by email to whoever has no account, without names', async () => {
    await test.ports.people.put([aPerson('gov', { name: 'Gwen Tudor', email: 'gwen@x.uk', roles: ['slt'] })])
    const letters: { to: string; subject: string; text: string }[] = []
    const mail: Ports['mail'] = {
      on: true,
      send: (letter) => {
        letters.push(letter)
        return Promise.resolve({ kind: 'sent', message: 'mail' })
      },
    }
    await tick('2026-11-23T09:00:00Z', start({ mail }))
    const letter = letters.find(({ subject }) => subject.includes('digest'))
    expect(letter?.to).to.equal('gwen@x.uk')
    expect(letter?.text).to.include('0 of 3 have signed (0%). 3 people are overdue.').and.not.include('Sam')
  })
})
