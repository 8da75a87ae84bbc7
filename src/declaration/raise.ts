// What people say before signing, after it or instead of it: a question, a concern, a refusal.
import { entryOf } from '../journal/stamp.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import { foldInvolvement } from '../standing/fold.ts'
import type { Declaration, SigningFacts } from '../standing/types.ts'
import { doneBy, isBlank, present, recorded, refuse, type Done, type Refused, type Upon } from './decided.ts'
import { signingOf } from './sign.ts'

export interface DeclineRequest extends Pick<Upon, 'today' | 'stamp'> {
  /** What they decline to sign. */
  readonly declaration: Declaration
  readonly reason?: string | undefined
}

export type DeclineOutcome =
  | Refused
  | ({ readonly kind: 'declined' } & Done)
  | { readonly kind: 'already-declined'; readonly at: Date }
  | ({ readonly kind: 'already-signed' } & Done)

/** Declining twice is harmless. It does not undo a signature of these words. */
export function decline(
  facts: SigningFacts,
  { declaration, reason = '', today, stamp }: DeclineRequest,
): RecordDecision<DeclineOutcome> {
  const { policy, edition } = declaration
  const person = present(facts, today)
  if (person.kind !== 'here') return refuse(person)
  const signed = signingOf(facts, declaration, today)
  if (signed !== undefined) return refuse({ kind: 'already-signed', entry: signed.id, at: signed.at })
  const { open } = foldInvolvement(facts.history, undefined)
  if (open?.kind === 'declined' && open.edition === edition && isBlank(reason))
    return refuse({ kind: 'already-declined', at: open.at })
  const entry = entryOf({ kind: 'declined', policy, edition, person: person.id }, stamp, { reason: reason.trim() })
  return recorded(facts, entry, { kind: 'declined', ...doneBy(stamp) })
}

export type RaiseOutcome = Refused | ({ readonly kind: 'raised' } & Done) | { readonly kind: 'words-empty' }

/** A question or a concern for SLT, before or after signing. It is not a signature. */
export function raise(
  facts: SigningFacts,
  {
    policy,
    edition,
    what,
    words,
    today,
    stamp,
  }: Upon & { readonly what: 'question' | 'concern'; readonly words: string },
): RecordDecision<RaiseOutcome> {
  const person = present(facts, today)
  if (person.kind !== 'here') return refuse(person)
  if (isBlank(words)) return refuse({ kind: 'words-empty' })
  const entry = entryOf({ kind: 'raised', policy, edition, person: person.id, what }, stamp, { words: words.trim() })
  return recorded(facts, entry, { kind: 'raised', ...doneBy(stamp) })
}
