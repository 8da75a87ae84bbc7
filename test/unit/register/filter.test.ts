// Which lines of a register a filter selects, as a table.
import { expect } from 'chai'
import type { Day } from '../../../src/kit/days.ts'
import { isMeant, type FilteredLine, type RegisterFilter } from '../../../src/register/filter.ts'
import { somebody } from '../../kit/office-people.ts'

const due = '2026-12-18' as Day
const ada = { ...somebody('ada', 'Ada Okafor', ['staff', 'slt']), group: undefined }
const owes: FilteredLine = { person: somebody('bo', 'Łukasz Nowak'), standing: { kind: 'asked', due }, due }
const signed: FilteredLine = {
  person: ada,
  standing: { kind: 'signed', at: new Date('2026-11-02T23:30:00Z'), entry: 'e1' },
  due: undefined,
}
const excused: FilteredLine = {
  person: ada,
  standing: { kind: 'excused', by: 'slt', until: undefined },
  due: undefined,
}
const zone = 'Europe/London'
const day = (text: string) => text as Day

const table: readonly (readonly [RegisterFilter, FilteredLine, boolean])[] = [
  [{}, owes, true],
  [{ group: 'teaching' }, owes, true],
  [{ group: 'none' }, owes, false],
  [{ group: 'none' }, signed, true],
  [{ role: 'slt' }, signed, true],
  [{ role: 'slt' }, owes, false],
  [{ name: 'lukasz' }, owes, true],
  [{ name: 'ADA@' }, signed, true],
  [{ name: 'zoe' }, signed, false],
  [{ standing: 'unsigned' }, owes, true],
  [{ standing: 'unsigned' }, signed, false],
  [{ standing: 'unsigned' }, excused, false],
  [{ standing: 'signed' }, signed, true],
  [{ standing: 'declined' }, owes, false],
  [{ period: { zone, from: day('2026-11-02'), to: day('2026-11-02') } }, signed, true],
  // In Sydney the signature was made on the next day.
  [{ period: { zone: 'Australia/Sydney', to: day('2026-11-02') } }, signed, false],
  [{ period: { zone, from: day('2026-11-03') } }, signed, false],
  [{ period: { zone, to: day('2026-12-17') } }, owes, false],
  [{ period: { zone, from: due, to: due } }, owes, true],
  [{ period: { zone, from: day('2026-01-01') } }, excused, false],
  [{ standing: 'unsigned', role: 'slt' }, owes, false],
]

describe('the filter of the register', () => {
  for (const [filter, line, meant] of table)
    it(`${JSON.stringify(filter)} ${meant ? 'means' : 'leaves out'} ${line.person.name}, ${line.standing.kind}`, () => {
      expect(isMeant(line, filter)).to.equal(meant)
    })
})
