// Which edition of a policy is in force, and whether its review is overdue.
import { lastDayOf, type Day } from '../kit/days.ts'
import type { Edition, Policy, ReviewState, Section } from './types.ts'

/**
 * The edition that staff are bound by on `today`: the newest that is published by then. The school's adopted text
 * always goes before a restated summary, however new the summary is.
 */
export function editionInForce(policy: Policy, today: Day): Edition {
  const adopted = policy.editions.filter((edition) => edition.wording === 'adopted')
  const candidates = adopted.length > 0 ? adopted : policy.editions
  const published = candidates.filter((edition) => edition.published === undefined || edition.published <= today)
  const newest = (published.length > 0 ? published : candidates).toSorted((a, b) => (b.id > a.id ? 1 : -1))[0]
  if (newest === undefined) throw new Error(`policy ${policy.id} has no edition`)
  return newest
}

/** A review that is due in a month is overdue after the month's last day. */
export function reviewState(edition: Edition, today: Day): ReviewState {
  if (edition.nextReview === undefined) return { kind: 'none' }
  const last = lastDayOf(edition.nextReview)
  return today > last
    ? { kind: 'overdue', on: edition.nextReview, since: last }
    : { kind: 'current', on: edition.nextReview }
}

export function findSection(edition: Edition, ref: string): Section | undefined {
  return edition.sections.find((section) => section.ref === ref)
}
