// Withdraws a signature made by mistake: it stays in the history and no longer counts.
import { entryOf } from '../journal/stamp.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import { isSigning, validSignings } from '../standing/fold.ts'
import type { SigningFacts } from '../standing/types.ts'
import { doneBy, isBlank, recorded, refuse, type By, type Done } from './decided.ts'

export type WithdrawOutcome =
  | ({ readonly kind: 'withdrawn' } & Done)
  | { readonly kind: 'no-such-signature' }
  | { readonly kind: 'already-withdrawn' }
  | { readonly kind: 'reason-empty' }

/**
 * A signature made by mistake stays in the history, with the reason why it no longer counts. `signing` is its entry's
 * id.
 */
export function withdraw(
  facts: SigningFacts,
  { signing, reason, by, stamp }: By & { readonly signing: string; readonly reason: string },
): RecordDecision<WithdrawOutcome> {
  const found = facts.history.filter(isSigning).find(({ id }) => id === signing)
  if (found === undefined) return refuse({ kind: 'no-such-signature' })
  if (!validSignings(facts.history).includes(found)) return refuse({ kind: 'already-withdrawn' })
  if (isBlank(reason)) return refuse({ kind: 'reason-empty' })
  const { policy, edition, person } = found.fact
  const entry = entryOf({ kind: 'withdrawn', policy, edition, person, entry: signing, by }, stamp, { reason })
  return recorded(facts, entry, { kind: 'withdrawn', ...doneBy(stamp) })
}
