// What all decisions about a declaration share: by whom and when, and how they refuse or record.
import { hasLeft } from '../standing/due.ts'
import type { Stamp } from '../journal/stamp.ts'
import type { NewEntry } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'
import { wordsOf } from '../kit/text.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import { foldInvolvement } from '../standing/fold.ts'
import type { SigningFacts } from '../standing/types.ts'

/** A person id; `operator` on the command line. */
export interface By {
  readonly by: string
  readonly stamp: Stamp
}

export interface Done {
  readonly entry: string
  readonly at: Date
}

export type Refused = { readonly kind: 'unknown-person' } | { readonly kind: 'left' }

/** Something that one person records about another, but not about themselves. */
export interface NotForOneself {
  readonly kind: 'for-oneself'
}

/** About one edition of a policy. */
export interface Upon {
  readonly policy: string
  readonly edition: string
  readonly today: Day
  readonly stamp: Stamp
}

export function present(
  { person }: SigningFacts,
  today: Day,
): Refused | { readonly kind: 'here'; readonly id: string } {
  if (person === undefined) return { kind: 'unknown-person' }
  return hasLeft(person, today) ? { kind: 'left' } : { kind: 'here', id: person.id }
}

export function recorded<T>({ history, reading }: SigningFacts, entry: NewEntry, outcome: T): RecordDecision<T> {
  return { entries: [entry], involvement: foldInvolvement([...history, entry], reading), outcome }
}

export function refuse<T>(outcome: T): RecordDecision<T> {
  return { entries: [], outcome }
}

export function doneBy({ id, at }: Stamp): Done {
  return { entry: id, at }
}

export function isBlank(text: string): boolean {
  return wordsOf(text).length === 0
}
