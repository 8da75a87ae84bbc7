// The decision that somebody has signed everything that a round of a bundle asks of them. Pure.
import type { Person } from '../chat/people.ts'
import { entryOf, type Stamp } from '../journal/stamp.ts'
import type { FactOf } from '../journal/types.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import { isCampaignOpen } from '../standing/due.ts'
import { validSignings } from '../standing/fold.ts'
import { partsFor, type Round } from '../standing/rounds.ts'
import type { SigningFacts, Standing } from '../standing/types.ts'
import type { Day } from '../kit/days.ts'

/** Where somebody is with one document. */
export interface Stood {
  readonly policy: string
  readonly standing: Standing
  /** The entry of the signature that stands. */
  readonly signed: string | undefined
}

export type Whole = Pick<FactOf<'bundle-signed'>, 'policy' | 'round' | 'signatures' | 'excused'>

/**
 * Undefined where something is left, where nothing was signed, or where the round asks nobody any more: what was signed
 * for a later round says nothing about an earlier one.
 */
export function wholeOf(
  person: Person,
  round: Round,
  { stood, today }: { readonly stood: readonly Stood[]; readonly today: Day },
): Whole | undefined {
  const parts = partsFor(person, round).filter((part) => isCampaignOpen(part, today))
  const own = parts.flatMap(({ policy }) => stood.filter((each) => each.policy === policy))
  if (own.length < parts.length) return undefined
  const signatures: string[] = []
  const excused: string[] = []
  for (const { policy, standing, signed } of own) {
    if (standing.kind === 'excused') excused.push(policy)
    else if ((standing.kind === 'signed' || standing.kind === 'carried-over') && signed !== undefined)
      signatures.push(signed)
    else return undefined
  }
  const first = own.find(({ signed }) => signed === signatures[0])
  if (first === undefined || signatures.length === 0) return undefined
  const { id, bundle, title } = round
  return { policy: first.policy, round: { id, bundle, title }, signatures, excused }
}

export type BundleOutcome =
  | { readonly kind: 'recorded' | 'already-recorded'; readonly entry: string }
  /** What was read a moment ago is so no more. */
  | { readonly kind: 'no-longer' }

/** Each set of signatures is recorded once, however often and from wherever it is asked for. */
export function recordBundle(
  { history, person }: Pick<SigningFacts, 'history' | 'person'>,
  { whole, zone, stamp }: { readonly whole: Whole; readonly zone: string; readonly stamp: Stamp },
): RecordDecision<BundleOutcome> {
  const before = history.find(
    ({ fact }) =>
      fact.kind === 'bundle-signed' &&
      fact.round.id === whole.round.id &&
      fact.signatures.join() === whole.signatures.join(),
  )
  if (before !== undefined) return { entries: [], outcome: { kind: 'already-recorded', entry: before.id } }
  const [first] = whole.signatures
  if (person === undefined || !validSignings(history).some(({ id }) => id === first))
    return { entries: [], outcome: { kind: 'no-longer' } }
  const fact = { kind: 'bundle-signed', ...whole, person: person.id, zone, practice: person.practice } as const
  return {
    entries: [entryOf(fact, stamp, { known: person.name })],
    outcome: { kind: 'recorded', entry: stamp.id },
  }
}
