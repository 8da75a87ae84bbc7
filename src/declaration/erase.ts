// Removes what identifies somebody, at their request; what they did stays.
import { entryOf } from '../journal/stamp.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import type { SigningFacts } from '../standing/types.ts'
import { doneBy, refuse, type By, type Done } from './decided.ts'

export type EraseOutcome = { readonly kind: 'unknown-person' } | ({ readonly kind: 'erased' } & Done)

/** Removes what identifies somebody. The record that this was done, and of everything they did, stays. */
export function erase({ person }: Pick<SigningFacts, 'person'>, { by, stamp }: By): RecordDecision<EraseOutcome> {
  if (person === undefined) return refuse({ kind: 'unknown-person' })
  const entry = entryOf({ kind: 'erased', person: person.id, by }, stamp)
  return { entries: [entry], erases: true, outcome: { kind: 'erased', ...doneBy(stamp) } }
}
