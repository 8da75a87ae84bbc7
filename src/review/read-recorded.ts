// What was recorded about reviews, known without a database query for every question.
import type { Entry } from '../journal/types.ts'
import { watchList, type Watch } from '../kit/watch.ts'
import type { NextReview, Policy } from '../policy/types.ts'
import type { Journal } from '../ports/evidence.ts'
import { nextReviewsIn } from './outcomes.ts'

/** Newest first. */
export interface ReviewWatch extends Watch<NextReview> {
  /** The journal, wrapped so that what is recorded through it is known at once. */
  readonly journal: Journal
}

export function watchReviews(journal: Journal, policies: readonly Policy[]): ReviewWatch {
  let read: number | undefined
  const watch = watchList(async () => {
    const { seq } = await journal.head()
    if (seq === read) return undefined
    const found = nextReviewsIn(await readReviewed(journal), policies)
    read = seq
    return found
  })
  return {
    ...watch,
    journal: {
      ...journal,
      async record(about, decide) {
        const noted = { reviewed: false }
        const outcome = await journal.record(about, (facts) => {
          const recorded = decide(facts)
          noted.reviewed = recorded.entries.some(({ fact }) => fact.kind === 'reviewed')
          return recorded
        })
        return noted.reviewed ? watch.after(Promise.resolve(outcome)) : outcome
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
