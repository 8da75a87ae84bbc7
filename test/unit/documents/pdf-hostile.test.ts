// PDFs that cannot or must not be read: each is refused by name, and none crashes the reader.
import { expect } from 'chai'
import { readPdf } from '../../../adapters/documents/pdf.ts'
import { holdsBomb } from '../../../adapters/documents/pdf/guard.ts'
import { readPdfText } from '../../../adapters/documents/pdf/open.ts'
import { bombStream, handMadePdf, plainStream, scannedPdf } from '../../kit/documents/hand-made.ts'
import { makePdf } from '../../kit/documents/pdf.ts'

const text = 'BT /F1 11 Tf 72 700 Td (Visitors sign in at the office before they go anywhere else.) Tj ET'
const sound = () => makePdf([{ is: 'p', text: 'Visitors sign in at the office.' }])

const refused: readonly [name: string, why: string, bytes: () => Uint8Array | Promise<Uint8Array>][] = [
  ['a scan', 'scan', scannedPdf],
  ['a password', 'password', () => makePdf([{ is: 'p', text: 'Secret.' }], { password: 'open sesame' })],
  ['no text', 'empty', () => handMadePdf(plainStream(''))],
  ['nothing behind its first line', 'damaged', () => new TextEncoder().encode('%PDF-1.7 nonsense')],
  ['only its first half', 'damaged', async () => (await sound()).subarray(0, 300)],
  ['a packed stream of 130 MB', 'too-large', () => handMadePdf(bombStream(130_000_000))],
  ['the same packed twice', 'too-large', () => handMadePdf(bombStream(130_000_000, 2))],
  [
    'fonts that do not say their letters',
    'encoding',
    () => {
      const line = `(${'\\001\\002!#$%&*+ '.repeat(8)}) Tj 0 -14 Td `
      return handMadePdf(plainStream(`BT /F1 11 Tf 72 700 Td ${line.repeat(20)} ET`))
    },
  ],
]

describe('a PDF that is not read', () => {
  for (const [name, why, bytes] of refused)
    it(`is refused: ${name}`, async () => {
      const read = await readPdf(await bytes())
      expect(read).to.include({ kind: 'refused', why })
    })

  it('is told from a good one', async () => {
    expect(holdsBomb(await sound())).to.equal(false)
    expect((await readPdf(handMadePdf(plainStream(text)))).kind).to.equal('document')
  })

  it('is judged by what its streams unpack to, not by what they say', () => {
    const limits = { stream: 1_000_000, together: 2_500_000 }
    const file = (size: number, count: number) =>
      handMadePdf(
        plainStream(text),
        Array.from({ length: count }, () => bombStream(size)),
      )
    expect(holdsBomb(file(900_000, 2), limits)).to.equal(false)
    expect(holdsBomb(file(1_100_000, 1), limits)).to.equal(true)
    expect(holdsBomb(file(900_000, 3), limits)).to.equal(true)
  })

  it('reads what is left where a page is broken', async () => {
    const read = await readPdf(handMadePdf(plainStream(`${text} BT ( `)))
    expect(read.kind === 'document' && read.document.blocks.map((block) => block.text)).to.eql([
      'Visitors sign in at the office before they go anywhere else.',
    ])
  })

  it('reads what a table of places that points nowhere leaves', async () => {
    const bytes = Buffer.from(await sound()).toString('latin1')
    const broken = bytes.replace(/^\d{10} \d{5} n/gm, '9999999999 00000 n').replace(/startxref\s+\d+/, 'startxref\n7')
    expect(broken).not.to.equal(bytes)
    const read = await readPdf(new Uint8Array(Buffer.from(broken, 'latin1')))
    // Either the text is found without the table or the file is refused as damaged: no exception, and no partial text.
    if (read.kind === 'refused') expect(read.why).to.equal('damaged')
    else expect(read.document.blocks.map(({ text: words }) => words)).to.eql(['Visitors sign in at the office.'])
  })

  it('keeps a watermark out of the text', async () => {
    const mark = 'BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET'
    const read = await readPdf(handMadePdf(plainStream(`${mark} ${text}`)))
    if (read.kind === 'refused') throw new Error(read.what)
    expect(read.document.blocks).to.have.length(1)
    expect(read.document.furniture).to.eql([{ kind: 'mark', text: 'DRAFT', page: 1 }])
  })

  it('leaves the bytes to whoever gave them', async () => {
    const bytes = await sound()
    await readPdf(bytes)
    expect(await readPdfText(bytes)).to.equal('Visitors sign in at the office.')
  })
})
