// Puts the receipt of a signature, or of a bundle, together from what is kept: the same in chat, on the page and on the
// command line.
import type { Journal } from '../ports/evidence.ts'
import { isSigning } from '../standing/fold.ts'
import type { Entry } from '../journal/types.ts'
import { bundleReceiptOf, type BundleEntry, type BundleSource } from './bundle-certificate.ts'
import { receiptOf, type Receipt, type ReceiptSource, type SigningEntry } from './receipt.ts'

export interface FoundReceipt {
  readonly of: 'signature' | 'bundle'
  readonly receipt: Receipt
  readonly entry: Entry
  /** The entries of signatures that it rests on. */
  readonly signatures: readonly SigningEntry[]
  /** False once a name has been erased. */
  readonly named: boolean
  /** When the signature, or the first of the bundle's, was withdrawn, if one was. */
  readonly withdrawn: Date | undefined
}

type Reading = Pick<Journal, 'entry' | 'hiddenOf' | 'wording' | 'historyOf'>

/** Undefined where nothing of the kind has that entry, or what was signed is gone. `school` is the school's name. */
export async function findReceipt(
  journal: Reading,
  { entry: id, school }: { readonly entry: string; readonly school: string },
): Promise<FoundReceipt | undefined> {
  const entry = await journal.entry(id)
  if (entry === undefined) return undefined
  if (isBundle(entry)) return ofBundle(journal, entry, school)
  const source = isSigning(entry) ? await readSource(journal, entry) : undefined
  if (source === undefined) return undefined
  return {
    of: 'signature',
    receipt: receiptOf({ ...source, school }),
    entry,
    signatures: [source.entry],
    named: isNamed(source),
    withdrawn: source.withdrawn,
  }
}

/** Undefined where one of its signatures, or what was signed, is gone. */
export async function readBundle(
  journal: Reading,
  entry: BundleEntry,
): Promise<Omit<BundleSource, 'school'> | undefined> {
  const signatures: Omit<ReceiptSource, 'school'>[] = []
  for (const id of entry.fact.signatures) {
    const signed = await journal.entry(id)
    const source = signed !== undefined && isSigning(signed) ? await readSource(journal, signed) : undefined
    if (source === undefined) return undefined
    signatures.push(source)
  }
  return { entry, hidden: (await journal.hiddenOf(entry.id))?.fields, signatures }
}

export function isBundle(entry: Entry): entry is BundleEntry {
  return entry.fact.kind === 'bundle-signed'
}

async function ofBundle(journal: Reading, entry: BundleEntry, school: string): Promise<FoundReceipt | undefined> {
  const source = await readBundle(journal, entry)
  if (source === undefined) return undefined
  const withdrawn = source.signatures.flatMap((each) => each.withdrawn ?? [])
  return {
    of: 'bundle',
    receipt: bundleReceiptOf({ ...source, school }),
    entry,
    signatures: source.signatures.map((each) => each.entry),
    named: source.hidden?.['known'] !== undefined && source.signatures.every(isNamed),
    withdrawn: withdrawn.toSorted((a, b) => a.getTime() - b.getTime())[0],
  }
}

function isNamed({ hidden }: Pick<ReceiptSource, 'hidden'>): boolean {
  return hidden?.['name'] !== undefined
}

async function readSource(journal: Reading, entry: SigningEntry): Promise<Omit<ReceiptSource, 'school'> | undefined> {
  const { wording: wordingHash, text: textHash, person } = entry.fact
  const [wording, text, hidden, history] = await Promise.all([
    journal.wording(wordingHash),
    journal.wording(textHash),
    journal.hiddenOf(entry.id),
    journal.historyOf(person),
  ])
  if (wording === undefined || text === undefined) return undefined
  const withdrawn = history.find(({ fact }) => fact.kind === 'withdrawn' && fact.entry === entry.id)?.at
  return { entry, hidden: hidden?.fields, wording, text, withdrawn }
}
