// Outcomes of reviews, read back from the journal: in which world each counts, and when the next review is.
import type { Entry } from '../journal/types.ts'
import { firstDayOf, sayDay, sayWhen, type Day, type DayOrMonth } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import type { Edition, NextReview, Policy } from '../policy/types.ts'
import type { Outcome, RecordedReview } from './types.ts'

/** `entries` are newest first, and so is the result. */
export function nextReviewsIn(entries: readonly Entry[], policies: readonly Policy[]): readonly NextReview[] {
  return entries.flatMap(({ fact }): NextReview[] => {
    if (fact.kind !== 'reviewed') return []
    const { policy, edition, practice, on, outcome } = fact
    const next = nextOf(outcome, { on, policy: policies.find(({ id }) => id === policy) })
    return next === undefined ? [] : [{ policy, edition, practice, on, next }]
  })
}

/**
 * The next review of the edition that was reviewed. Where its replacement is not in force yet, it is waited for until
 * that day. A replacement that no longer exists, or names no day, changes nothing.
 */
function nextOf(
  outcome: Outcome,
  { on, policy }: { readonly on: Day; readonly policy: Policy | undefined },
): DayOrMonth | undefined {
  switch (outcome.kind) {
    case 'no-change':
      return outcome.next
    case 'postponed':
      return outcome.until
    case 'new-edition': {
      const published = policy?.editions.find(({ id }) => id === outcome.replacement)?.published
      return published !== undefined && firstDayOf(published) > on ? published : undefined
    }
    default:
      return never(outcome)
  }
}

export function recordedIn(
  entries: readonly Entry[],
  which: { readonly policy: string; readonly practice: boolean; readonly today: Day },
): readonly RecordedReview[] {
  return entries.flatMap(({ id, fact }): RecordedReview[] => {
    if (fact.kind !== 'reviewed' || fact.policy !== which.policy) return []
    const { edition, outcome, on, practice } = fact
    return practice === which.practice && on <= which.today ? [{ entry: id, edition, outcome, on, practice }] : []
  })
}

/** The latest outcome that concerns this edition: its own review, or the one that introduced it. */
export function latestAbout({ id }: Edition, recorded: readonly RecordedReview[]): RecordedReview | undefined {
  return recorded.find(
    ({ edition, outcome }) => edition === id || (outcome.kind === 'new-edition' && outcome.replacement === id),
  )
}

/** In one sentence. */
export function sayRecorded({ edition, outcome, on }: RecordedReview): string {
  switch (outcome.kind) {
    case 'no-change':
      return `Reviewed on ${sayDay(on)}, no change; the next review is ${sayWhen(outcome.next)}.`
    case 'postponed':
      return `Postponed on ${sayDay(on)} until ${sayDay(outcome.until)}.`
    case 'new-edition':
      return `Recorded on ${sayDay(on)}: edition ${outcome.replacement} takes the place of ${edition}.`
    default:
      return never(outcome)
  }
}
