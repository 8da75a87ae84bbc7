// Which edition of a policy is in force, and whether its review is overdue.
import { lastDayOf, type Day, type DayOrMonth } from '../kit/days.ts'
import type { Edition, NextReview, Policy, ReviewDue, ReviewState, Section } from './types.ts'

/**
 * The edition that staff are bound by on `today`: the newest that has begun by then, and until then the one before.
 * The school's adopted text always goes before a restated summary, however new the summary is. Where none has begun, the
 * first that will. What is withdrawn is in force no more, unless there is nothing else.
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

/** The one that will be in force once all of them have begun. */
export function latestEdition(policy: Policy): Edition {
  const newest = newestOf(standing(policy))
  if (newest === undefined) throw new Error(`policy ${policy.id} has no edition`)
  return newest
}

/** Without a day, those that nobody has withdrawn from any. */
function standing({ editions }: Policy, today?: Day): readonly Edition[] {
  const left = editions.filter(({ withdrawn: from }) => from === undefined || (today !== undefined && from > today))
  return left.length > 0 ? left : editions
}

/** When an edition begins to bind: as it says itself, else on the day it was published; undefined where it says neither. */
export function beginsOn({ inForceFrom, published }: Edition): DayOrMonth | undefined {
  return inForceFrom ?? published
}

export function hasBegun(edition: Edition, today: Day): boolean {
  const from = beginsOn(edition)
  return from === undefined || from <= today
}

/** Oldest first. An edition without a day of its own counts by its id, which is a month or a day. */
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
