// What is shown before a campaign begins: tables of due days with the doubts about each, and of when it would write.
import { expect } from 'chai'
import {
  countAsked,
  dueDoubts,
  nobodyAsked,
  previewOf,
  sayPreview,
  sayWhoHears,
} from '../../../src/campaign/preview.ts'
import { keepsAsking } from '../../../src/campaign/read-preview.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { day } from '../../kit/evidence.ts'

const calendar = {
  ...weekdaysAllYear,
  terms: [
    { from: day('2026-09-01'), to: day('2026-10-23') },
    { from: day('2026-11-02'), to: day('2026-12-18') },
  ],
  closed: new Set([day('2026-12-07')]),
}

describe('campaign: what is doubtful about a day', () => {
  const table: readonly (readonly [due: string, kinds: readonly string[], says: string])[] = [
    ['2026-10-12', [], ''],
    ['2026-10-11', ['day-off'], 'a Sunday. The last working day before it is 9 October 2026.'],
    ['2026-10-28', ['day-off'], 'in the school holidays. The last working day before it is 23 October 2026.'],
    ['2026-12-07', ['day-off'], 'a bank holiday, or a day on which the school is closed.'],
    ['2126-10-14', ['far'], 'more than a year away.'],
  ]
  for (const [due, kinds, says] of table)
    it(`${due}: ${kinds.join(' ') || 'nothing'}`, () => {
      const doubts = dueDoubts(day(due), { today: day('2026-09-07'), calendar })
      expect(doubts.map(({ kind }) => kind).filter((kind) => kind !== 'day-off' || kinds.includes(kind))).to.deep.equal(
        kinds,
      )
      expect(doubts.map(({ what }) => what).join(' ')).to.include(says)
    })
})

describe('campaign: what it will do', () => {
  const now = new Date('2026-09-07T09:00:00Z')
  const rhythm = { before: [7, 1, 0], every: 7 }
  const asked = [
    { kind: 'signed' as const },
    { kind: 'owes' as const, name: 'Priya Nair', way: 'slack' as const, away: false, later: false },
    { kind: 'owes' as const, name: 'Ann Able', way: 'none' as const, away: true, later: false },
  ].reduce(countAsked, nobodyAsked)

  it('says who, by which way, whom it can’t reach, and which days fall into holidays', () => {
    const preview = previewOf(asked, { due: day('2026-11-03'), rhythm, calendar, now })
    expect(sayPreview(preview)).to.deep.equal([
      '2 people are asked to sign; 1 has signed already; 1 is away today, and hears when back.',
      'They hear of it: 1 in Slack.',
      '1 person can’t be reached yet, neither in a chat nor by email: Ann Able. They hear once they can be.',
      '7 September 2026: they are asked.',
      '27 October 2026: a reminder 7 days before; it falls on a day off, so on 2 November 2026.',
      '2 November 2026: a reminder 1 day before.',
      '3 November 2026: a reminder on the day itself.',
      '4 November 2026: line managers hear who is late.',
    ])
    expect(preview.doubts).to.deep.equal([])
  })

  it('says of a running campaign that keeps its day that nobody is asked twice', () => {
    const preview = previewOf(asked, { due: day('2026-11-03'), rhythm, calendar, now, goesOn: true })
    expect(sayPreview(preview)[3]).to.equal('7 September 2026: whoever has not been asked yet is asked.')
  })

  it('knows which campaign keeps its day', () => {
    const today = day('2026-09-14')
    const opened = day('2026-09-07')
    expect(keepsAsking({}, today), 'not opened').to.equal(false)
    expect(keepsAsking({ openedOn: opened }, today)).to.equal(true)
    expect(keepsAsking({ openedOn: opened, changedOn: day('2026-09-10') }, today)).to.equal(true)
    expect(keepsAsking({ openedOn: opened, changedOn: today }, today), 'another due day').to.equal(false)
  })

  it('says how long everybody has where the day is near, and that nobody is asked where nobody is', () => {
    const preview = previewOf(nobodyAsked, { due: day('2026-09-08'), rhythm, calendar, now })
    expect(sayPreview(preview).join(' ')).to.include('at least 5 working days of their own: until 11 September 2026')
    expect(preview.doubts.map(({ kind }) => kind)).to.deep.equal(['nobody'])
  })

  it('names whoever hears of those who are late, as the school says', () => {
    const escalation = [
      { to: 'manager', after: 0 },
      { to: 'slt', after: 2 },
      { to: 'head@school.example', after: 5 },
    ]
    const { days } = previewOf(nobodyAsked, { due: day('2026-11-03'), rhythm, calendar, now, escalation })
    const late = days.filter(({ step }) => step.startsWith('late')).map(({ step, on }) => `${on} ${sayWhoHears(step)}`)
    expect(late).to.deep.equal([
      '2026-11-04 line managers hear who is late',
      '2026-11-06 the senior leadership team hears who is late',
      '2026-11-11 head@school.example hears who is late',
    ])
  })
})
