// Somebody need not sign, for a time or for good; and the end of that.
import { defined } from '../kit/defined.ts'
import { entryOf } from '../journal/stamp.ts'
import type { Fact } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import { foldInvolvement } from '../standing/fold.ts'
import type { SigningFacts } from '../standing/types.ts'
import {
  doneBy,
  isBlank,
  present,
  recorded,
  refuse,
  type By,
  type Done,
  type NotForOneself,
  type Refused,
} from './decided.ts'

export type ExcuseOutcome =
  | Refused
  | NotForOneself
  | ({ readonly kind: 'excused' } & Done)
  | { readonly kind: 'reason-empty' }
  | { readonly kind: 'day-passed' }

/** `until` is the last day of the excuse; undefined for good. A second excuse replaces the first. */
export function excuse(
  facts: SigningFacts,
  {
    policy,
    reason,
    until,
    today,
    by,
    stamp,
  }: By & {
    readonly policy: string
    readonly reason: string
    readonly until: Day | undefined
    readonly today: Day
  },
): RecordDecision<ExcuseOutcome> {
  const person = present(facts, today)
  if (person.kind !== 'here') return refuse(person)
  if (by === person.id) return refuse({ kind: 'for-oneself' })
  if (isBlank(reason)) return refuse({ kind: 'reason-empty' })
  if (until !== undefined && until < today) return refuse({ kind: 'day-passed' })
  const fact: Fact = { kind: 'excused', policy, person: person.id, by, ...defined({ until }) }
  return recorded(facts, entryOf(fact, stamp, { reason: reason.trim() }), { kind: 'excused', ...doneBy(stamp) })
}

export type EndExcuseOutcome =
  { readonly kind: 'unknown-person' } | ({ readonly kind: 'excuse-ended' } & Done) | { readonly kind: 'not-excused' }

export function endExcuse(
  facts: SigningFacts,
  { policy, by, stamp }: By & { readonly policy: string },
): RecordDecision<EndExcuseOutcome> {
  const { person, history } = facts
  if (person === undefined) return refuse({ kind: 'unknown-person' })
  if (foldInvolvement(history, undefined).excused === undefined) return refuse({ kind: 'not-excused' })
  const entry = entryOf({ kind: 'excuse-ended', policy, person: person.id, by }, stamp)
  return recorded(facts, entry, { kind: 'excuse-ended', ...doneBy(stamp) })
}
