// Where reviews appear besides their own cards: the Home page, in the right world, including what another server
// recorded.
import { expect } from 'chai'
import { createApp, type App } from '../../../src/app.ts'
import { pack, type Action } from '../../../src/chat/actions.ts'
import type { Person } from '../../../src/chat/people.ts'
import { parseDayOrMonth } from '../../../src/kit/days.ts'
import { recordReview } from '../../../src/review/record.ts'
import { reviewLine } from '../../../src/command/review-line.ts'
import { aPerson } from '../../kit/evidence.ts'
import { theLibrary } from '../../kit/library.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

const now = '2026-11-23T09:00:00Z'

describe('reviews on the home page', () => {
  let test: TestPorts
  let apps: readonly App[]
  let events = 0
  beforeEach(async () => {
    test = await memoryPorts(now)
    apps = [createApp(test.ports, theLibrary()), createApp(test.ports, theLibrary())]
  })
  afterEach(() => test.close())

  const join = async (id: string, roles: Person['roles'], practice = false) => {
    await test.ports.directory.keep({ platform: 'slack', id }, { name: id, email: `${id}@x.uk`, roles: [], practice })
    const found = await test.ports.directory.find({ platform: 'slack', id })
    await test.ports.people.put([aPerson(found?.id ?? '', { name: id, email: `${id}@x.uk`, roles, practice })])
  }
  const home = async (id: string, app = apps[0]) => {
    const account = { platform: 'slack', id } as const
    const place = { ...account, kind: 'private' } as const
    const replies = await app?.hear({ kind: 'opened', id: `e${++events}`, account, place, surface: 'home' })
    return JSON.stringify(replies?.[0]?.card)
  }
  const record = (next: string, practice = false) => {
    const [policy] = theLibrary().policies
    const when = parseDayOrMonth(next)
    if (policy === undefined || when === undefined) throw new Error('nothing to review')
    return test.ports.journal.record({ policy: policy.id }, () =>
      recordReview({
        leads: true,
        policy,
        edition: '2015-10',
        outcome: { kind: 'no-change', next: when },
        reason: '',
        before: [],
        practice,
        zone: 'Europe/London',
        by: 'operator',
        stamp: { id: `r-${next}`, at: new Date(now), salt: 'salt' },
      }),
    )
  }

  it('has a door for SLT and for policy owners, and none for others', async () => {
    await join('slt', ['slt'])
    await join('owner', ['policy-owner'])
    await join('both', ['policy-owner', 'slt'])
    await join('staff', ['staff'])
    const door = '"do":"review"'
    expect(await home('slt'))
      .to.include(door)
      .and.include('For the senior leadership team')
    expect(await home('owner'))
      .to.include(door)
      .and.include('For policy owners')
      .and.include('overdue by 10 years')
    expect((await home('both')).split(door)).to.have.lengthOf(2)
    const staff = await home('staff')
    expect(staff).to.include('Its review was due in October 2016, 10 years ago.')
    expect(staff).to.not.include(door)
  })

  it('what is pressed on it comes besides, and the parts of the pack take each other’s place', async () => {
    await join('slt', ['slt'])
    const account = { platform: 'slack', id: 'slt' } as const
    const press = async (action: Action) => {
      const about = { id: `e${++events}`, account, place: { ...account, kind: 'private' } as const }
      const replies = await apps[0]?.hear({ kind: 'pressed', ...about, packed: pack(action), fields: {} })
      return replies?.map(({ to, card }) => [to, card.title])
    }
    const policy = 'social-media'
    expect(await press({ do: 'review', policy })).to.deep.equal([['person', 'Review: Social Media Policy']])
    expect(await press({ do: 'review-part', policy, part: 'gaps' })).to.deep.equal([
      ['card', 'What it leaves open: Social Media Policy'],
    ])
    expect(await press({ do: 'review-part', policy, part: 'short' })).to.deep.equal([
      ['card', 'Review: Social Media Policy'],
    ])
    expect(await press({ do: 'review', policy: 'no-such' })).to.deep.equal([['person', 'That button is out of date']])
  })

  it('what another server recorded is seen with the next beat, and after a start at once', async () => {
    await join('slt', ['slt'])
    expect(await home('slt')).to.include('overdue by 10 years')
    await record('2027-10')
    await apps[0]?.tick(new Date(now))
    for (const app of [apps[0], createApp(test.ports, theLibrary())])
      expect(await home('slt', app))
        .to.include('due in October 2027, in 10 months')
        .and.not.include('overdue')
  })

  it('what practice people record is seen by them alone, and the other way round', async () => {
    await join('real', ['slt'])
    await join('invented', ['slt'], true)
    await record('2027-10', true)
    expect(await home('invented')).to.include('due in October 2027')
    expect(await home('real')).to.include('overdue by 10 years')
    await record('2028-01')
    await apps[0]?.tick(new Date(now))
    expect(await home('invented')).to.include('due in October 2027')
    expect(await home('real')).to.include('due in January 2028')
  })

  it('no question asks the database how reviews stand', async () => {
    await join('staff', ['staff'])
    await record('2027-10')
    let asked = 0
    const journal = {
      ...test.ports.journal,
      happened: (which: Parameters<typeof test.ports.journal.happened>[0]) => {
        if (which.kinds.includes('reviewed')) asked += 1
        return test.ports.journal.happened(which)
      },
    }
    const app = createApp({ ...test.ports, journal }, theLibrary())
    const account = { platform: 'slack', id: 'staff' } as const
    const place = { ...account, kind: 'private' } as const
    for (let n = 0; n < 5; n++)
      await app.hear({ kind: 'said', id: `q${n}`, account, place, text: 'wifi for shopping?' })
    expect(asked).to.equal(1)
  })

  it('the start says it in a line', async () => {
    const line = () => reviewLine(test.ports, { library: theLibrary(), now: new Date(now) })
    expect(await line()).to.equal(
      'Social Media Policy: due in October 2016, overdue by 10 years; nobody has the role slt or policy-owner, so nobody is warned',
    )
    await join('slt', ['slt'])
    expect(await line()).to.equal('Social Media Policy: due in October 2016, overdue by 10 years')
    await record('2027-10')
    expect(await line()).to.equal('none overdue')
  })
})
