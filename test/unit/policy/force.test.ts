import { expect } from 'chai'
import type { Day, DayOrMonth } from '../../../src/kit/days.ts'
import { editionInForce, latestEdition, reviewState } from '../../../src/policy/force.ts'
import { aPolicy, anEdition } from '../../kit/builders.ts'

const today = '2026-11-22' as Day

describe('the edition in force', () => {
  const older = anEdition({ id: '2015-10', published: '2015-10-26' })
  const newer = anEdition({ id: '2026-09', published: '2026-09-01' })
  const coming = anEdition({ id: '2027-01', published: '2027-01-05' })
  const summary = anEdition({ id: '2026-10', published: '2026-10-01', wording: 'restated' })

  for (const [what, editions, expected] of [
    ['is the newest', [older, newer], '2026-09'],
    ['is not one that is still to come', [older, newer, coming], '2026-09'],
    ['is the one to come when there is no other', [coming], '2027-01'],
    ['is the adopted one, however new the summary', [older, summary], '2015-10'],
    ['is the summary where nothing is adopted', [summary], '2026-10'],
  ] as const) {
    it(what, () => expect(editionInForce(aPolicy(...editions), today).id).to.equal(expected))
  }

  const effective = anEdition({ id: '2026-07', published: '2026-07-01', inForceFrom: '2026-12-01' as Day })
  const month = anEdition({ id: '2026-08', published: '2026-08-01', inForceFrom: '2026-12' as DayOrMonth })
  for (const [what, editions, on, expected] of [
    ['stays until the new one begins, however long that is published', [older, effective], '2026-11-30', '2015-10'],
    ['begins on the day that it says itself', [older, effective], '2026-12-01', '2026-07'],
    ['begins on the first day of a month', [older, month], '2026-12-01', '2026-08'],
    ['stays until that month', [older, month], '2026-11-30', '2015-10'],
    ['is the one that began last, whatever its id', [newer, effective], '2026-12-01', '2026-07'],
    ['is the summary until the adopted text begins', [summary, effective], '2026-11-22', '2026-10'],
    ['is the first to begin where none has', [coming, effective], '2026-11-22', '2026-07'],
  ] as const) {
    it(what, () => expect(editionInForce(aPolicy(...editions), on as Day).id).to.equal(expected))
  }

  it('is not one that is withdrawn, unless there is nothing else', () => {
    const gone = { ...newer, withdrawn: '2026-11-01' as Day }
    expect(editionInForce(aPolicy(older, gone), '2026-10-31' as Day).id).to.equal('2026-09')
    expect(editionInForce(aPolicy(older, gone), today).id).to.equal('2015-10')
    expect(editionInForce(aPolicy(gone), today).id).to.equal('2026-09')
    expect(latestEdition(aPolicy(older, gone)).id).to.equal('2015-10')
  })

  it('will be the one that begins last', () => {
    expect(latestEdition(aPolicy(older, newer, effective)).id).to.equal('2026-07')
  })

  it('begins on the day it is published', () => {
    expect(editionInForce(aPolicy(older, coming), '2027-01-04' as Day).id).to.equal('2015-10')
    expect(editionInForce(aPolicy(older, coming), '2027-01-05' as Day).id).to.equal('2027-01')
  })
})

describe('the review of an edition', () => {
  for (const [nextReview, on, kind] of [
    ['2016-10', '2016-09-30', 'current'],
    ['2016-10', '2016-10-31', 'current'],
    ['2016-10', '2016-11-01', 'overdue'],
    ['2016-10-15', '2016-10-15', 'current'],
    ['2016-10-15', '2016-10-16', 'overdue'],
    ['', '2016-10-16', 'none'],
  ] as const) {
    it(`due ${nextReview || 'never'} is ${kind} on ${on}`, () => {
      expect(reviewState(anEdition({ nextReview }).nextReview, on as Day).kind).to.equal(kind)
    })
  }
})
