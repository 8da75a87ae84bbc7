// The decision to record a review's outcome.
import { isSame } from '../kit/same.ts'
import { entryOf, type Stamp } from '../journal/stamp.ts'
import { sayList } from '../kit/text.ts'
import { addMonths, dayIn, firstDayOf, lastDayOf, sayDay, type Day, type DayOrMonth } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { editionInForce } from '../policy/force.ts'
import type { Edition, Policy } from '../policy/types.ts'
import type { RecordDecision as Written } from '../ports/evidence.ts'
import { newerThan } from './editions.ts'
import type { Outcome, RecordedReview } from './types.ts'

export interface RecordRequest {
  readonly policy: Policy
  /** The id of the edition that was reviewed. */
  readonly edition: string
  readonly outcome: Outcome
  /** As it was typed; kept apart from the fact, so that it can be erased. */
  readonly reason: string
  /** What was recorded in this world so far, newest first. */
  readonly before: readonly RecordedReview[]
  /** Whoever records it is a senior leader or the operator. */
  readonly leads: boolean
  readonly practice: boolean
  readonly zone: string
  /** A person id; `operator` on the command line. */
  readonly by: string
  readonly stamp: Stamp
}

export type RecordOutcome =
  | { readonly kind: 'recorded'; readonly recorded: RecordedReview }
  /** The same was already recorded today. */
  | { readonly kind: 'already-recorded'; readonly recorded: RecordedReview }
  /** Another edition has replaced it meanwhile. */
  | { readonly kind: 'not-in-force'; readonly edition: string }
  /** The next review would be due on the day of recording, or earlier. */
  | { readonly kind: 'not-later'; readonly today: Day }
  | { readonly kind: 'too-far'; readonly latest: Day }
  | { readonly kind: 'reason-empty' }
  /** It was postponed before: only a senior leader may postpone it again. */
  | { readonly kind: 'needs-slt'; readonly before: readonly RecordedReview[] }
  /** The possible ones, newest first. */
  | { readonly kind: 'no-such-edition'; readonly editions: readonly string[] }

/** Nobody may leave a policy unread for longer than this. */
export const mostYears = 5

export function recordReview(request: RecordRequest): Written<RecordOutcome> {
  const { policy, edition, outcome, reason, before, practice, zone, by, stamp } = request
  const today = dayIn(zone, stamp.at)
  const refusal = refusalOf(request, today)
  if (refusal !== undefined) return { entries: [], outcome: refusal }
  const last = before.find((each) => each.edition === edition)
  // Pressed twice, or on an older card: recording once is enough.
  if (last?.on === today && isSame(last.outcome, outcome))
    return { entries: [], outcome: { kind: 'already-recorded', recorded: last } }
  const fact = { kind: 'reviewed', policy: policy.id, edition, outcome, on: today, by, practice } as const
  return {
    entries: [entryOf(fact, stamp, { reason: reason.trim() })],
    outcome: { kind: 'recorded', recorded: { entry: stamp.id, edition, outcome, on: today, practice } },
  }
}

/** The postponements of an edition’s review since it was last reviewed, oldest first. */
export function postponedSince(before: readonly RecordedReview[], edition: string): readonly RecordedReview[] {
  const about = before.filter((each) => each.edition === edition)
  const last = about.findIndex(({ outcome }) => outcome.kind !== 'postponed')
  return (last === -1 ? about : about.slice(0, last)).toReversed()
}

/** "Postponed on 23 November 2026 until March 2027, then on …". */
export function sayChain(chain: readonly RecordedReview[]): string {
  const parts = chain.flatMap(({ on, outcome }) =>
    outcome.kind === 'postponed' ? [`on ${sayDay(on)} until ${sayDay(outcome.until)}`] : [],
  )
  return parts.length === 0
    ? ''
    : `It was postponed ${parts.length === 1 ? 'before' : `${parts.length} times`}: ${sayList(parts)}.`
}

function refusalOf(
  { policy, edition, outcome, reason, before, leads }: RecordRequest,
  today: Day,
): RecordOutcome | undefined {
  const inForce = editionInForce(policy, today)
  switch (outcome.kind) {
    case 'no-change':
      if (edition !== inForce.id) return { kind: 'not-in-force', edition: inForce.id }
      return refuseDay(outcome.next, firstDayOf(outcome.next), today)
    case 'postponed':
      if (edition !== inForce.id) return { kind: 'not-in-force', edition: inForce.id }
      if (!/\p{L}|\p{N}/u.test(reason)) return { kind: 'reason-empty' }
      if (!leads && postponedSince(before, edition).length > 0)
        return { kind: 'needs-slt', before: postponedSince(before, edition) }
      // A month counts as still to come for as long as it lasts.
      return refuseDay(outcome.until, lastDayOf(outcome.until), today)
    case 'new-edition':
      return refuseEdition({ policy, edition, replacement: outcome.replacement }, inForce)
    default:
      return never(outcome)
  }
}

function refuseDay(when: DayOrMonth, counted: Day, today: Day): RecordOutcome | undefined {
  const latest = addMonths(today, 12 * mostYears)
  if (counted <= today) return { kind: 'not-later', today }
  return firstDayOf(when) > latest ? { kind: 'too-far', latest } : undefined
}

/** The replacement is to come into force, or has done so: importing it often ends a review. */
function refuseEdition(
  { policy, edition, replacement }: { policy: Policy; edition: string; replacement: string },
  inForce: Edition,
): RecordOutcome | undefined {
  const reviewed = policy.editions.find(({ id }) => id === edition)
  if (reviewed === undefined || (edition !== inForce.id && replacement !== inForce.id))
    return { kind: 'not-in-force', edition: inForce.id }
  const newer = newerThan(policy, reviewed).map(({ id }) => id)
  return newer.includes(replacement) ? undefined : { kind: 'no-such-edition', editions: newer }
}
