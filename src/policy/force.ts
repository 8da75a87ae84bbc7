// Which edition of a policy is in force, and whether its review is overdue.
import { lastDayOf, type Day, type DayOrMonth } from '../kit/days.ts'
import type { Edition, NextReview, Policy, ReviewDue, ReviewState, Section } from './types.ts'

/**
 * The edition that staff are bound by on `today`: the newest that is published by then. The school's adopted text
 * always goes before a restated summary, however new the summary is.
 */
export function editionInForce(policy: Policy, today: Day): Edition {
  const standing = policy.editions.filter(({ withdrawn }) => withdrawn === undefined || withdrawn > today)
  const editions = standing.length > 0 ? standing : policy.editions
  const adopted = editions.filter((edition) => edition.wording === 'adopted')
  const candidates = adopted.length > 0 ? adopted : editions
  const published = candidates.filter((edition) => startsBy(edition, today))
  const newest = (published.length > 0 ? published : candidates).toSorted((a, b) => (b.id > a.id ? 1 : -1))[0]
  if (newest === undefined) throw new Error(`policy ${policy.id} has no edition`)
  return newest
}

/** The day from which it is in force, where somebody said one, goes before the day of its publication. */
function startsBy({ inForceFrom, published }: Edition, today: Day): boolean {
  const start = inForceFrom ?? published
  return start === undefined || start <= today
}

/** As was recorded last in that world by that day, or else as the edition says itself. `recorded` is newest first. */
export function reviewDue(
  edition: Edition,
  recorded: readonly NextReview[],
  { practice, today }: { readonly practice: boolean; readonly today: Day },
): ReviewDue {
  const latest = recorded.find(
    (each) =>
      each.policy === edition.policy && each.edition === edition.id && each.practice === practice && each.on <= today,
  )
  return latest === undefined ? { due: edition.nextReview, since: undefined } : { due: latest.next, since: latest.on }
}

/** A review that is due in a month is overdue after the month's last day. */
export function reviewState(due: DayOrMonth | undefined, today: Day): ReviewState {
  if (due === undefined) return { kind: 'none' }
  const last = lastDayOf(due)
  return today > last ? { kind: 'overdue', on: due, since: last } : { kind: 'current', on: due }
}

export function findSection(edition: Edition, ref: string): Section | undefined {
  return edition.sections.find((section) => section.ref === ref)
}
