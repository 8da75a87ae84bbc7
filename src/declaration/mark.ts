// Whether everybody signs a new edition again.
import { entryOf } from '../journal/stamp.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import { marksOf } from '../standing/standing.ts'
import type { SigningFacts } from '../standing/types.ts'
import { doneBy, refuse, type By, type Done } from './decided.ts'

export type MarkOutcome = ({ readonly kind: 'marked' } & Done) | { readonly kind: 'already-marked' }

/** Whether everybody signs this edition again. It may be marked more than once: the latest mark counts. */
export function mark(
  facts: SigningFacts,
  {
    policy,
    edition,
    change,
    practice,
    by,
    stamp,
  }: By & {
    readonly policy: string
    readonly edition: string
    /** Marked by an invented person, for practice people only. */
    readonly practice: boolean
    readonly change: 'material' | 'editorial'
  },
): RecordDecision<MarkOutcome> {
  if (marksOf(facts.marks, practice).get(edition) === change) return refuse({ kind: 'already-marked' })
  const entry = entryOf({ kind: 'edition-marked', policy, edition, change, by, practice }, stamp)
  return { entries: [entry], outcome: { kind: 'marked', ...doneBy(stamp) } }
}
