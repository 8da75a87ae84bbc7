// A paper signature, recorded by somebody else.
import type { Person } from '../chat/people.ts'
import { hasLeft } from '../standing/due.ts'
import { entryOf } from '../journal/stamp.ts'
import type { Fact } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'
import { defined } from '../kit/defined.ts'
import { isLikeName } from '../kit/names.ts'
import type { Edition } from '../policy/types.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import { mayBeSigned } from '../standing/accept.ts'
import type { Declaration, SigningFacts } from '../standing/types.ts'
import type { PlacedQuestion } from '../understanding/asked.ts'
import { doneBy, isBlank, refuse, type By, type Done, type NotForOneself, type Refused } from './decided.ts'
import { cleanName, recordSigning, signedFact, signingOf } from './sign.ts'

export type PaperOutcome =
  | Refused
  | NotForOneself
  | ({ readonly kind: 'signed' } & Done)
  | ({ readonly kind: 'already-signed' } & Done)
  | { readonly kind: 'kept-empty' }
  /** The day on the paper is in the future. */
  | { readonly kind: 'day-ahead' }
  | { readonly kind: 'not-accepted'; readonly what: string; readonly fix: string; readonly typed: string }

export interface PaperRequest extends By {
  /** The edition that was signed, and its declaration. */
  readonly edition: Edition
  readonly declaration: Declaration
  /** The day on the paper. */
  readonly on: Day
  /** Where the paper is kept. */
  readonly kept: string
  /** The SHA-256 of its picture. */
  readonly picture?: string | undefined
  /** As printed on the paper; the directory's name where nothing is given. */
  readonly name?: string | undefined
  readonly zone: string
  readonly today: Day
  readonly accepted: readonly string[]
  /** The questions that the school has asked before signing: on paper nobody asks them, and the entry says so. */
  readonly questions?: readonly PlacedQuestion[]
}

/** A paper signature, recorded by somebody else. A leaver's counts if they signed before they left. */
export function signPaper(facts: SigningFacts, request: PaperRequest): RecordDecision<PaperOutcome> {
  const { person } = facts
  if (person === undefined) return refuse({ kind: 'unknown-person' })
  const refusal = refusalOf(facts, person, request)
  if (refusal !== undefined) return refuse(refusal)
  const { declaration, edition, kept, on, picture, questions = [], by, stamp } = request
  const printed = cleanName(request.name ?? '') || person.name
  const fact: Fact = {
    ...signedFact(person, request),
    how: 'paper',
    paper: picture === undefined ? { by, on } : { by, on, picture },
    named: isLikeName(printed, person.name) ? 'alike' : 'otherwise',
    ...defined({ understood: questions.length === 0 ? undefined : ({ how: 'not-asked' } as const) }),
  }
  const entry = entryOf(fact, stamp, { name: printed, kept: kept.trim(), known: person.name })
  return { ...recordSigning(facts, { declaration, edition }, entry), outcome: { kind: 'signed', ...doneBy(stamp) } }
}

function refusalOf(
  facts: SigningFacts,
  person: Person,
  { declaration, edition, kept, on, today, accepted, by }: PaperRequest,
): PaperOutcome | undefined {
  if (by === person.id) return { kind: 'for-oneself' }
  if (on > today) return { kind: 'day-ahead' }
  if (hasLeft(person, on)) return { kind: 'left' }
  const before = signingOf(facts, declaration, today)
  if (before !== undefined) return { kind: 'already-signed', entry: before.id, at: before.at }
  const may = mayBeSigned(edition, { practice: person.practice, accepted })
  if (may.kind === 'restated') return { kind: 'not-accepted', what: may.what, fix: may.fix, typed: may.typed }
  return isBlank(kept) ? { kind: 'kept-empty' } : undefined
}
