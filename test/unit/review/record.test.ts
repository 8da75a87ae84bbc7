// The outcome of a review: what may be recorded, what is refused, and when the next review then is.
import { expect } from 'chai'
import type { Entry } from '../../../src/journal/types.ts'
import { parseDayOrMonth, type Day, type DayOrMonth } from '../../../src/kit/days.ts'
import { reviewDue, reviewState } from '../../../src/policy/force.ts'
import { latestAbout, nextReviewsIn, recordedIn } from '../../../src/review/outcomes.ts'
import {
  postponedSince,
  recordReview,
  sayChain,
  type RecordOutcome,
  type RecordRequest,
} from '../../../src/review/record.ts'
import { nextStepOn, stepDue } from '../../../src/review/steps.ts'
import type { Outcome } from '../../../src/review/types.ts'
import { readWhen } from '../../../src/review/when.ts'
import { sayDone } from '../../../src/review/words.ts'
import { anEdition, aPolicy } from '../../kit/builders.ts'

function when(text: string): DayOrMonth {
  const read = parseDayOrMonth(text)
  if (read === undefined) throw new Error(`${text} is neither day nor month`)
  return read
}
const day = (text: string) => when(text) as Day

const edition = anEdition()
const policy = aPolicy(edition)
const newer = anEdition({ id: '2026-12', published: '2026-12-01' })

function record(outcome: Outcome, given: Partial<RecordRequest> & { at?: string } = {}) {
  const { at = '2026-11-23T09:00:00Z', ...rest } = given
  return recordReview({
    policy,
    edition: '2015-10',
    outcome,
    reason: '',
    before: [],
    leads: false,
    practice: false,
    zone: 'Europe/London',
    by: 'p1',
    stamp: { id: 'e1', at: new Date(at), salt: 'salt' },
    ...rest,
  })
}

const noChange = (next: string): Outcome => ({ kind: 'no-change', next: when(next) })
const postponed = (until: string): Outcome => ({ kind: 'postponed', until: when(until) })
const replacedBy = (replacement: string): Outcome => ({ kind: 'new-edition', replacement })

describe('recording what came of a review', () => {
  const table: readonly [string, Outcome, string, RecordOutcome['kind']][] = [
    ['no change until a later month', noChange('2027-10'), '', 'recorded'],
    ['no change until tomorrow', noChange('2026-11-24'), '', 'recorded'],
    ['no change until next month', noChange('2026-12'), '', 'recorded'],
    ['no change until today', noChange('2026-11-23'), '', 'not-later'],
    ['no change until this month', noChange('2026-11'), '', 'not-later'],
    ['no change until a day gone by', noChange('2016-10'), '', 'not-later'],
    ['no change for five years', noChange('2031-11-23'), '', 'recorded'],
    ['no change for five years, by month', noChange('2031-11'), '', 'recorded'],
    ['no change for five years and a day', noChange('2031-11-24'), '', 'too-far'],
    ['no change for five years and a month', noChange('2031-12'), '', 'too-far'],
    ['postponed with a reason', postponed('2027-01'), 'The deputy is new.', 'recorded'],
    ['postponed to the end of this month', postponed('2026-11'), 'Next week.', 'recorded'],
    ['postponed to today', postponed('2026-11-23'), 'Now.', 'not-later'],
    ['postponed without a reason', postponed('2027-01'), ' … ', 'reason-empty'],
    ['an edition that is not there', replacedBy('2026-12'), '', 'no-such-edition'],
    ['the same edition', replacedBy('2015-10'), '', 'no-such-edition'],
  ]
  for (const [what, outcome, reason, kind] of table)
    it(`${what}: ${kind}`, () => {
      const written = record(outcome, { reason })
      expect(written.outcome.kind).to.equal(kind)
      expect(written.entries).to.have.lengthOf(kind === 'recorded' ? 1 : 0)
    })

  it('is postponed a second time by whoever leads the school alone, and the chain is said', () => {
    const before = [
      { entry: 'e0', edition: '2015-10', outcome: postponed('2026-11'), on: day('2026-03-02'), practice: false },
      { entry: 'e00', edition: '2015-10', outcome: postponed('2026-03'), on: day('2016-10-03'), practice: false },
      { entry: 'e000', edition: '2015-10', outcome: noChange('2016-10'), on: day('2015-10-27'), practice: false },
    ]
    const again = record(postponed('2027-01'), { reason: 'The deputy is new.', before })
    expect(again.outcome.kind).to.equal('needs-slt')
    expect(sayChain(postponedSince(before, '2015-10'))).to.equal(
      'It was postponed 2 times: on 3 October 2016 until March 2026 and on 2 March 2026 until November 2026.',
    )
    expect(record(postponed('2027-01'), { reason: 'It is.', before, leads: true }).outcome.kind).to.equal('recorded')
    expect(record(postponed('2027-01'), { reason: 'It is.', before: before.slice(2) }).outcome.kind).to.equal(
      'recorded',
    )
  })

  it('writes the fact with its month as a month, and hides the reason', () => {
    const [entry] = record(noChange('2027-10'), { reason: ' Read by two of us. ' }).entries
    expect(entry?.fact).to.deep.equal({
      kind: 'reviewed',
      policy: 'social-media',
      edition: '2015-10',
      outcome: { kind: 'no-change', next: '2027-10' },
      on: '2026-11-23',
      by: 'p1',
      practice: false,
    })
    expect(entry?.hidden).to.deep.equal({ reason: 'Read by two of us.' })
  })

  it('the day is the school’s: half past midnight in summer is tomorrow in London', () => {
    const at = '2026-06-30T23:30:00Z'
    expect(record(noChange('2026-07-01'), { at }).outcome).to.deep.equal({ kind: 'not-later', today: '2026-07-01' })
    expect(record(noChange('2026-07-02'), { at }).outcome.kind).to.equal('recorded')
  })

  it('five years after a leap day are counted to the end of February', () => {
    const at = '2028-02-29T09:00:00Z'
    expect(record(noChange('2033-02-28'), { at }).outcome.kind).to.equal('recorded')
    expect(record(noChange('2033-03-01'), { at }).outcome.kind).to.equal('too-far')
  })

  it('an edition that is no longer in force takes no outcome but the one that replaced it', () => {
    const both = aPolicy(newer, edition)
    const at = '2026-12-02T09:00:00Z'
    const stale = { policy: both, edition: '2015-10', at }
    const refused = { kind: 'not-in-force', edition: '2026-12' }
    expect(record(noChange('2027-10'), stale).outcome).to.deep.equal(refused)
    expect(record(postponed('2027-10'), { ...stale, reason: 'Later.' }).outcome).to.deep.equal(refused)
    expect(record(replacedBy('2026-12'), stale).outcome.kind).to.equal('recorded')
    expect(record(replacedBy('2026-12'), { ...stale, edition: '2026-12' }).outcome.kind).to.equal('no-such-edition')
    expect(record(replacedBy('2015-10'), { ...stale, edition: '2026-12' }).outcome.kind).to.equal('no-such-edition')
  })

  it('the school’s own text takes the place of a summary, and no summary that of the text', () => {
    const summary = anEdition({ id: '2030-01', wording: 'restated' })
    const both = aPolicy(edition, summary)
    expect(record(replacedBy('2015-10'), { policy: both, edition: '2030-01' }).outcome.kind).to.equal('recorded')
    expect(record(replacedBy('2030-01'), { policy: both }).outcome.kind).to.equal('no-such-edition')
  })

  it('the same outcome twice on one day is recorded once, and on another day again', () => {
    const first = record(noChange('2027-10')).outcome
    if (first.kind !== 'recorded') throw new Error(first.kind)
    const before = [first.recorded]
    expect(record(noChange('2027-10'), { before }).outcome.kind).to.equal('already-recorded')
    expect(record(noChange('2027-11'), { before }).outcome.kind).to.equal('recorded')
    expect(record(noChange('2027-10'), { before, at: '2026-11-24T09:00:00Z' }).outcome.kind).to.equal('recorded')
  })
})

describe('what was recorded, read back', () => {
  const both = aPolicy(newer, edition)
  let seq = 0
  const entry = (outcome: Outcome, given: { on: string; practice?: boolean; edition?: string }): Entry => ({
    seq: ++seq,
    id: `e${seq}`,
    at: new Date(`${given.on}T09:00:00Z`),
    fact: {
      kind: 'reviewed',
      policy: 'social-media',
      edition: given.edition ?? '2015-10',
      outcome,
      on: day(given.on),
      by: 'p1',
      practice: given.practice ?? false,
    },
    hidden: {},
    before: '',
    hash: '',
  })
  const due = (entries: readonly Entry[], today: string, practice = false) =>
    reviewDue(edition, nextReviewsIn(entries.toReversed(), [both]), { practice, today: day(today) }).due

  it('without one, the edition’s own month counts', () => {
    expect(due([], '2026-11-23')).to.equal('2016-10')
  })

  it('the latest counts, from the day on which it was recorded', () => {
    const entries = [
      entry(postponed('2027-01'), { on: '2026-11-23' }),
      entry(noChange('2027-10'), { on: '2026-12-01' }),
    ]
    expect(due(entries, '2026-11-22')).to.equal('2016-10')
    expect(due(entries, '2026-11-30')).to.equal('2027-01')
    expect(due(entries, '2026-12-01')).to.equal('2027-10')
  })

  it('what is recorded in practice counts there only', () => {
    const entries = [entry(noChange('2027-10'), { on: '2026-11-23', practice: true })]
    expect(due(entries, '2026-11-23')).to.equal('2016-10')
    expect(due(entries, '2026-11-23', true)).to.equal('2027-10')
  })

  it('says nothing of another edition', () => {
    expect(due([entry(noChange('2027-10'), { on: '2026-11-23', edition: '2026-12' })], '2026-11-23')).to.equal(
      '2016-10',
    )
  })

  it('a new edition is waited for until it is in force', () => {
    const entries = [entry(replacedBy('2026-12'), { on: '2026-11-23' })]
    expect(due(entries, '2026-11-23')).to.equal('2026-12-01')
    expect(due([entry(replacedBy('2040-01'), { on: '2026-11-23' })], '2026-11-23')).to.equal('2016-10')
  })

  it('an edition knows what brought it', () => {
    const which = { policy: 'social-media', practice: false, today: day('2026-12-02') }
    const recorded = recordedIn([entry(replacedBy('2026-12'), { on: '2026-11-23' })], which)
    expect(latestAbout(newer, recorded)?.edition).to.equal('2015-10')
    expect(recordedIn([entry(noChange('2027-10'), { on: '2026-12-03' })], which)).to.deep.equal([])
  })
})

describe('the warnings after an outcome', () => {
  for (const [due, since, today, step] of [
    ['2027-10', '2026-11-23', '2027-07-08', undefined],
    ['2027-10', '2026-11-23', '2027-07-09', '12-weeks-before'],
    // Recorded while the warnings run: the recording covers every step up to that day.
    ['2026-12-14', '2026-11-23', '2026-11-23', undefined],
    ['2026-12-14', '2026-11-23', '2026-11-29', undefined],
    ['2026-12-14', '2026-11-23', '2026-11-30', '2-weeks-before'],
    ['2026-11', '2026-11-23', '2026-11-28', undefined],
    ['2026-11', '2026-11-23', '2026-11-29', 'month-week-5'],
    ['2026-11', '2026-11-23', '2026-12-01', 'overdue-week-1'],
    ['2028-02-29', '2026-11-23', '2028-02-29', 'day'],
    ['2028-02-29', '2026-11-23', '2028-03-01', 'overdue-week-1'],
    ['2028-02', '2026-11-23', '2028-02-29', 'month-week-5'],
    ['2028-02', '2026-11-23', '2028-03-01', 'overdue-week-1'],
  ] as const)
    it(`due ${due}, recorded on ${since}, seen on ${today}: ${step ?? 'nothing'}`, () => {
      expect(stepDue(when(due), day(today), day(since))?.id).to.equal(step)
    })

  it('says from when', () => {
    expect(nextStepOn(when('2027-10'), day('2026-11-23'))).to.equal('2027-07-09')
    expect(nextStepOn(when('2016-10'), day('2026-11-23'))).to.equal('2026-12-01')
    const recorded = {
      entry: 'e1',
      edition: '2015-10',
      outcome: noChange('2027-10'),
      on: day('2026-11-23'),
      practice: false,
    }
    const { next } = sayDone(recorded, { title: 'Social Media Policy', replacement: undefined, warned: true })
    expect(next).to.equal('Signatures stand. The next review is October 2027; I’ll warn you from 9 July 2027.')
  })

  it('a postponed month is overdue after its last day', () => {
    expect(reviewState(when('2027-03'), day('2027-03-31')).kind).to.equal('current')
    expect(reviewState(when('2027-03'), day('2027-04-01')).kind).to.equal('overdue')
  })
})

describe('a day or a month as people write it', () => {
  for (const [text, read] of [
    ['2027-10', '2027-10'],
    ['October 2027', '2027-10'],
    ['in Oct. 2027', '2027-10'],
    ['10/2027', '2027-10'],
    ['1 / 2027', '2027-01'],
    ['2027-10-14', '2027-10-14'],
    ['14/10/2027', '2027-10-14'],
    ['until 14 October 2027', '2027-10-14'],
    ['13/2027', undefined],
    ['2027-13', undefined],
    ['31/02/2027', undefined],
    ['29 February 2028', '2028-02-29'],
    ['29 February 2027', undefined],
    ['next year', undefined],
    ['', undefined],
  ] as const)
    it(`“${text}” is ${read ?? 'neither'}`, () => {
      const found = readWhen(text)
      expect(found.kind === 'value' ? found.value : undefined).to.equal(read)
    })
})
