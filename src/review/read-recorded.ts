// Knows what was recorded about reviews without a database query for every question: it is read again on a beat when
// the journal has grown, and at once when something was recorded here.
import type { Entry } from '../journal/types.ts'
import type { NextReview, Policy } from '../policy/types.ts'
import type { Journal } from '../ports/evidence.ts'
import { nextReviewsIn } from './outcomes.ts'

export interface ReviewWatch {
  /** Newest first. The same list as long as nothing changes. */
  readonly known: () => readonly NextReview[]
  /** Resolves at once when something is known already. */
  ready(): Promise<void>
  /** Also sees what another server recorded. */
  refresh(): Promise<void>
  /** The journal, wrapped so that what is recorded through it is known at once. */
  readonly journal: Journal
}

export function watchReviews(journal: Journal, policies: readonly Policy[]): ReviewWatch {
  let known: readonly NextReview[] = []
  let seen: number | undefined
  const refresh = async () => {
    const { seq } = await journal.head()
    if (seq === seen) return
    const found = nextReviewsIn(await readReviewed(journal), policies)
    if (JSON.stringify(found) !== JSON.stringify(known)) known = found
    seen = seq
  }
  return {
    known: () => known,
    refresh,
    ready: () => (seen === undefined ? refresh() : Promise.resolve()),
    journal: {
      ...journal,
      async record(about, decide) {
        const noted = { reviewed: false }
        const outcome = await journal.record(about, (facts) => {
          const recorded = decide(facts)
          noted.reviewed = recorded.entries.some(({ fact }) => fact.kind === 'reviewed')
          return recorded
        })
        if (noted.reviewed) {
          // If it cannot be read now, the next question reads it: the recording itself is already made.
          seen = undefined
          await refresh().catch(() => undefined)
        }
        return outcome
      },
    },
  }
}

const firstMany = 200

/** Everything that was ever recorded, newest first: a few entries a year for each policy. */
export async function readReviewed(journal: Pick<Journal, 'happened'>, policy?: string): Promise<readonly Entry[]> {
  for (let most = firstMany; ; most *= 4) {
    const which = { kinds: ['reviewed'] as const, most }
    const entries = await journal.happened(policy === undefined ? which : { ...which, policy })
    if (entries.length < most) return entries
  }
}
