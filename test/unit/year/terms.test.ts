// For how long terms are known, and which days count as working days once the known terms have ended: tables.
import { expect } from 'chai'
import { isWorkingDay } from '../../../src/kit/calendar.ts'
import { sayTerms, termsOn, warningStep } from '../../../src/year/terms.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { day } from '../../kit/evidence.ts'

const calendar = {
  ...weekdaysAllYear,
  terms: [
    { from: day('2027-04-12'), to: day('2027-07-21') },
    { from: day('2027-01-04'), to: day('2027-03-25') },
  ],
}

describe('year: terms that end without others after them', () => {
  const table: readonly (readonly [
    on: string,
    kind: string,
    step: string | undefined,
    working: boolean,
    says: string,
  ])[] = [
    ['2027-03-01', 'known', undefined, true, ''],
    ['2027-05-25', 'known', undefined, true, ''],
    ['2027-05-26', 'ending', '8-weeks-before', true, 'ends on 21 July 2027'],
    ['2027-06-23', 'ending', '4-weeks-before', true, 'ends on 21 July 2027'],
    ['2027-07-21', 'ending', '2-weeks-before', true, 'ends on 21 July 2027'],
    ['2027-07-22', 'ended', undefined, false, 'Until 1 September 2027 I write to nobody'],
    ['2027-09-01', 'ended', undefined, false, 'Until 1 September 2027'],
    ['2027-09-02', 'forgotten', 'forgotten', true, 'I take every working weekday for term'],
    ['2027-09-04', 'forgotten', 'forgotten', false, 'I take every working weekday for term'],
    ['2029-02-05', 'forgotten', 'forgotten', true, 'ended on 21 July 2027'],
  ]
  for (const [on, kind, step, working, says] of table)
    it(`${on}: ${kind}, ${working ? 'a working day' : 'nobody is written to'}`, () => {
      const terms = termsOn(day(on), calendar)
      expect([terms.kind, warningStep(terms, day(on)), isWorkingDay(day(on), calendar)]).to.deep.equal([kind, step, working]) // prettier-ignore
      expect(sayTerms(terms) ?? '').to.include(says)
      expect(sayTerms(terms) === undefined).to.equal(says === '')
    })

  it('are nothing to speak of where none were ever written down', () => {
    const terms = termsOn(day('2027-08-01'), weekdaysAllYear)
    expect([terms.kind, sayTerms(terms)]).to.deep.equal(['all-year', undefined])
  })
})
