// The decision to accept a signature. Everything is checked again here, inside the transaction that would write it.
import { hasLeft } from '../standing/due.ts'
import { accountKey, type Account, type Person } from '../chat/people.ts'
import { entryOf, type Stamp } from '../journal/stamp.ts'
import type { Fact, NewEntry, signedHow } from '../journal/types.ts'
import { dayIn, type Day } from '../kit/days.ts'
import { defined } from '../kit/defined.ts'
import { sha256 } from '../kit/hash.ts'
import { isLikeName, namesAnother } from '../kit/names.ts'
import { wordsOf } from '../kit/text.ts'
import type { Edition } from '../policy/types.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import { isAskedAnew } from '../standing/anew.ts'
import { mayBeSigned } from '../standing/accept.ts'
import { foldInvolvement, signedAt, validSignings, type SignedEntry } from '../standing/fold.ts'
import type { Declaration, SigningFacts } from '../standing/types.ts'
import { editionText } from '../standing/declared.ts'
import { questionsLeft, questionsText, type PlacedQuestion } from '../understanding/asked.ts'
import { sectionsToRead } from './steps.ts'

export interface SignRequest {
  /** The edition in force, and its declaration. */
  readonly edition: Edition
  readonly declaration: Declaration
  /** What the person saw when they pressed. */
  readonly shown: { readonly edition: string; readonly hash: string }
  /** Which statements were confirmed, counted from 0. */
  readonly confirmed: readonly number[]
  /** As typed. */
  readonly name: string
  /** They were already asked about the name, and confirmed it. */
  readonly nameConfirmed: boolean
  /** The names of everybody in the directory: another person's name is not accepted. */
  readonly names: readonly string[]
  readonly how: Exclude<(typeof signedHow)[number], 'paper'>
  /** Where they signed; for a link from an email, the web page under their person id. */
  readonly account: Account
  /** The school's. */
  readonly zone: string
  /** Restated editions that the school accepts, as `policy@edition`. */
  readonly accepted: readonly string[]
  /** The questions that the school has asked before signing; none where it has none asked. */
  readonly questions?: readonly PlacedQuestion[]
  readonly stamp: Stamp
}

export type SignOutcome =
  | { readonly kind: 'signed'; readonly entry: string; readonly at: Date }
  | { readonly kind: 'already-signed'; readonly entry: string; readonly at: Date }
  /** Another edition is in force by now, or its words are not those that were shown. */
  | { readonly kind: 'wording-changed' }
  /** Questions that are asked before signing are not answered yet. */
  | { readonly kind: 'questions-left' }
  | { readonly kind: 'statements-missing'; readonly missing: readonly number[] }
  | { readonly kind: 'name-empty' }
  /** The name shares no word with the name on the school's record: the person is asked about it once. */
  | { readonly kind: 'name-unlike'; readonly typed: string; readonly known: string }
  /** It is the name of somebody else at the school, for whom nobody may sign. */
  | { readonly kind: 'name-of-another'; readonly typed: string; readonly known: string }
  | { readonly kind: 'left' }
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'not-accepted'; readonly what: string; readonly fix: string; readonly typed: string }

export function sign(facts: SigningFacts, request: SignRequest): RecordDecision<SignOutcome> {
  const { person } = facts
  const refusal = refusalOf(facts, request)
  if (refusal !== undefined) return { entries: [], outcome: refusal }
  if (person === undefined) return { entries: [], outcome: { kind: 'unknown-person' } }
  const { stamp, account, how } = request
  const name = cleanName(request.name)
  const named = isLikeName(name, person.name) ? 'alike' : 'otherwise'
  const fact = {
    ...signedFact(person, request),
    how,
    platform: account.platform,
    ...defined({ read: readOf(facts, request) }),
    named,
    ...defined({ understood: understoodOf(request) }),
  } as const
  const entry = entryOf(fact, stamp, { name, account: accountKey(account), known: person.name })
  return {
    ...recordSigning(facts, request, entry),
    outcome: { kind: 'signed', entry: stamp.id, at: stamp.at },
  }
}

/** That all were answered was checked before; what was answered otherwise first is nobody's business. */
function understoodOf({ edition, questions = [] }: SignRequest) {
  if (questions.length === 0) return undefined
  return { how: 'all-right', questions: questions.length, asked: sha256(questionsText(edition, questions)) } as const
}

/** By the bot's own record at this moment: somebody who opened nothing may still sign, and the entry says so. */
function readOf({ history, reading }: SigningFacts, { edition, declaration }: SignRequest) {
  // What is read outside is opened where nobody here can see it.
  if (edition.outside !== undefined) return undefined
  const sections = sectionsToRead(edition, declaration.section).map(({ ref }) => ref)
  // What was read for a signature before was read for that.
  const isThis = foldInvolvement(history, reading).reading?.edition === edition.id
  const opened = isThis ? sections.filter((ref) => reading?.read.includes(ref)) : []
  if (opened.length === 0 || reading === undefined) return { opened: 0, of: sections.length }
  const times = { first: (reading.began ?? reading.at).toISOString(), last: reading.at.toISOString() }
  return { opened: opened.length, of: sections.length, ...times }
}

function refusalOf(facts: SigningFacts, request: SignRequest): SignOutcome | undefined {
  const { person } = facts
  const { declaration, edition, shown, zone, accepted, stamp } = request
  if (person === undefined) return { kind: 'unknown-person' }
  if (hasLeft(person, dayIn(zone, stamp.at))) return { kind: 'left' }
  const before = signingOf(facts, declaration, dayIn(zone, stamp.at))
  if (before !== undefined) return { kind: 'already-signed', entry: before.id, at: before.at }
  const may = mayBeSigned(edition, { practice: person.practice, accepted })
  if (may.kind === 'restated') return { kind: 'not-accepted', what: may.what, fix: may.fix, typed: may.typed }
  if (shown.edition !== declaration.edition || shown.hash !== declaration.hash) return { kind: 'wording-changed' }
  if (questionsLeft(request.questions ?? [], facts.answers, edition).length > 0) return { kind: 'questions-left' }
  return slipOf(person, request)
}

/** What the person can correct immediately. */
function slipOf(
  person: Person,
  { declaration, confirmed, name, names, nameConfirmed }: SignRequest,
): SignOutcome | undefined {
  const missing = declaration.statements.map((_, at) => at).filter((at) => !confirmed.includes(at))
  if (missing.length > 0) return { kind: 'statements-missing', missing }
  const typed = cleanName(name)
  if (wordsOf(typed).length === 0) return { kind: 'name-empty' }
  if (namesAnother(typed, person.name, names)) return { kind: 'name-of-another', typed, known: person.name }
  if (!nameConfirmed && !isLikeName(typed, person.name)) return { kind: 'name-unlike', typed, known: person.name }
  return undefined
}

/**
 * The signature that stands of words that count. There is none where other words were signed since, or where a campaign
 * asks for it anew.
 */
export function signingOf(
  { history, person, campaigns }: Pick<SigningFacts, 'history' | 'person' | 'campaigns'>,
  { edition, counting }: Declaration,
  today: Day,
): SignedEntry | undefined {
  const latest = validSignings(history).findLast(({ fact }) => fact.edition === edition)
  if (latest === undefined || !counting.includes(latest.fact.wording)) return undefined
  return person !== undefined && isAskedAnew(person, signedAt(latest), campaigns, today) ? undefined : latest
}

/** What every signature states, however it was given. */
export function signedFact(person: Person, { declaration, zone }: { declaration: Declaration; zone: string }) {
  return {
    kind: 'signed',
    policy: declaration.policy,
    edition: declaration.edition,
    person: person.id,
    wording: declaration.hash,
    text: declaration.textHash,
    statements: declaration.statements.map(sha256),
    zone,
    practice: person.practice,
  } as const satisfies Partial<Fact>
}

/** Everything that is written with a signature. */
export function recordSigning(
  { history, reading }: SigningFacts,
  { declaration, edition, questions = [] }: Pick<SignRequest, 'declaration' | 'edition' | 'questions'>,
  entry: NewEntry,
): Omit<RecordDecision<unknown>, 'outcome'> {
  const asked = questions.length === 0 ? [] : [questionsText(edition, questions)]
  return {
    entries: [entry],
    wordings: [declaration.wording, editionText(edition), ...asked],
    spends: edition.id,
    involvement: foldInvolvement([...history, entry], reading),
  }
}

/** One line, without invisible characters, because a name is compared and printed. */
export function cleanName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ')
    .trim()
}
