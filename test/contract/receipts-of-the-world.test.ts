// Receipts with names in the world's scripts, verified as files: as issued, altered, and as issued before the program
// had fonts for every script.
import { expect } from 'chai'
import { tablesInMemory } from '../kit/tables.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import { verifyBytes } from '../../src/command/verify-receipt.ts'
import { findReceipt } from '../../src/declaration/read-receipt.ts'
import { receiptPdf } from '../../src/declaration/receipt-pdf.ts'
import type { Receipt } from '../../src/declaration/receipt.ts'
import { spelledAsBefore } from '../../src/kit/pdf.ts'
import { aPerson, parts, press } from '../kit/evidence.ts'

const school = 'Larkmead School'

/** Each name beside a different one that looks as similar as possible. */
const names = [
  ['Zoë Łukasz', 'Zoe Łukasz'],
  ['علاء جلال', 'علاء جمال'],
  ['ٹیپو گُل ہے', 'ٹیپو گل ہے'],
  ['李小龍', '李小龙'],
  ['श्रीकृष्ण क्षत्रिय', 'श्रीकृष्ण शर्मा'],
  ['സമീര ശ്രീകുമാർ', 'സമീര ശ്രീകല'],
] as const

describe('receipts of names of the world', () => {
  let kept: OpenStore
  before(async () => (kept = openStore(await tablesInMemory(), parts)))
  after(() => kept.close())

  async function receiptFor(name: string, id: string): Promise<Receipt> {
    await kept.people.put([aPerson(id, { name })])
    await press(kept.journal, { person: id, id: `e-${id}`, name })
    const found = await findReceipt(kept.journal, { entry: `e-${id}`, school })
    if (found === undefined) throw new Error('no receipt')
    return found.receipt
  }

  const check = async (bytes: Uint8Array) => verifyBytes(kept.journal, { bytes, file: 'receipt.pdf', school })
  const retold = (receipt: Receipt, tell: (text: string) => string): Receipt => ({
    ...receipt,
    lines: receipt.lines.map((line) => ({ ...line, text: tell(line.text) })),
  })

  for (const [index, [name, other]] of names.entries()) {
    it(`of ${name}: genuine as given out, altered with the name ${other}`, async () => {
      const receipt = await receiptFor(name, `p${index}`)
      const bytes = await receiptPdf(receipt)
      expect(await check(bytes)).to.include({ kind: 'genuine', sameFile: true })
      const saved = Buffer.concat([bytes, Buffer.from('\n')])
      expect(await check(saved), 'saved anew by another program').to.include({ kind: 'genuine', sameFile: false })
      const altered = await receiptPdf(retold(receipt, (text) => text.replace(name, other)))
      expect(await check(altered)).to.include({ kind: 'altered', line: 'Signed by' })
      const before = await receiptPdf(retold(receipt, spelledAsBefore))
      expect(await check(before), 'as it was given out before').to.include({ kind: 'genuine', sameFile: true })
    })
  }
})
