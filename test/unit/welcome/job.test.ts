// Greetings keep to the school's calendar: whoever starts in the holidays hears on the first day on which they work.
import { expect } from 'chai'
import type { Calendar } from '../../../src/kit/calendar.ts'
import { openDesk } from '../../../src/turn/desk.ts'
import { houseOf } from '../../../src/turn/house.ts'
import { greetStarters } from '../../../src/welcome/job.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { aPerson, day } from '../../kit/evidence.ts'
import { hilltop } from '../../kit/hilltop.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

const terms = [
  { from: day('2026-04-13'), to: day('2026-07-22') },
  { from: day('2026-09-02'), to: day('2026-12-18') },
  { from: day('2027-01-04'), to: day('2027-03-25') },
]
const calendar: Calendar = { ...weekdaysAllYear, terms, closed: new Set([day('2027-01-01')]) }

describe('greetings', () => {
  let test: TestPorts
  beforeEach(async () => (test = await memoryPorts('2026-08-01T08:00:00Z')))
  afterEach(() => test.close())

  const library = { ...hilltop, school: { ...hilltop.school, calendar } }
  const [desk, { words }] = [openDesk(library), houseOf([])]
  const greetedAt = async (at: string) => {
    test.setClock(at)
    const now = new Date(at)
    await greetStarters({ now, ports: test.ports, library, desk: desk(now), words })
    return test.posted.length
  }
  const joins = async (startsOn: string) => {
    const account = { platform: 'slack', id: 'U1' } as const
    await test.ports.directory.keep(account, { name: 'Priya Nair', email: undefined, roles: ['staff'] })
    const { id = '' } = (await test.ports.directory.find(account)) ?? {}
    await test.ports.people.put([aPerson(id, { name: 'Priya Nair', email: undefined, startsOn: day(startsOn) })])
  }

  const table: readonly (readonly [startsOn: string, silent: readonly string[], greeted: string])[] = [
    ['2026-08-03', ['2026-08-03', '2026-08-17', '2026-09-01'], '2026-09-02'],
    ['2027-01-01', ['2027-01-01', '2027-01-02'], '2027-01-04'],
    ['2026-09-05', ['2026-09-05', '2026-09-06'], '2026-09-07'],
  ]
  for (const [startsOn, silent, greeted] of table)
    it(`of somebody who starts on ${startsOn} come on ${greeted}, once`, async () => {
      await joins(startsOn)
      for (const each of silent) expect(await greetedAt(`${each}T10:00:00Z`), each).to.equal(0)
      expect(await greetedAt(`${greeted}T05:00:00Z`), 'before the school opens').to.equal(0)
      expect(await greetedAt(`${greeted}T10:00:00Z`)).to.equal(1)
      expect(await greetedAt(`${greeted}T11:00:00Z`)).to.equal(1)
    })
})
