// Who is warned of which review, and until which day, as tables.
import { expect } from 'chai'
import { ownersOf, warnedUntil } from '../../../src/review/plan.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { aPerson, day } from '../../kit/evidence.ts'

const people = [
  aPerson('head', { email: 'head@school.example', roles: ['slt'] }),
  aPerson('it', { email: 'IT@school.example', roles: ['policy-owner'] }),
  aPerson('hr', { email: 'hr@school.example', roles: ['policy-owner'] }),
]

describe('review: who is warned', () => {
  const table: readonly (readonly [what: string, named: readonly string[] | undefined, hear: string])[] = [
    ['nobody is named: all', undefined, 'head it hr'],
    ['an address, however it is written', ['it@School.example'], 'it'],
    ['a role', ['slt'], 'head'],
    ['both', ['slt', 'hr@school.example'], 'head hr'],
    ['somebody who is not here any more: all', ['gone@school.example'], 'head it hr'],
  ]
  for (const [what, named, hear] of table)
    it(what, () => {
      const owners = named === undefined ? undefined : { 'social-media': named }
      expect(ownersOf('social-media', people, owners).map(({ id }) => id).join(' ')).to.equal(hear) // prettier-ignore
    })
})

describe('review: until which day warnings are given', () => {
  const terms = [
    { from: day('2027-04-12'), to: day('2027-07-21') },
    { from: day('2027-09-02'), to: day('2027-12-17') },
  ]
  const calendar = { ...weekdaysAllYear, terms }
  const table: readonly (readonly [on: string, until: string])[] = [
    ['2027-07-13', '2027-07-13'],
    ['2027-07-14', '2027-09-01'],
    ['2027-07-21', '2027-09-01'],
    ['2027-09-02', '2027-09-02'],
    ['2027-05-06', '2027-05-06'],
  ]
  for (const [on, until] of table)
    it(`on ${on}: until ${until}`, () => expect(warnedUntil(day(on), calendar)).to.equal(until))
})
