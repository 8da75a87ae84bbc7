// `verify FOLDER`: every receipt and certificate in a folder at once. Each is a head of the journal in somebody else's
// hands, so that everybody who signed is a witness.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Journal } from '../ports/evidence.ts'
import { type CommandContext, status } from './context.ts'
import { sayVerdict, verifyReceipt, type ReceiptVerdict } from './verify-receipt.ts'

export interface Checked {
  readonly file: string
  readonly verdict: ReceiptVerdict
}

export async function checkFolder(
  journal: Journal,
  { folder, school }: { readonly folder: string; readonly school: string },
): Promise<readonly Checked[]> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const checked: Checked[] = []
  for (const name of names.filter((each) => /\.pdf$/i.test(each)).toSorted()) {
    const file = join(folder, name)
    checked.push({ file: name, verdict: await verifyReceipt(journal, { file, school }) })
  }
  return checked
}

/** Practice receipts and other files prove nothing, and do no harm. */
export function sayFolder(
  { out, err }: CommandContext,
  checked: readonly Checked[],
  { zone, json }: { readonly zone: string; readonly json: boolean },
): number {
  const kinds = (...which: readonly ReceiptVerdict['kind'][]) =>
    checked.filter(({ verdict: { kind } }) => which.includes(kind))
  const good = kinds('genuine', 'withdrawn')
  const bad = kinds('altered', 'unknown', 'broken')
  if (json) out(JSON.stringify({ genuine: good.length, bad: bad.length, checked }))
  else {
    for (const { file, verdict } of bad) err(`${file}: ${sayVerdict(verdict, zone)}`)
    const others = checked.length - good.length - bad.length
    out(
      `${good.length} of ${checked.length} say the same as the journal${others === 0 ? '' : `; ${others} are practice, or no receipts`}.`,
    )
    const latest = Math.max(0, ...good.map(({ verdict }) => ('seq' in verdict ? verdict.seq : 0)))
    if (latest > 0 && bad.length === 0)
      out(`Up to entry ${latest} the journal is the one that these people were given a head of.`)
  }
  return bad.length === 0 && good.length > 0 ? status.done : status.no
}
