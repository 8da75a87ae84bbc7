// Whether a receipt is genuine: its text compared with the journal, line by line.
import { readFileSync, statSync } from 'node:fs'
import { breach } from '../journal/chain.ts'
import { seal } from '../journal/seal.ts'
import {
  alteredLine,
  seenLetters,
  isReferredTo,
  receiptText,
  referenceIn,
  type Receipt,
  type ReceiptReference,
} from '../declaration/receipt.ts'
import { findReceipt, type FoundReceipt } from '../declaration/read-receipt.ts'
import { receiptPdf } from '../declaration/receipt-pdf.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { isUsual } from '../kit/letters.ts'
import { spelledAsBefore } from '../kit/pdf.ts'
import type { Journal } from '../ports/evidence.ts'
import type { Entry } from '../journal/types.ts'
import { entriesIn } from './entries.ts'
import { readPdfText } from '../../adapters/documents/pdf/open.ts'

export type ReceiptVerdict =
  | ({ readonly kind: 'genuine' } & About)
  /** Signed as it says, and withdrawn since. */
  | ({ readonly kind: 'withdrawn'; readonly on: Date } & About)
  /** Genuine, but by an invented person: no evidence. */
  | ({ readonly kind: 'practice' } & About)
  | ({ readonly kind: 'altered'; readonly line: string } & About)
  /** The journal knows nothing under its code. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'no-receipt'; readonly what: string }
  /** The journal's own entry does not hold, so no receipt can be checked against it. */
  | { readonly kind: 'broken'; readonly what: string }

interface About {
  readonly seq: number
  readonly entry: string
  /** Of one signature, or of all that somebody signed of a bundle. */
  readonly of: FoundReceipt['of']
  /** False where the name on it could not be checked, because it was erased. */
  readonly named: boolean
  /** True where the file is, byte for byte, the one that was handed out. */
  readonly sameFile: boolean
  /** What the journal says, to be compared with the page. */
  readonly says: readonly string[]
}

/** No receipt is larger. */
const mostBytes = 5_000_000

export async function verifyReceipt(
  journal: Journal,
  { file, school }: { readonly file: string; readonly school: string },
): Promise<ReceiptVerdict> {
  const bytes = readFile(file)
  if (typeof bytes === 'string') return { kind: 'no-receipt', what: bytes }
  return verifyBytes(journal, { bytes, file, school })
}

/** The same for a file that was sent; `file` is its name. */
export async function verifyBytes(
  journal: Journal,
  { bytes, file, school }: { readonly bytes: Uint8Array; readonly file: string; readonly school: string },
): Promise<ReceiptVerdict> {
  const text = await readPdfText(bytes)
  if (text === undefined) return { kind: 'no-receipt', what: `${file} cannot be read as a PDF file.` }
  const reference = referenceIn(text)
  if (reference === undefined)
    return {
      kind: 'no-receipt',
      what: `${file} has no verification code in it, so it is not a receipt of Policy Guide.`,
    }
  const entry = await findEntry(journal, reference)
  if (entry === undefined) return { kind: 'unknown' }
  if (!isSealed(entry)) return { kind: 'broken', what: breach(entry.seq, 'changed').what }
  const found = await findReceipt(journal, { entry: entry.id, school })
  if (found === undefined) return { kind: 'broken', what: breach(entry.seq, 'wording').what }
  const unsealed = found.signatures.find((each) => !isSealed(each))
  if (unsealed !== undefined) return { kind: 'broken', what: breach(unsealed.seq, 'changed').what }
  return judge(found, { text, bytes })
}

function isSealed(entry: Entry): boolean {
  return seal(entry, entry.before).hash === entry.hash
}

/** Whether there is a signature with that code, or a bundle signed whole, and whether it stands; nothing about the signer. */
export async function verifyCode(
  journal: Journal,
  { code, school }: { readonly code: string; readonly school: string },
) {
  const bare = code.toLowerCase().replace(/[^0-9a-f]/g, '')
  const whole = bare.length === 64
  if (!whole && bare.length !== 20) return 'no-code'
  const spelled = bare.match(/.{4}/g)?.join('-')
  const reference = { seq: undefined, code: whole ? undefined : spelled, hash: whole ? bare : undefined }
  const entry = await findEntry(journal, reference)
  const found = entry && (await findReceipt(journal, { entry: entry.id, school }))
  if (found === undefined) return 'unknown'
  if (found.withdrawn !== undefined) return found.of === 'bundle' ? 'bundle-withdrawn' : 'withdrawn'
  if (found.receipt.practice) return 'practice'
  return found.of === 'bundle' ? 'bundle-genuine' : 'genuine'
}

/**
 * The signature that a receipt is about, or a sentence where there is none. The receipt's content is not judged here.
 */
export async function findReceiptEntry(journal: Pick<Journal, 'entries'>, file: string): Promise<Entry | string> {
  const bytes = readFile(file)
  if (typeof bytes === 'string') return bytes
  const text = await readPdfText(bytes)
  const reference = text === undefined ? undefined : referenceIn(text)
  if (reference === undefined) return `${file} is not a receipt of Policy Guide.`
  return (await findEntry(journal, reference)) ?? 'No signature in this journal has its verification code.'
}

function readFile(file: string): Uint8Array | string {
  try {
    if (statSync(file).size > mostBytes) return `${file} is too large for a receipt.`
    return new Uint8Array(readFileSync(file))
  } catch {
    return `${file} cannot be read. Is the name right, and may you open it?`
  }
}

/** Where the receipt says that the entry is, or else wherever it is: the number may have been altered. */
async function findEntry(journal: Pick<Journal, 'entries'>, reference: ReceiptReference) {
  const { seq } = reference
  const [there] = seq === undefined || seq < 1 ? [] : await journal.entries(seq - 1, 1)
  if (there !== undefined && isReferredTo(there, reference)) return there
  for await (const entry of entriesIn(journal)) if (isReferredTo(entry, reference)) return entry
  return undefined
}

async function judge(
  { of, receipt, entry, named, withdrawn }: FoundReceipt,
  { text, bytes }: { readonly text: string; readonly bytes: Uint8Array },
): Promise<ReceiptVerdict> {
  const says = receipt.lines.flatMap(({ label, text: value }) => (label === undefined ? [] : [`${label}: ${value}`]))
  const sameFile = await isSameFile(receipt, bytes)
  const about = { of, seq: entry.seq, entry: entry.id, named, sameFile, says }
  const altered = sameFile ? undefined : await alteredIn(text, receipt)
  if (altered !== undefined) return { kind: 'altered', ...altered, ...about }
  if (withdrawn !== undefined) return { kind: 'withdrawn', on: withdrawn, ...about }
  return { kind: receipt.practice ? 'practice' : 'genuine', ...about }
}

/** Receipts from before the program had every script's fonts spell some letters out, and are as good as any. */
async function alteredIn(text: string, receipt: Receipt): Promise<{ readonly line: string } | undefined> {
  const altered = alteredLine(text, receipt, (each) => each)
  if (altered === undefined || isAllUsual(receipt)) return altered
  if (alteredLine(text, receipt, spelledAsBefore) === undefined || (await isWhole(text, receipt))) return undefined
  return alteredLine(text, receipt, await readBack(receipt))
}

function isAllUsual(receipt: Receipt): boolean {
  return receiptText(receipt).every((line) => isUsual(line.normalize('NFC')))
}

/** Whether it reads as the receipt does when it is written today. */
async function isWhole(text: string, receipt: Receipt): Promise<boolean> {
  for (const each of toldAs(receipt)) {
    const read = await readPdfText(await receiptPdf(each))
    if (read !== undefined && seenLetters(read) === seenLetters(text)) return true
  }
  return false
}

/** As it is, and as it was before a withdrawal. */
function toldAs(receipt: Receipt): readonly Receipt[] {
  const lines = receipt.lines.filter(({ kind }) => kind !== 'notice')
  return lines.length === receipt.lines.length ? [receipt] : [receipt, { ...receipt, lines }]
}

/**
 * How a file has each line. Glyphs are read in the order in which they are seen, and some stand for several letters: what
 * that comes to is found by writing the line and reading it.
 */
async function readBack(receipt: Receipt): Promise<(text: string) => string> {
  const read = new Map<string, string>()
  for (const [at, text] of receiptText(receipt).entries()) {
    const line = receipt.lines[at]
    if (line === undefined || isUsual(text.normalize('NFC'))) continue
    const shown = await readPdfText(await receiptPdf({ ...receipt, lines: [line] }))
    if (shown !== undefined) read.set(text, shown)
  }
  return (text) => read.get(text) ?? text.normalize('NFC')
}

/** Or the one from before it was withdrawn, or from before the program had every script's fonts. */
async function isSameFile(receipt: Receipt, bytes: Uint8Array): Promise<boolean> {
  const told = toldAs(receipt)
  for (const each of isAllUsual(receipt) ? told : told.flatMap((one) => [one, spelled(one)])) {
    if (Buffer.compare(await receiptPdf(each), bytes) === 0) return true
  }
  return false
}

function spelled(receipt: Receipt): Receipt {
  return { ...receipt, lines: receipt.lines.map((line) => ({ ...line, text: spelledAsBefore(line.text) })) }
}

/** In a sentence or two. */
export function sayVerdict(verdict: ReceiptVerdict, zone: string): string {
  switch (verdict.kind) {
    case 'genuine':
      return `Genuine: entry ${verdict.seq} of the journal says the same, word for word.${besides(verdict)}`
    case 'withdrawn':
      return `Genuine, but ${sayWithdrawn(verdict, zone)}${besides(verdict)}`
    case 'practice':
      return `PRACTICE: entry ${verdict.seq} of the journal says the same, but it was signed by an invented person. It is not evidence.`
    case 'altered':
      return `Altered: it is not what entry ${verdict.seq} of the journal says. The first line that differs: ${verdict.line}`
    case 'unknown':
      return 'Unknown: no signature in this journal has its verification code.'
    case 'no-receipt':
      return verdict.what
    case 'broken':
      return `It cannot be checked, because the journal itself does not hold. ${verdict.what}`
    default:
      return never(verdict)
  }
}

function sayWithdrawn({ of, on }: ReceiptVerdict & { kind: 'withdrawn' }, zone: string): string {
  const day = sayDay(dayIn(zone, on))
  return of === 'signature'
    ? `withdrawn on ${day}: the signature no longer counts.`
    : `one of its signatures was withdrawn on ${day}: the bundle is no longer signed whole.`
}

function besides({ named, sameFile }: About): string {
  const erased = ' The name on it could not be checked: it was erased at the person’s wish.'
  // A picture of other words may cover the words.
  const resaved =
    ' But the file is not byte for byte the one that was given out: hold what you see against these lines.'
  return `${named ? '' : erased}${sameFile || !named ? '' : resaved}`
}
