// What SLT is told by the clock about the school's year: the last term is ending, or a newer edition came into force
// during a campaign.
import { expect } from 'chai'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { doctor } from '../../../src/command/doctor.ts'
import { openCampaign } from '../../../src/campaign/open-campaign.ts'
import { markEdition } from '../../../src/campaign/change.ts'
import { askAboutEditions } from '../../../src/campaign/undecided-job.ts'
import type { Calendar } from '../../../src/kit/calendar.ts'
import { openDesk } from '../../../src/turn/desk.ts'
import { houseOf } from '../../../src/turn/house.ts'
import { warnOfTerms } from '../../../src/year/job.ts'
import { anEdition, aPolicy, aSection } from '../../kit/builders.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { run } from '../../kit/command.ts'
import { day } from '../../kit/evidence.ts'
import { hilltop } from '../../kit/hilltop.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

const sections = [aSection('1', 'Words', 'Be kind.'), aSection('2', 'Declaration', 'I am kind.')]
const old = anEdition({ id: '2026-01', published: day('2026-01-05'), sections })
const newer = anEdition({ id: '2026-10', published: day('2026-10-01'), sections })
const policy = { ...aPolicy(old), declaration: '2', editions: [old, newer] }

describe('year: what SLT is told by the clock', () => {
  let test: TestPorts
  beforeEach(async () => {
    test = await memoryPorts('2026-09-07T08:00:00Z')
    await test.ports.directory.keep({ platform: 'slack', id: 'U1' }, { name: 'Joanne Clarke', email: undefined, roles: ['slt', 'staff'] }) // prettier-ignore
    await test.ports.directory.keep({ platform: 'slack', id: 'U2' }, { name: 'Priya Nair', email: undefined, roles: ['staff'] }) // prettier-ignore
  })
  afterEach(() => test.close())

  const beats = (job: typeof warnOfTerms, calendar: Calendar) => {
    const library = { ...hilltop, school: { ...hilltop.school, calendar }, policies: [policy] }
    const [desk, { words }] = [openDesk(library), houseOf([])]
    return async (at: string) => {
      test.setClock(at)
      const now = new Date(at)
      await job({ now, ports: test.ports, library, desk: desk(now), words })
      return test.posted.map(({ place, card }) => `${place.id} ${card.title}`)
    }
  }

  it('is told that terms end, eight, four and two weeks before, once each and on working days', async () => {
    const terms = [{ from: day('2026-09-01'), to: day('2026-12-18') }]
    const beat = beats(warnOfTerms, { ...weekdaysAllYear, terms })
    expect(await beat('2026-10-22T09:00:00Z')).to.deep.equal([])
    const told = 'U1 The school’s terms come to an end'
    expect(await beat('2026-10-24T09:00:00Z'), 'a Saturday').to.deep.equal([])
    for (const at of ['2026-10-26T09:00:00Z', '2026-10-26T09:01:00Z', '2026-11-02T09:00:00Z']) await beat(at)
    expect(test.posted).to.have.lengthOf(1)
    await beat('2026-11-23T09:00:00Z')
    await beat('2026-12-10T09:00:00Z')
    expect(await beat('2026-12-28T09:00:00Z')).to.deep.equal([told, told, told])
    expect(await beat('2027-01-29T09:00:00Z'), 'six quiet weeks').to.have.lengthOf(3)
    expect(await beat('2027-02-01T09:00:00Z')).to.have.lengthOf(4)
    expect(JSON.stringify(test.posted.at(-1))).to.include('I take every working weekday for term')
  })

  it('is asked at once what a newer edition changes, once, and not after it was said', async () => {
    await test.ports.journal.record({ policy: policy.id }, (facts) =>
      openCampaign(facts, {
        policy,
        edition: old,
        audience: { everybody: true, groups: [], roles: [], people: [] },
        due: day('2026-10-12'),
        practice: false,
        zone: 'Europe/London',
        accepted: [],
        by: 'operator',
        stamp: { id: 'c1', at: test.ports.clock(), salt: 's1' },
      }),
    )
    const beat = beats(askAboutEditions, weekdaysAllYear)
    expect(await beat('2026-09-30T09:00:00Z')).to.deep.equal([])
    for (const at of ['2026-10-01T06:00:00Z', '2026-10-01T09:00:00Z', '2026-10-01T09:01:00Z', '2026-10-02T09:00:00Z'])
      await beat(at)
    expect(test.posted.map(({ place, card }) => `${place.id} ${card.title}`)).to.deep.equal([
      'U1 A new edition: Social Media Policy',
    ])
    expect(JSON.stringify(test.posted[0]?.card)).to.include('Until somebody does, earlier signatures count')
    const asOf = { edition: newer.id, editions: [newer.id, old.id], wordings: new Map(), today: day('2026-10-02'), joinerDays: 14 } // prettier-ignore
    const stamp = (id: string) => ({ id, at: test.ports.clock(), salt: id })
    await test.ports.journal.record(
      { policy: policy.id },
      (facts) =>
      markEdition(facts, { policy: policy.id, edition: newer.id, change: 'editorial', practice: false, asOf, by: 'operator', stamp: stamp('m1'), stamps: [] }), // prettier-ignore
    )
    expect(await beat('2026-10-05T09:00:00Z')).to.have.lengthOf(1)
  })

  it('stands in doctor, which then says no', async () => {
    const home = mkdtempSync(join(tmpdir(), 'policy-guide-'))
    const school = readFileSync('knowledge/school.yaml', 'utf8')
    const looks = async (terms: string) => {
      writeFileSync(join(home, 'school.yaml'), `${school.replace(/^calendar:[^]*?(?=^\S)/m, '')}\ncalendar: { terms: [${terms}] }\n`) // prettier-ignore
      const { status, out } = await run(doctor, [], { home })
      return [status, out.find((line) => line.includes('calendar: terms'))?.slice(0, 5)]
    }
    expect(await looks('2026-09-01 to 2027-07-20')).to.deep.equal([0, 'ok   '])
    expect(await looks('2026-09-01 to 2026-12-18')).to.deep.equal([1, 'WRONG'])
    rmSync(home, { recursive: true, force: true })
  })
})
