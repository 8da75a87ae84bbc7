// What a campaign's timeline contains, and where.
import { expect } from 'chai'
import type { Day } from '../../../src/kit/days.ts'
import { sayGoesOn, timelineOf, type TimelineAbout } from '../../../src/campaign/timeline.ts'
import { openCalendar, CalendarFile } from '../../../src/library/calendar.ts'

const day = (text: string) => text as Day
const calendar = openCalendar(
  'Europe/London',
  CalendarFile.parse({ terms: ['2026-09-02 to 2026-10-23', '2026-11-02 to 2026-12-18'] }),
)
const about: TimelineAbout = {
  title: 'Visitors Policy',
  campaign: {
    openedOn: day('2026-10-05'),
    due: day('2026-11-09'),
    closedOn: undefined,
    pausedOn: undefined,
    rhythm: undefined,
  },
  reminders: { before: [14, 7, 0], every: 7 },
  calendar,
  today: day('2026-10-20'),
  turned: [],
  signed: { total: 3, days: [day('2026-10-06'), day('2026-09-30'), day('2026-10-06')] },
}
const on = (campaign: Partial<TimelineAbout['campaign']> = {}, given: Partial<TimelineAbout> = {}) =>
  timelineOf({ ...about, ...given, campaign: { ...about.campaign, ...campaign } })
const marks = (...asked: Parameters<typeof on>) => on(...asked).marks.map(({ day: at, says }) => `${at} ${says}`)

describe('the timeline of a campaign', () => {
  it('has its opening, its reminders on days on which the school works, its due day, and when managers hear', () => {
    expect(marks()).to.deep.equal([
      '2026-10-05 opened',
      // A fortnight before the due day is in the holidays, so that reminder waits for the first day of term, a week
      // before the due day.
      '2026-11-02 reminder 14 days before, reminder 7 days before',
      '2026-11-09 due, reminder on the day',
      '2026-11-10 line managers hear who is late',
      '2026-11-16 reminder 7 days after',
    ])
  })

  it('has its own rhythm, where it has one, and what was done to it', () => {
    const rhythm = { before: [1], every: 14 }
    const turned = [{ day: day('2026-10-07'), says: 'changed' }]
    expect(marks({ rhythm }, { turned })).to.deep.equal([
      '2026-10-05 opened',
      '2026-10-07 changed',
      '2026-11-09 due, reminder 1 day before',
      '2026-11-10 line managers hear who is late',
      '2026-11-23 reminder 14 days after',
    ].toSorted()) // prettier-ignore
  })

  it('has nothing after it was closed or while it is paused', () => {
    const closed = [{ day: day('2026-11-05'), says: 'closed' }]
    expect(marks({ closedOn: day('2026-11-05') }, { turned: closed })).to.deep.equal([
      '2026-10-05 opened',
      '2026-11-02 reminder 14 days before, reminder 7 days before',
      '2026-11-05 closed',
      '2026-11-09 due',
    ])
    expect(marks({ pausedOn: day('2026-10-20') })).to.deep.equal(['2026-10-05 opened', '2026-11-09 due'])
  })

  it('goes on while it is open: to today, with the first few reminders after the day', () => {
    const late = on({}, { today: day('2027-01-15') })
    expect(late.to).to.equal('2027-01-15')
    expect(late.marks.filter(({ says }) => says.includes('days after'))).to.have.length(3)
    expect(sayGoesOn({ ...about.campaign }, about.reminders)).to.include('every 7 days')
    expect(sayGoesOn({ ...about.campaign, closedOn: day('2026-11-05') }, about.reminders)).to.include(
      'It was closed on 5 November',
    )
  })

  it('shades holidays with the weekends beside them, and no other weekend', () => {
    expect(on().shaded.spans).to.deep.equal([{ from: '2026-10-24', to: '2026-11-01' }])
  })

  it('counts whoever had signed before from the first day on', () => {
    expect(on().line.points).to.deep.equal([
      { day: '2026-10-05', count: 1 },
      { day: '2026-10-06', count: 3 },
    ])
  })
})
