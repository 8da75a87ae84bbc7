// The other decisions about a declaration: withdrawn, declined, raised, excused, on paper, marked, erased.
import { hasLeft } from '../standing/due.ts'
import { entryOf, type Stamp } from '../journal/stamp.ts'
import type { Fact, NewEntry } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'
import { isLikeName } from '../kit/names.ts'
import { wordsOf } from '../kit/text.ts'
import type { Edition } from '../policy/types.ts'
import type { Recorded } from '../ports/evidence.ts'
import { mayBeSigned } from '../standing/accept.ts'
import { foldInvolvement, isSigning, validSignings } from '../standing/fold.ts'
import { cleanName, recordSigning, signedFact, signingOf } from './sign.ts'
import { marksOf } from '../standing/standing.ts'
import type { Declaration, Facts } from '../standing/types.ts'

/** A person id; `operator` on the command line. */
export interface By {
  readonly by: string
  readonly stamp: Stamp
}

interface Done {
  readonly entry: string
  readonly at: Date
}

type Refused = { readonly kind: 'unknown-person' } | { readonly kind: 'left' }

/** What somebody says of others they cannot say of themselves. */
interface NotForOneself {
  readonly kind: 'for-oneself'
}

export type WithdrawOutcome =
  | ({ readonly kind: 'withdrawn' } & Done)
  | { readonly kind: 'no-such-signature' }
  | { readonly kind: 'already-withdrawn' }
  | { readonly kind: 'reason-empty' }

/** A signature by mistake stays in the history, and so does why it no longer counts. `signing` is its entry's id. */
export function withdraw(
  facts: Facts,
  { signing, reason, by, stamp }: By & { readonly signing: string; readonly reason: string },
): Recorded<WithdrawOutcome> {
  const found = facts.history.filter(isSigning).find(({ id }) => id === signing)
  if (found === undefined) return refuse({ kind: 'no-such-signature' })
  if (!validSignings(facts.history).includes(found)) return refuse({ kind: 'already-withdrawn' })
  if (isBlank(reason)) return refuse({ kind: 'reason-empty' })
  const { policy, edition, person } = found.fact
  const entry = entryOf({ kind: 'withdrawn', policy, edition, person, entry: signing, by }, stamp, { reason })
  return record(facts, entry, { kind: 'withdrawn', ...doneBy(stamp) })
}

/** About one edition of a policy. */
export interface Upon {
  readonly policy: string
  readonly edition: string
  readonly today: Day
  readonly stamp: Stamp
}

export interface DeclineRequest extends Pick<Upon, 'today' | 'stamp'> {
  /** What they will not sign. */
  readonly declaration: Declaration
  readonly reason?: string | undefined
}

export type DeclineOutcome =
  | Refused
  | ({ readonly kind: 'declined' } & Done)
  | { readonly kind: 'already-declined'; readonly at: Date }
  | ({ readonly kind: 'already-signed' } & Done)

/** Saying no twice is harmless; a signature of these words that stands is not undone by it. */
export function decline(
  facts: Facts,
  { declaration, reason = '', today, stamp }: DeclineRequest,
): Recorded<DeclineOutcome> {
  const { policy, edition } = declaration
  const person = present(facts, today)
  if (person.kind !== 'here') return refuse(person)
  const signed = signingOf(facts, declaration)
  if (signed !== undefined) return refuse({ kind: 'already-signed', entry: signed.id, at: signed.at })
  const { open } = foldInvolvement(facts.history, undefined)
  if (open?.kind === 'declined' && open.edition === edition && isBlank(reason))
    return refuse({ kind: 'already-declined', at: open.at })
  const entry = entryOf({ kind: 'declined', policy, edition, person: person.id }, stamp, { reason: reason.trim() })
  return record(facts, entry, { kind: 'declined', ...doneBy(stamp) })
}

export type RaiseOutcome = Refused | ({ readonly kind: 'raised' } & Done) | { readonly kind: 'words-empty' }

/** A question or a concern for SLT, before signing or after. It is no signature. */
export function raise(
  facts: Facts,
  {
    policy,
    edition,
    what,
    words,
    today,
    stamp,
  }: Upon & { readonly what: 'question' | 'concern'; readonly words: string },
): Recorded<RaiseOutcome> {
  const person = present(facts, today)
  if (person.kind !== 'here') return refuse(person)
  if (isBlank(words)) return refuse({ kind: 'words-empty' })
  const entry = entryOf({ kind: 'raised', policy, edition, person: person.id, what }, stamp, { words: words.trim() })
  return record(facts, entry, { kind: 'raised', ...doneBy(stamp) })
}

export type ExcuseOutcome =
  | Refused
  | NotForOneself
  | ({ readonly kind: 'excused' } & Done)
  | { readonly kind: 'reason-empty' }
  | { readonly kind: 'day-passed' }

/** `until` is the last day of it; undefined for good. A second excuse takes the first one's place. */
export function excuse(
  facts: Facts,
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
): Recorded<ExcuseOutcome> {
  const person = present(facts, today)
  if (person.kind !== 'here') return refuse(person)
  if (by === person.id) return refuse({ kind: 'for-oneself' })
  if (isBlank(reason)) return refuse({ kind: 'reason-empty' })
  if (until !== undefined && until < today) return refuse({ kind: 'day-passed' })
  const fact: Fact = { kind: 'excused', policy, person: person.id, by, ...(until === undefined ? {} : { until }) }
  return record(facts, entryOf(fact, stamp, { reason: reason.trim() }), { kind: 'excused', ...doneBy(stamp) })
}

export type EndExcuseOutcome =
  { readonly kind: 'unknown-person' } | ({ readonly kind: 'excuse-ended' } & Done) | { readonly kind: 'not-excused' }

export function endExcuse(
  facts: Facts,
  { policy, by, stamp }: By & { readonly policy: string },
): Recorded<EndExcuseOutcome> {
  const { person, history } = facts
  if (person === undefined) return refuse({ kind: 'unknown-person' })
  if (foldInvolvement(history, undefined).excused === undefined) return refuse({ kind: 'not-excused' })
  const entry = entryOf({ kind: 'excuse-ended', policy, person: person.id, by }, stamp)
  return record(facts, entry, { kind: 'excuse-ended', ...doneBy(stamp) })
}

export type PaperOutcome =
  | Refused
  | NotForOneself
  | ({ readonly kind: 'signed' } & Done)
  | ({ readonly kind: 'already-signed' } & Done)
  | { readonly kind: 'kept-empty' }
  /** The day on the paper has not come yet. */
  | { readonly kind: 'day-ahead' }
  | { readonly kind: 'not-accepted'; readonly what: string; readonly fix: string }

export interface PaperRequest extends By {
  /** The edition that was signed, and its declaration. */
  readonly edition: Edition
  readonly declaration: Declaration
  /** The day on the paper. */
  readonly on: Day
  /** Where the paper is. */
  readonly kept: string
  /** As printed on it; the directory's name where nothing is said. */
  readonly name?: string | undefined
  readonly zone: string
  readonly today: Day
  readonly accepted: readonly string[]
}

/** A signature on paper, recorded by somebody else. A leaver's counts if they signed before they left. */
export function signPaper(facts: Facts, request: PaperRequest): Recorded<PaperOutcome> {
  const { declaration, edition, on, kept, name, by, stamp, today } = request
  const { person } = facts
  if (person === undefined) return refuse({ kind: 'unknown-person' })
  if (by === person.id) return refuse({ kind: 'for-oneself' })
  if (on > today) return refuse({ kind: 'day-ahead' })
  if (hasLeft(person, on)) return refuse({ kind: 'left' })
  const before = signingOf(facts, declaration)
  if (before !== undefined) return refuse({ kind: 'already-signed', entry: before.id, at: before.at })
  const may = mayBeSigned(edition, { practice: person.practice, accepted: request.accepted })
  if (may.kind === 'restated') return refuse({ kind: 'not-accepted', what: may.what, fix: may.fix })
  if (isBlank(kept)) return refuse({ kind: 'kept-empty' })
  const printed = cleanName(name ?? '') || person.name
  const named = isLikeName(printed, person.name) ? 'alike' : 'otherwise'
  const fact: Fact = { ...signedFact(person, request), how: 'paper', paper: { by, on }, named }
  const entry = entryOf(fact, stamp, { name: printed, kept: kept.trim(), known: person.name })
  return { ...recordSigning(facts, { entry, declaration, edition }), outcome: { kind: 'signed', ...doneBy(stamp) } }
}

export type MarkOutcome = ({ readonly kind: 'marked' } & Done) | { readonly kind: 'already-marked' }

/** Whether everybody signs this edition anew. It may be marked again: the latest word counts. */
export function mark(
  facts: Facts,
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
    /** Marked by somebody invented, for practice people alone. */
    readonly practice: boolean
    readonly change: 'material' | 'editorial'
  },
): Recorded<MarkOutcome> {
  if (marksOf(facts.marks, practice).get(edition) === change) return refuse({ kind: 'already-marked' })
  const entry = entryOf({ kind: 'edition-marked', policy, edition, change, by, practice }, stamp)
  return { entries: [entry], outcome: { kind: 'marked', ...doneBy(stamp) } }
}

export type EraseOutcome = { readonly kind: 'unknown-person' } | ({ readonly kind: 'erased' } & Done)

/** Removes what identifies somebody; that it was done, and all that they did, stays. */
export function erase({ person }: Pick<Facts, 'person'>, { by, stamp }: By): Recorded<EraseOutcome> {
  if (person === undefined) return refuse({ kind: 'unknown-person' })
  const entry = entryOf({ kind: 'erased', person: person.id, by }, stamp)
  return { entries: [entry], erases: true, outcome: { kind: 'erased', ...doneBy(stamp) } }
}

function present({ person }: Facts, today: Day): Refused | { readonly kind: 'here'; readonly id: string } {
  if (person === undefined) return { kind: 'unknown-person' }
  return hasLeft(person, today) ? { kind: 'left' } : { kind: 'here', id: person.id }
}

function record<T>({ history, reading }: Facts, entry: NewEntry, outcome: T): Recorded<T> {
  return { entries: [entry], involvement: foldInvolvement([...history, entry], reading), outcome }
}

function refuse<T>(outcome: T): Recorded<T> {
  return { entries: [], outcome }
}

function doneBy({ id, at }: Stamp): Done {
  return { entry: id, at }
}

function isBlank(text: string): boolean {
  return wordsOf(text).length === 0
}
