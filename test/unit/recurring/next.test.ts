// When people are asked again: a year later or at the start of a term, never in a holiday; SLT is asked two weeks
// before.
import { expect } from 'chai'
import { addDays, addMonths } from '../../../src/kit/days.ts'
import { afterSkipping, afterToday, askedFrom, nextRound, sinceDay } from '../../../src/recurring/next.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { day } from '../declaration/builders.ts'

const terms = [
  { from: day('2026-09-03'), to: day('2026-12-18') },
  { from: day('2027-01-05'), to: day('2027-03-26') },
  { from: day('2027-04-13'), to: day('2027-07-21') },
  { from: day('2027-09-02'), to: day('2027-12-17') },
]
const calendar = { ...weekdaysAllYear, terms }
const september = { openedOn: day('2026-09-03'), due: day('2026-09-30') }

describe('the next round', () => {
  const table: readonly (readonly [
    what: string,
    before: typeof september,
    every: 'year' | 'term',
    after: string,
    next: readonly [string, string] | undefined,
  ])[] = [
    ['a year later', september, 'year', '2026-09-03', ['2027-09-03', '2027-09-30']],
    ['the year after it was skipped', { openedOn: day('2026-03-02'), due: day('2026-03-27') }, 'year', '2027-03-02', ['2028-03-02', '2028-03-27']],
    ['not in a holiday', { openedOn: day('2025-12-28'), due: day('2026-01-09') }, 'year', '2026-01-01', ['2027-01-05', '2027-01-11']],
    ['five working days at least', { openedOn: day('2026-09-03'), due: day('2026-09-04') }, 'year', '2026-09-03', ['2027-09-03', '2027-09-09']],
    ['a due day on a Saturday becomes the Friday', { openedOn: day('2026-09-10'), due: day('2026-10-02') }, 'year', '2026-09-10', ['2027-09-10', '2027-10-01']],
    ['with the next term', september, 'term', '2026-09-03', ['2027-01-05', '2027-02-01']],
    ['with the term after it was skipped', september, 'term', '2027-01-05', ['2027-04-13', '2027-05-10']],
    ['no later term is known', september, 'term', '2027-09-02', undefined],
  ] // prettier-ignore
  for (const [what, before, every, after, next] of table)
    it(what, () => {
      const found = nextRound(before, { every, after: day(after) }, { calendar, today: day('2026-09-03'), signed: [] })
      expect(found && [found.opens, found.due]).to.deep.equal(next)
    })

  it('is asked about ten working days before, also where holidays lie between', () => {
    expect(askedFrom(day('2027-09-16'), calendar)).to.equal('2027-09-02')
    expect(askedFrom(day('2027-09-03'), calendar)).to.equal('2027-07-09')
    expect(askedFrom(day('2027-01-05'), { ...calendar, terms: [] })).to.equal('2026-12-22')
    expect(askedFrom(day('2027-01-05'), { ...calendar, weekdays: [] })).to.equal(addDays(day('2027-01-05'), -14))
  })
})

describe('the next round, so many months after the last signature', () => {
  const plain = weekdaysAllYear
  const recurs = (months: number, after: string) => ({ every: 'months', months, after: day(after) }) as const
  const table: readonly (readonly [
    what: string,
    months: number,
    signed: readonly string[],
    at: { readonly after?: string; readonly today?: string },
    next: readonly [opens: string, due: string] | undefined,
  ])[] = [
    ['comes when the first of the signatures is old enough', 12, ['2026-09-21', '2026-09-14', '2026-11-02'], {}, ['2027-09-14', '2027-10-11']],
    ['on the last day of a month that has no 31st', 6, ['2026-08-31'], {}, ['2027-03-01', '2027-03-26']],
    ['two working weeks after the last due day at the earliest', 1, ['2026-09-03'], {}, ['2026-10-15', '2026-11-11']],
    ['today, where its turn has passed and nobody has answered', 12, ['2026-09-14'], { today: '2027-11-03' }, ['2027-11-03', '2027-11-30']],
    ['comes again so many months later, once it was left out', 12, ['2026-09-14'], { after: '2027-10-11' }, ['2028-09-14', '2028-10-11']],
    ['with the first that was not left out', 12, ['2026-09-14', '2026-12-01'], { after: '2027-10-11' }, ['2027-12-01', '2027-12-28']],
    ['is not known while nobody has signed', 12, [], {}, undefined],
  ] // prettier-ignore
  for (const [what, months, signed, { after = '2026-09-03', today = '2026-10-01' }, next] of table)
    it(what, () => {
      const seen = { calendar: plain, today: day(today), signed: signed.map(day) }
      const found = nextRound(september, recurs(months, after), seen)
      expect(found && [found.opens, found.due]).to.deep.equal(next)
    })

  it('does not wait for days of terms that are not written down any more', () => {
    const seen = { calendar, today: day('2026-09-03'), signed: [day('2025-08-18')] }
    const before = { openedOn: day('2025-08-12'), due: day('2025-08-19') }
    expect(nextRound(before, recurs(13, '2025-08-12'), seen)?.opens).to.equal('2026-09-18')
    const holiday = { calendar, today: day('2026-12-18'), signed: [day('2026-12-01')] }
    const christmas = { openedOn: day('2026-11-23'), due: day('2026-12-11') }
    expect(nextRound(christmas, recurs(1, '2026-11-23'), holiday)?.opens).to.equal('2027-01-12')
  })

  it('asks exactly those whose turn comes by its due day, whatever the length of the months', () => {
    for (let on = day('2026-06-25'); on < '2027-06-25'; on = addDays(on, 1))
      for (const months of [1, 6, 12, 60]) {
        const due = addMonths(on, months)
        const since = sinceDay({ every: 'months', months }, { opens: due, due })
        for (const signed of [addDays(on, -1), on, addDays(on, 1), addDays(on, 4)])
          expect(signed < since, `${signed}, ${months} months, due ${due}`).to.equal(addMonths(signed, months) <= due)
      }
  })

  it('never asks anybody twice in one round, and yearly rounds ask everybody anew', () => {
    const round = { opens: day('2026-10-01'), due: day('2026-12-18') }
    expect(sinceDay({ every: 'months', months: 1 }, round)).to.equal('2026-10-01')
    expect(sinceDay({ every: 'months', months: 3 }, round)).to.equal('2026-09-19')
    expect(sinceDay({ every: 'year' }, round)).to.equal('2026-10-01')
    expect(afterSkipping({ every: 'months' }, round)).to.equal('2026-12-18')
    expect(afterSkipping({ every: 'term' }, round)).to.equal('2026-10-01')
  })

  it('counts a signature that is old enough already from now, and not from so many months on', () => {
    const today = day('2026-11-23')
    const months = { every: 'months', months: 6 } as const
    expect(afterToday(months, { today, signed: [day('2026-09-01')] })).to.equal('2026-11-23')
    const after = afterToday(months, { today, signed: [day('2024-01-10'), day('2026-09-01')] })
    const seen = { calendar: plain, today, signed: [day('2024-01-10'), day('2026-09-01')] }
    expect(nextRound(september, { ...months, after }, seen)?.opens).to.equal('2026-11-23')
    expect(afterToday({ every: 'year' }, { today, signed: [day('2024-01-10')] })).to.equal('2026-11-23')
  })
})
