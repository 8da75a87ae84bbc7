// The school's working days as the office writes them, with bank holidays and what takes precedence over them.
import { expect } from 'chai'
import { isWorkingDay } from '../../../src/kit/calendar.ts'
import type { Day } from '../../../src/kit/days.ts'
import { bankHolidays } from '../../../src/library/holidays.ts'
import { readLibrary, sayProblem } from '../../../src/library/read.ts'

function read(settings: string) {
  const file = (path: string, source: string) => ({ path, shown: `knowledge/${path}`, source, own: false })
  return readLibrary([
    file('school.yaml', `name: Hilltop School\nzone: Europe/London\n${settings}`),
    file(
      'policies/bikes/policy.yaml',
      'id: bikes\ntitle: Bicycle Policy\nowner: the site manager\nask:\n  who: the office\n  why: Ask.\n  cites: "1"\n',
    ),
    file(
      'policies/bikes/2026-01.md',
      '---\npolicy: bikes\nedition: 2026-01\ntitle: Bicycle Policy\nwording: adopted\n---\n\n## 1. Sheds\n\nIn the shed.\n',
    ),
  ])
}

function calendarOf(settings: string) {
  const { library, problems } = read(settings)
  if (library === undefined) throw new Error(problems.map(sayProblem).join())
  return library.school.calendar
}

const works = (day: string, settings = '') => isWorkingDay(day as Day, calendarOf(settings))

describe('library: the school’s calendar', () => {
  it('is weekdays from eight to five, all year but for bank holidays in England, unless the school says otherwise', () => {
    const { hours, weekdays, terms } = calendarOf('')
    expect({ hours, weekdays, terms }).to.deep.equal({
      hours: { from: 480, to: 1020 },
      weekdays: [1, 2, 3, 4, 5],
      terms: [],
    })
    expect([works('2026-10-05'), works('2026-10-04'), works('2026-12-25'), works('2026-12-28')]).to.deep.equal([
      true,
      false,
      false,
      false,
    ])
  })

  const own = `calendar:
  weekdays: [Mon, tuesday, wed, thu]
  hours: 7:30 to 16:00
  bankHolidays: scotland
  terms: [2026-09-02 to 2026-10-23, { from: "2026-11-02", to: "2026-12-18" }]
  inset: [2026-09-01, 2026-11-28]
  closed: [2026-11-05, 2026-12-01 to 2026-12-02]
  open: [2026-11-30]
reminders: { before: [10, 2], every: 14 }
`
  for (const [what, day, expected] of [
    ['a weekday in term', '2026-09-03', true],
    ['a weekday that is not worked', '2026-09-04', false],
    ['half term', '2026-10-26', false],
    ['the second term, written with from and to', '2026-11-02', true],
    ['an inset day before term', '2026-09-01', true],
    ['an inset day on a Saturday', '2026-11-28', true],
    ['a closed day', '2026-11-05', false],
    ['the last of several closed days', '2026-12-02', false],
    ['a bank holiday on which the school is open', '2026-11-30', true],
  ] as const) {
    it(`${what}: ${expected ? 'works' : 'does not'}`, () => expect(works(day, own)).to.equal(expected))
  }

  it('reads hours and the rhythm of reminders', () => {
    expect(calendarOf(own).hours).to.deep.equal({ from: 450, to: 960 })
    expect(read(own).library?.school.reminders).to.deep.equal({ before: [10, 2], every: 14 })
    expect(read('').library?.school.reminders).to.deep.equal({ before: [7, 3, 1, 0], every: 7 })
  })

  it('reads who hears of whoever is overdue, and refuses what is nobody', () => {
    const escalation = [
      { to: 'manager', after: 0 },
      { to: 'head@school.example', after: 5 },
    ]
    const file = 'escalation: [{ to: manager, after: 0 }, { to: head@school.example, after: 5 }]\n'
    expect(read(file).library?.school.escalation).to.deep.equal(escalation)
    expect(read('').library?.school.escalation).to.equal(undefined)
    for (const wrong of ['escalation: [{ to: the head, after: 5 }]\n', 'escalation: [{ to: slt, after: -1 }]\n'])
      expect(
        read(wrong)
          .problems.map((each) => each.what)
          .join(),
      ).to.match(/email address|number|small|0/i)
  })

  for (const [what, settings] of [
    ['a day that is none', 'closed: [2026-02-30]'],
    ['a span that ends before it begins', 'terms: [2026-10-23 to 2026-09-02]'],
    ['hours that end before they begin', 'hours: 17:00-08:00'],
    ['hours that are none', 'hours: all day'],
    ['a weekday that is none', 'weekdays: [m]'],
    ['a nation that is none', 'bankHolidays: france'],
    ['a setting that is none', 'holidays: england'],
  ] as const) {
    it(`says on which line there is ${what}`, () => {
      const { library, problems } = read(`calendar:\n  ${settings}\n`)
      expect(library).to.equal(undefined)
      expect(sayProblem(problems[0] ?? { file: '', line: 0, what: '', fix: '' })).to.match(/school\.yaml:[34] /)
    })
  }
})

describe('library: bank holidays', () => {
  const of = (nation: Parameters<typeof bankHolidays>[0], ...days: string[]) => {
    const bank = bankHolidays(nation)
    return days.map((day) => bank.has(day as Day))
  }

  it('are the days that stand for those on a weekend, and not those themselves', () => {
    expect(of('england', '2021-12-25', '2021-12-26', '2021-12-27', '2021-12-28')).to.deep.equal([
      false,
      false,
      true,
      true,
    ])
    expect(of('england', '2022-12-25', '2022-12-26', '2022-12-27')).to.deep.equal([false, true, true])
    expect(of('england', '2028-01-01', '2028-01-03')).to.deep.equal([false, true])
    expect(of('england', '2023-01-01', '2023-01-02')).to.deep.equal([false, true])
  })

  it('move with Easter, and differ between the nations', () => {
    expect(of('england', '2027-03-26', '2027-03-29', '2027-05-03')).to.deep.equal([true, true, true])
    expect(of('scotland', '2027-03-29', '2026-11-30')).to.deep.equal([false, true])
    expect(of('scotland', '2026-06-15'), 'proclaimed for the World Cup').to.deep.equal([true])
    expect(of('england', '2026-06-15')).to.deep.equal([false])
    expect(of('northern-ireland', '2027-03-17')).to.deep.equal([true])
    expect(of('wales', '2027-03-17', '2027-08-30')).to.deep.equal([false, true])
  })

  it('leaves the parents’ days alone', () => {
    expect(of('england', '2027-03-07', '2027-06-20')).to.deep.equal([false, false])
  })
})
