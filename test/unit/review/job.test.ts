// Warnings of reviews by the clock: who gets them, each step once, in whose hours, and how an outcome recorded in
// between changes them.
import { expect } from 'chai'
import { createApp, type App } from '../../../src/app.ts'
import type { Card } from '../../../src/chat/cards.ts'
import type { Person } from '../../../src/chat/people.ts'
import { instantAt, type Day } from '../../../src/kit/days.ts'
import type { Library } from '../../../src/turn/library.ts'
import { recordReview } from '../../../src/review/record.ts'
import type { Outcome } from '../../../src/review/types.ts'
import type { Posted } from '../../../src/ports/ports.ts'
import { anEdition, aPolicy, aSection } from '../../kit/builders.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { aPerson } from '../../kit/evidence.ts'
import { theLibrary } from '../../kit/library.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

const edition = anEdition({ sections: [aSection('1', 'Words', 'Use Twitter kindly.')] })
const policy = aPolicy(edition)

function libraryOf(given: { policies?: Library['policies']; calendar?: Library['school']['calendar'] } = {}): Library {
  const all = theLibrary()
  const { policies = [policy], calendar = weekdaysAllYear } = given
  return { ...all, policies, scenarios: [], asked: new Map(), school: { ...all.school, calendar } }
}

describe('warnings of reviews', () => {
  let test: TestPorts
  let posts: { place: string; card: Card; key: string; at: string }[]
  let outcome: () => Posted
  let letters: { to: string; subject: string; text: string }[]
  let now: string

  beforeEach(async () => {
    test = await memoryPorts('2026-11-23T00:00:00Z')
    posts = []
    letters = []
    outcome = () => ({ kind: 'sent', message: 'm' })
  })
  afterEach(() => test.close())

  const appOf = (library = libraryOf()): App =>
    createApp(
      {
        ...test.ports,
        publicUrl: 'https://policies.school.example',
        chat: {
          ...test.ports.chat,
          post: (place, card, about) => {
            if (about?.key?.startsWith('review:') !== true) return Promise.resolve({ kind: 'sent', message: 'digest' })
            posts.push({ place: place.id, card, key: about.key, at: now })
            return Promise.resolve(outcome())
          },
        },
        mail: {
          on: true,
          send: (letter) => {
            letters.push(letter)
            return Promise.resolve({ kind: 'sent', message: 'mail' })
          },
        },
      },
      library,
    )

  const join = async (id: string, given: Partial<Person>) => {
    await test.ports.directory.keep(
      { platform: 'slack', id },
      { name: id, email: `${id}@x.uk`, roles: [], ...(given.practice === true ? { practice: true } : {}) },
    )
    const found = await test.ports.directory.find({ platform: 'slack', id })
    await test.ports.people.put([aPerson(found?.id ?? '', { name: id, email: `${id}@x.uk`, ...given })])
    return found?.id ?? ''
  }
  const tick = async (app: App, at: string) => {
    now = at
    test.setClock(at)
    await app.tick(new Date(at))
  }
  const record = (given: Outcome, { practice = false, at = now } = {}) =>
    test.ports.journal.record({ policy: policy.id }, () =>
      recordReview({
        leads: true,
        policy,
        edition: edition.id,
        outcome: given,
        reason: 'Because.',
        before: [],
        practice,
        zone: 'Europe/London',
        by: 'operator',
        stamp: { id: `r-${at}`, at: new Date(at), salt: 'salt' },
      }),
    )
  const steps = () => posts.map(({ place, key }) => `${place} ${key.split(':').slice(2, 4).join(' ')}`)

  it('SLT and policy owners are told at the first working hour, and nobody else', async () => {
    const app = appOf()
    const id = await join('slt', { roles: ['staff', 'slt'] })
    await join('owner', { roles: ['policy-owner'] })
    await join('both', { roles: ['policy-owner', 'slt'] })
    await join('staff', { roles: ['staff'] })
    await join('admin', { roles: ['administrator'] })
    await join('left', { roles: ['slt'], leavesOn: '2026-11-20' as Day })
    await join('later', { roles: ['slt'], startsOn: '2026-12-01' as Day })
    await join('away', { roles: ['slt'], away: [{ from: '2026-11-23' as Day, to: '2026-11-24' as Day }] })
    await join('tuesdays', { roles: ['slt'], weekdays: [2] })
    await join('invented', { roles: ['slt'], practice: true })
    await tick(app, '2026-11-23T07:59:00Z')
    expect(posts).to.be.empty
    for (const minute of ['08:20', '08:40', '09:00', '12:00', '16:59']) await tick(app, `2026-11-23T${minute}:00Z`)
    expect(steps().toSorted()).to.deep.equal(
      ['both', 'owner', 'slt'].map((each) => `${each} 2016-10 overdue-month-120`),
    )
    expect(posts.find(({ place }) => place === 'slt')?.key).to.equal(
      `review:social-media@2015-10:2016-10:overdue-month-120:${id}`,
    )
    const card = posts[0]?.card
    expect(card?.title).to.equal('Review overdue: Social Media Policy')
    expect(JSON.stringify(card))
      .to.include('overdue by 10 years')
      .and.include('1 law or service that it names has changed')
    await tick(app, '2026-11-24T09:00:00Z')
    expect(steps().slice(3)).to.deep.equal(['tuesdays 2016-10 overdue-month-120'])
    await tick(app, '2026-11-25T09:00:00Z')
    expect(steps().slice(4)).to.deep.equal(['away 2016-10 overdue-month-120'])
    await tick(app, '2026-12-01T09:00:00Z')
    expect(steps().slice(5)).to.include('later 2016-10 overdue-month-121')
  })

  it('whatever the ticks, restarts and servers, each step comes once; what was missed is not made up for', async () => {
    await join('slt', { roles: ['slt'] })
    const library = libraryOf({ policies: [aPolicy(anEdition({ nextReview: '2027-10' }))] })
    const servers = [appOf(library), appOf(library)]
    for (const day of [
      '2027-07-08',
      '2027-07-09',
      '2027-07-12',
      '2027-08-30',
      '2027-10-01',
      '2027-11-01',
      '2027-11-08',
    ]) {
      for (const minute of ['09:00', '09:01', '15:00'])
        await Promise.all([...servers, appOf(library)].map((app) => tick(app, `${day}T${minute}:00Z`)))
    }
    expect(posts.map(({ key, at }) => `${at.slice(0, 10)} ${key.split(':')[3] ?? ''}`)).to.deep.equal([
      '2027-07-09 12-weeks-before',
      // Nothing runs in September, so the steps of four, two and one weeks before are missed.
      '2027-08-30 8-weeks-before',
      '2027-10-01 month',
      '2027-11-01 overdue-week-1',
      '2027-11-08 overdue-week-2',
    ])
  })

  it('several reviews are told in one message', async () => {
    await join('slt', { roles: ['slt'] })
    const other = { ...anEdition({ policy: 'phones', title: 'Phone Policy', nextReview: '' }) }
    const app = appOf(libraryOf({ policies: [policy, { ...aPolicy(other), id: 'phones', title: 'Phone Policy' }] }))
    await tick(app, '2026-11-23T09:00:00Z')
    await tick(app, '2026-11-23T10:00:00Z')
    await tick(app, '2026-11-30T10:00:00Z')
    expect(posts.map(({ card }) => card.title)).to.deep.equal(['2 policies to review'])
    const said = JSON.stringify(posts[0]?.card)
    expect(said).to.include('Social Media Policy: due in October 2016').and.include('Phone Policy: no review date')
    await tick(app, '2026-12-01T10:00:00Z')
    expect(posts).to.have.lengthOf(2)
    const undated = await test.ports.notices.of([
      (await test.ports.directory.find({ platform: 'slack', id: 'slt' }))?.id ?? '',
    ])
    expect(undated.map(({ key }) => key).join(' ')).to.match(/review:phones@2015-10:none:undated-2026-11:/)
  })

  it('an outcome ends the warnings with the next beat, whoever recorded it', async () => {
    const app = appOf()
    await join('slt', { roles: ['slt'] })
    await tick(app, '2026-11-23T07:00:00Z')
    await record({ kind: 'no-change', next: '2027-10' as Day })
    await tick(app, '2026-11-23T10:00:00Z')
    expect(posts).to.be.empty
    await tick(app, '2027-07-09T10:00:00Z')
    expect(steps()).to.deep.equal(['slt 2027-10 12-weeks-before'])
  })

  it('between claim and send an outcome on another server is seen', async () => {
    await join('slt', { roles: ['slt'] })
    const { ports } = test
    const { claim } = ports.notices
    let first = true
    const app = createApp(
      {
        ...ports,
        notices: {
          ...ports.notices,
          async claim(given) {
            if (first) await record({ kind: 'no-change', next: '2027-10' as Day })
            first = false
            return claim(given)
          },
        },
      },
      libraryOf(),
    )
    await tick(app, '2026-11-23T10:00:00Z')
    expect(first).to.equal(false)
    expect(test.posted).to.be.empty
    expect((await ports.notices.counts()).claimed).to.equal(0)
  })

  it('what is recorded in practice keeps no real warning back', async () => {
    const app = appOf()
    await join('slt', { roles: ['slt'] })
    await record({ kind: 'no-change', next: '2027-10' as Day }, { practice: true, at: '2026-11-23T07:00:00Z' })
    await tick(app, '2026-11-23T10:00:00Z')
    expect(steps()).to.deep.equal(['slt 2016-10 overdue-month-120'])
  })

  it('a postponed day once past warns again, under keys of its own', async () => {
    const app = appOf()
    await join('slt', { roles: ['slt'] })
    await record({ kind: 'postponed', until: '2026-12-01' as Day }, { at: '2026-11-23T07:00:00Z' })
    for (const day of ['2026-11-23', '2026-11-24', '2026-12-01', '2026-12-02', '2026-12-09'])
      await tick(app, `${day}T10:00:00Z`)
    expect(steps()).to.deep.equal([
      'slt 2026-12-01 1-week-before',
      'slt 2026-12-01 day',
      'slt 2026-12-01 overdue-week-1',
      'slt 2026-12-01 overdue-week-2',
    ])
  })

  it('a calendar without terms to come does not silence it; holidays are waited for', async () => {
    await join('slt', { roles: ['slt'] })
    const terms = [{ from: '2026-09-01' as Day, to: '2026-12-18' as Day }]
    const school = { ...weekdaysAllYear, terms }
    const app = appOf(libraryOf({ calendar: school }))
    // The last term has ended, and nobody has entered the next.
    await tick(app, '2026-12-19T10:00:00Z')
    expect(posts, 'a Saturday').to.be.empty
    await tick(app, '2026-12-21T10:00:00Z')
    expect(posts, 'as in any holiday').to.be.empty
    await tick(app, '2027-02-01T10:00:00Z')
    expect(steps(), 'weekdays are term again').to.deep.equal(['slt 2016-10 overdue-month-123'])
    posts.length = 0
    const kept = { ...school, terms: [...terms, { from: '2027-01-05' as Day, to: '2027-03-26' as Day }] }
    const other = appOf(libraryOf({ calendar: kept }))
    await tick(other, '2027-01-04T10:00:00Z')
    expect(posts).to.be.empty
    await tick(other, '2027-01-05T10:00:00Z')
    expect(steps()).to.deep.equal(['slt 2016-10 overdue-month-122'])
  })

  it('hours are those on the wall, on both days on which clocks change', async () => {
    const app = appOf(libraryOf({ calendar: { ...weekdaysAllYear, weekdays: [1, 2, 3, 4, 5, 6, 7] } }))
    await join('slt', { roles: ['slt'] })
    for (const day of ['2027-03-28', '2027-10-31'] as Day[]) {
      const eight = instantAt(day, 8 * 60, 'Europe/London').getTime()
      posts.length = 0
      await tick(app, new Date(eight - 60_000).toISOString())
      expect(posts, day).to.be.empty
      await tick(app, new Date(eight + 59 * 60_000).toISOString())
      expect(posts, day).to.have.lengthOf(1)
    }
  })

  it('who has no account gets a letter that says what to look at', async () => {
    const app = appOf()
    await test.ports.people.put([aPerson('p-mail', { name: 'Jo Clarke', email: 'jo@x.uk', roles: ['slt'] })])
    await tick(app, '2026-11-23T10:00:00Z')
    expect(posts).to.be.empty
    const [letter, ...more] = letters
    expect(more).to.be.empty
    expect(letter?.to).to.equal('jo@x.uk')
    expect(letter?.subject).to.equal('Review overdue: Social Media Policy')
    expect(letter?.text)
      .to.include('Hello Jo Clarke,')
      .and.include(
        'Social Media Policy, edition 2015-10: due in October 2016, overdue by 10 years. It is for the deputy head',
      )
      .and.include('say “review” at https://policies.school.example')
  })

  it('a failed warning is tried again, and once only it arrives', async () => {
    const app = appOf()
    await join('slt', { roles: ['slt'] })
    await test.ports.people.put([{ ...(await personOf('slt')), email: undefined }])
    outcome = () => ({ kind: 'failed', what: 'HTTP 503' })
    await tick(app, '2026-11-23T10:00:00Z')
    outcome = () => ({ kind: 'sent', message: 'm' })
    await tick(app, '2026-11-23T10:01:00Z')
    expect(posts).to.have.lengthOf(1)
    await tick(app, '2026-11-23T10:10:00Z')
    await tick(app, '2026-11-23T10:20:00Z')
    expect(posts).to.have.lengthOf(2)
  })

  it('where nobody has the role the operator is told once a day, whatever the ticks and servers', async () => {
    const apps = [appOf(), appOf()]
    await join('staff', { roles: ['staff'] })
    const told = () => test.logged.filter((line) => line.includes('nobody is warned of these reviews')).length
    for (const at of ['09:00', '10:00', '16:00']) for (const app of apps) await tick(app, `2026-11-23T${at}:00Z`)
    expect(told()).to.equal(1)
    await tick(appOf(), '2026-11-24T09:00:00Z')
    expect(told()).to.equal(2)
  })

  const personOf = async (id: string): Promise<Person> => {
    const person = await test.ports.directory.find({ platform: 'slack', id })
    if (person === undefined) throw new Error('nobody is there')
    return person
  }
})
