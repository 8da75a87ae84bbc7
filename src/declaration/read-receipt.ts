// Puts a signature's receipt together from what is kept: the same in chat, on the page and on the command line.
import type { Journal } from '../ports/evidence.ts'
import { isSigning } from '../standing/fold.ts'
import { receiptOf, type Receipt, type SigningEntry } from './receipt.ts'

export interface FoundReceipt {
  readonly receipt: Receipt
  readonly entry: SigningEntry
  /** False once the name has been erased. */
  readonly named: boolean
  /** When the signature was withdrawn, if it was. */
  readonly withdrawn: Date | undefined
}

type Reading = Pick<Journal, 'entry' | 'hiddenOf' | 'wording' | 'historyOf'>

/** Undefined where no signature has that entry, or what was signed is gone. `school` is the school's name. */
export async function findReceipt(
  journal: Reading,
  { entry: id, school }: { readonly entry: string; readonly school: string },
): Promise<FoundReceipt | undefined> {
  const entry = await journal.entry(id)
  if (entry === undefined || !isSigning(entry)) return undefined
  const { wording: wordingHash, text: textHash, person } = entry.fact
  const [wording, text, hidden, history] = await Promise.all([
    journal.wording(wordingHash),
    journal.wording(textHash),
    journal.hiddenOf(id),
    journal.historyOf(person),
  ])
  if (wording === undefined || text === undefined) return undefined
  const withdrawn = history.find(({ fact }) => fact.kind === 'withdrawn' && fact.entry === id)?.at
  const receipt = receiptOf({ entry, hidden: hidden?.fields, wording, text, school, withdrawn })
  return { receipt, entry, named: hidden?.fields['name'] !== undefined, withdrawn }
}
