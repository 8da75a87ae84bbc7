// Decides which edition of a policy is in force, and whether its review is overdue.
import { lastDayOf, type Day, type DayOrMonth } from '../kit/days.ts'
import type { Edition, NextReview, Policy, ReviewDue, ReviewState, Section } from './types.ts'

/**
 * The edition that applies to staff on `today`: the newest that has begun by then. The school's adopted text always
 * beats a restated summary, however new the summary is. If no edition has begun, it is the first that will. A withdrawn
 * edition is used only if there is nothing else.
 */
export function editionInForce(policy: Policy, today: Day): Edition {
  const editions = standing(policy, today)
  const begun = editions.filter((edition) => hasBegun(edition, today))
  const newest = newestOf(begun)
  if (newest !== undefined) return newest
  const [first] = preferred(editions).toSorted(byBeginning)
  if (first === undefined) throw new Error(`policy ${policy.id} has no edition`)
  return first
}

/** The edition that will be in force once all of them have begun. */
export function latestEdition(policy: Policy): Edition {
  const newest = newestOf(standing(policy))
  if (newest === undefined) throw new Error(`policy ${policy.id} has no edition`)
  return newest
}

/** With a day, the editions not withdrawn by that day; without one, those that were never withdrawn. */
function standing({ editions }: Policy, today?: Day): readonly Edition[] {
  const left = editions.filter(({ withdrawn: from }) => from === undefined || (today !== undefined && from > today))
  return left.length > 0 ? left : editions
}

/**
 * When an edition comes into force: the day that it says itself, otherwise the day it was published; undefined where it
 * says neither.
 */
export function beginsOn({ inForceFrom, published }: Edition): DayOrMonth | undefined {
  return inForceFrom ?? published
}

export function hasBegun(edition: Edition, today: Day): boolean {
  const from = beginsOn(edition)
  return from === undefined || from <= today
}

/** Oldest first. An edition without a day is sorted by its id, which is a month or a day. */
export function byBeginning(a: Edition, b: Edition): number {
  const [one, other] = [`${a.inForceFrom ?? a.id} ${a.id}`, `${b.inForceFrom ?? b.id} ${b.id}`]
  return Number(one > other) - Number(one < other)
}

function newestOf(editions: readonly Edition[]): Edition | undefined {
  return preferred(editions).toSorted(byBeginning).at(-1)
}

function preferred(editions: readonly Edition[]): readonly Edition[] {
  const adopted = editions.filter(({ wording }) => wording === 'adopted')
  return adopted.length > 0 ? adopted : editions
}

/**
 * The next review as it was last recorded in that world by that day, otherwise as the edition says. `recorded` is
 * newest first.
 */
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

/** A review due in a month becomes overdue after the month's last day. */
export function reviewState(due: DayOrMonth | undefined, today: Day): ReviewState {
  if (due === undefined) return { kind: 'none' }
  const last = lastDayOf(due)
  return today > last ? { kind: 'overdue', on: due, since: last } : { kind: 'current', on: due }
}

export function findSection(edition: Edition, ref: string): Section | undefined {
  return edition.sections.find((section) => section.ref === ref)
}
