// The receipt of a signature: what it says, the code by which it is known, and whether a text is still that receipt.
import { compact } from '../kit/defined.ts'
import type { Entry, FactOf } from '../journal/types.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import { sayInstant } from './instant.ts'
import { readOutside } from '../standing/declared.ts'
import { isCertified, sayNames, sayRead, sayUnderstood, sayWayIn, withoutBlanks } from './certificate.ts'

export type SigningEntry = Entry & { readonly fact: FactOf<'signed'> }

/** Everything that a receipt rests on. */
export interface ReceiptSource {
  readonly entry: SigningEntry
  /** What the entry hides, in clear; undefined once it has been erased. */
  readonly hidden: Readonly<Record<string, string>> | undefined
  /** The declaration exactly as it was signed. */
  readonly wording: string
  /** The edition's whole text as it was signed; its first line is its title. */
  readonly text: string
  /** What the school is called today. */
  readonly school: string
  /** When it was withdrawn, if it was. */
  readonly withdrawn: Date | undefined
}

export interface Receipt {
  readonly title: string
  readonly practice: boolean
  /** The instant of the signature. */
  readonly at: Date
  readonly lines: readonly ReceiptLine[]
}

export interface ReceiptLine {
  readonly kind: 'banner' | 'title' | 'notice' | 'pair' | 'heading' | 'text' | 'code'
  /** The name in a pairLine pair. */
  readonly label?: string
  readonly text: string
  /** What it is checked against: the journal, or something that may have changed since. */
  readonly rests: 'journal' | 'on-nothing'
}

/**
 * People keep receipts for years, and they are checked against what this writes, so the lines of a form never change.
 * To change the wording, add a new form, and leave this one for the receipts that exist.
 */
const forms = { receipt: '1', certificate: '2' } as const

export function receiptOf(source: ReceiptSource): Receipt {
  const { entry, withdrawn, wording } = source
  const { practice, zone } = entry.fact
  const certified = isCertified(entry.fact)
  const title = `${certified ? 'Certificate of completion' : 'Receipt for a signature'}: ${titleIn(source.text)}`
  const paragraphs = wording.split(/\n+/)
  const banner: ReceiptLine[] = practice ? [lineAs('banner', 'PRACTICE')] : []
  return {
    title,
    practice,
    at: entry.at,
    lines: compact([
      ...banner,
      lineAs('title', title),
      practice && lineAs('text', 'An invented person signed this, to try it out. It is no evidence of anything.'),
      withdrawn !== undefined && lineAs('notice', withdrawnNotice(withdrawn, zone)),
      ...(certified ? certificatePairs(source) : pairsOf(source)),
      lineAs('heading', 'What was signed, in full'),
      ...(certified ? withoutBlanks(paragraphs) : paragraphs).map((paragraph) => lineAs('text', paragraph)),
      lineAs('heading', certified ? 'How to check this certificate' : 'How to check this receipt'),
      lineAs('text', 'Give this file to the school, or to whoever keeps its records. They run:'),
      lineAs('code', 'npm run verify -- receipt.pdf'),
      certified && lineAs('text', keepIt),
      lineAs(
        'text',
        'The hashes above can also be worked out with other tools; the program’s README says exactly how.',
      ),
      ...banner,
    ]),
  }
}

export const keepIt =
  'Keep it: whoever holds it holds a head of the school’s journal, and with it anybody can tell later whether anything up to then was changed or removed.'

function certificatePairs({ entry, hidden, text, school }: ReceiptSource): ReceiptLine[] {
  const { fact, at, seq, id, hash } = entry
  const [known, name, kept] = [hidden?.['known'], hidden?.['name'], hidden?.['kept']]
  const erased = 'a name that has been erased'
  return compact([
    pairLine('School', school, 'on-nothing'),
    pairLine('Policy', `${titleIn(text)} (${fact.policy}), edition ${fact.edition}`),
    pairLine('Signed by, on the school’s record', known ?? erased, known === undefined ? 'on-nothing' : 'journal'),
    pairLine('Name typed', name ?? erased, name === undefined ? 'on-nothing' : 'journal'),
    pairLine('The two names', sayNames(fact)),
    fact.paper !== undefined && pairLine('Signed on paper', sayDay(fact.paper.on)),
    kept !== undefined && pairLine('The paper is kept', kept),
    ...picturePair(fact),
    ...howSigned({ fact, at }, text),
    pairLine('Verification code', verificationCode(hash)),
    pairLine('Journal entry', `${seq} (${id})`),
    pairLine('SHA-256 of the entry', hash),
    pairLine('Head of the journal at that moment', `${seq}:${hash}`),
    pairLine('SHA-256 of what was signed', fact.wording),
    pairLine('SHA-256 of the whole edition', fact.text),
    pairLine('Form of this certificate', forms.certificate),
  ])
}

/** When and how somebody signed, and what they had read and confirmed; `text` is the edition's. */
export function howSigned(
  { fact, at }: { readonly fact: FactOf<'signed'>; readonly at: Date },
  text: string,
): ReceiptLine[] {
  const read = sayRead(fact)
  return compact([
    pairLine(fact.paper === undefined ? 'Signed' : 'Recorded', sayInstant(at, fact.zone)),
    pairLine('How they came in', sayWayIn(fact)),
    read !== undefined && pairLine('Read', read),
    ...understoodPair(fact),
    ...outsidePairs(text),
    pairLine('Statements confirmed', `${fact.statements.length} of ${fact.statements.length}`),
  ])
}

/** Of what the school does not write itself. */
function outsidePairs(text: string): ReceiptLine[] {
  const outside = readOutside(text)
  if (outside === undefined) return []
  return [pairLine('Read outside, at', outside.link), pairLine('SHA-256 of the file that was read', outside.sha256)]
}

function understoodPair(fact: FactOf<'signed'>): ReceiptLine[] {
  const understood = sayUnderstood(fact)
  return understood === undefined ? [] : [pairLine('Questions about it', understood)]
}

function picturePair({ paper }: FactOf<'signed'>): ReceiptLine[] {
  return paper?.picture === undefined ? [] : [pairLine('SHA-256 of the paper’s picture', paper.picture)]
}

function pairsOf({ entry, hidden, text, school }: ReceiptSource): ReceiptLine[] {
  const { fact, at, seq, id, hash } = entry
  const name = hidden?.['name']
  const kept = hidden?.['kept']
  return compact([
    pairLine('School', school, 'on-nothing'),
    pairLine('Policy', `${titleIn(text)} (${fact.policy}), edition ${fact.edition}`),
    pairLine('Signed by', name ?? 'a name that has been erased', name === undefined ? 'on-nothing' : 'journal'),
    fact.paper !== undefined && pairLine('Signed on paper', sayDay(fact.paper.on)),
    kept !== undefined && pairLine('The paper is kept', kept),
    pairLine(fact.paper === undefined ? 'Signed' : 'Recorded', sayInstant(at, fact.zone)),
    pairLine('How', sayHow(fact)),
    pairLine('Statements confirmed', `${fact.statements.length} of ${fact.statements.length}`),
    pairLine('Verification code', verificationCode(hash)),
    pairLine('Journal entry', `${seq} (${id})`),
    pairLine('SHA-256 of the entry', hash),
    pairLine('SHA-256 of what was signed', fact.wording),
    pairLine('SHA-256 of the whole edition', fact.text),
    pairLine('Form of this receipt', forms.receipt),
  ])
}

/** Twenty hex digits of the entry's hash in groups of four: `9f86-d081-884c-7d65-9a2f`. */
export function verificationCode(hash: string): string {
  return (hash.slice(0, 20).match(/.{4}/g) ?? []).join('-')
}

/** The first line of an edition's text. */
export function titleIn(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}

/** The receipt as plain text, one line each. */
export function receiptText({ lines }: Receipt): readonly string[] {
  return lines.map(sayLine)
}

/** The form that the text claims to have; any of it may have been altered. */
export interface ReceiptReference {
  readonly seq: number | undefined
  readonly code: string | undefined
  readonly hash: string | undefined
}

/** Undefined for a text that is not a receipt. */
export function referenceIn(text: string): ReceiptReference | undefined {
  const bare = seenLetters(text)
  const seq = /Journalentry:(\d{1,15})\(/.exec(bare)?.[1]
  const code = /Verificationcode:((?:[0-9a-f]{4}-){4}[0-9a-f]{4})/.exec(bare)?.[1]
  const hash = /SHA-256oftheentry:([0-9a-f]{64})/.exec(bare)?.[1]
  if (code === undefined && hash === undefined) return undefined
  return { seq: seq === undefined ? undefined : Number(seq), code, hash }
}

export function isReferredTo({ hash }: Pick<Entry, 'hash'>, reference: ReceiptReference): boolean {
  return hash === reference.hash || verificationCode(hash) === reference.code
}

/**
 * The first line of the receipt that differs in the text; undefined where the text has all lines and nothing else.
 * `shown` is how the text writes characters that it cannot write plainly. Spaces and line ends are ignored.
 */
export function alteredLine(
  text: string,
  { lines }: Receipt,
  shown: (text: string) => string,
): { readonly line: string } | undefined {
  const bare = seenLetters(text)
  const expected = lines.map((each) => ({
    ...each,
    bare: seenLetters(shown(sayLine(each))),
    label: each.label ?? each.text,
  }))
  let at = 0
  for (const [index, each] of expected.entries()) {
    if (each.rests === 'on-nothing') {
      const next = expected[index + 1]
      if (!bare.startsWith(seenLetters(`${each.label}:`), at)) return { line: each.label }
      const found = next === undefined ? -1 : bare.indexOf(seenLetters(`${next.label}:`), at)
      if (found === -1) return { line: next?.label ?? each.label }
      at = found
    } else if (bare.startsWith(each.bare, at)) at += each.bare.length
    // A receipt from before a withdrawal does not mention it.
    else if (each.kind !== 'notice') return { line: each.label }
  }
  return at === bare.length ? undefined : { line: 'something after its end' }
}

/** Without spaces, line ends and what is not seen: they don't count. */
export function seenLetters(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]+/gu, '')
}

function sayLine({ label, text }: ReceiptLine): string {
  return label === undefined ? text : `${label}: ${text}`
}

export function lineAs(kind: ReceiptLine['kind'], text: string): ReceiptLine {
  return { kind, text, rests: 'journal' }
}

export function pairLine(label: string, text: string, rests: ReceiptLine['rests'] = 'journal'): ReceiptLine {
  return { kind: 'pair', label, text, rests }
}

export function withdrawnNotice(at: Date, zone: string, what = 'This signature'): string {
  return `${what} was withdrawn on ${sayDay(dayIn(zone, at))}. It stays in the history and no longer counts.`
}

const platformNames = { web: 'on the web page', slack: 'in Slack', teams: 'in Microsoft Teams' } as const

function sayHow({ how, platform }: FactOf<'signed'>): string {
  if (how === 'paper') return 'on paper'
  if (how === 'link') return 'by a link for one person'
  return platform === undefined ? 'in the chat' : platformNames[platform]
}
