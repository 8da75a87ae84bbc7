// Files that are damaged, locked, of the wrong kind or malicious: each is refused by name, with a way out, and at a
// limited cost.
import { expect } from 'chai'
import { createBudget } from '../../../adapters/documents/budget.ts'
import { readDocx } from '../../../adapters/documents/docx.ts'
import { readOdt } from '../../../adapters/documents/odt.ts'
import { isOle2 } from '../../../adapters/documents/ole.ts'
import { readRtf } from '../../../adapters/documents/rtf.ts'
import { readXlsx } from '../../../adapters/documents/xlsx.ts'
import { abstract, docx, docxParts, num, p, t } from '../../kit/documents/docx.ts'
import { odt, odtParts, p as odtP } from '../../kit/documents/odt.ts'
import { rtf } from '../../kit/documents/rtf.ts'
import { documentOf, said, whyOf } from '../../kit/documents/said.ts'
import { inline, xlsx } from '../../kit/documents/xlsx.ts'
import { lyingZip, wrongSums, zipOf } from '../../kit/documents/zip.ts'

const good = docx({ body: p('Text') })
const withBody = (change: (xml: string) => string) => {
  const parts = docxParts({ body: p('Text') })
  return zipOf({ ...parts, 'word/document.xml': change(parts['word/document.xml'] ?? '') })
}
const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ])
const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
const deep = (times: number) => '<w:sdt><w:sdtContent>'.repeat(times) + p('x') + '</w:sdtContent></w:sdt>'.repeat(times)
const flipped = (bytes: Uint8Array) => {
  const copy = Uint8Array.from(bytes)
  const at = Buffer.from(copy).indexOf('word/document.xml') + 40
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

const files: readonly { it: string; why: string; file: Uint8Array }[] = [
  { it: 'an empty file', why: 'empty', file: new Uint8Array() },
  { it: 'a Word file without a word', why: 'empty', file: docx({ body: p('') }) },
  { it: 'a locked file', why: 'password', file: ole('EncryptedPackage') },
  { it: 'a Word file of before 2007', why: 'old-format', file: ole('WordDocument') },
  { it: 'something else', why: 'unknown', file: Buffer.from('Just some text, called .docx by somebody.') },
  { it: 'a zip of something else', why: 'unknown', file: zipOf({ 'hello.txt': 'hello' }) },
  {
    it: 'a workbook that is called .docx',
    why: 'unknown',
    file: xlsx({ sheets: [{ name: 'a', rows: `<row>${inline('A1', 'x')}</row>` }] }),
  },
  { it: 'half a file', why: 'damaged', file: good.slice(0, good.length / 2) },
  { it: 'a file with a byte turned over', why: 'damaged', file: flipped(good) },
  { it: 'parts that are not what was packed', why: 'damaged', file: wrongSums(docxParts({ body: p('Text') })) },
  { it: 'XML that breaks off', why: 'damaged', file: withBody((xml) => xml.slice(0, -20)) },
  { it: 'entities that multiply', why: 'damaged', file: withBody((xml) => laughs + xml) },
  {
    it: 'a bomb',
    why: 'too-large',
    file: withBody((xml) => xml.replace('<w:body>', `<w:body>${' '.repeat(31_000_000)}`)),
  },
  { it: 'nests of 10,000', why: 'damaged', file: docx({ body: deep(5_000) }) },
]

describe('documents: what is not read', () => {
  for (const { it: what, why, file } of files)
    it(`refuses ${what}`, () => {
      const read = readDocx(file)
      expect(whyOf(read)).to.equal(why)
      if (read.kind !== 'refused') return
      expect(read.what).to.match(/^[a-z]/)
      expect(read.fix).to.match(/^[A-Z].*\.$/)
    })

  it('refuses alike in every format', () => {
    const odtOf = (xml: string) => zipOf({ ...odtParts({ body: '' }), 'content.xml': xml })
    expect(whyOf(readOdt(odtOf(`${laughs}<x/>`)))).to.equal('damaged')
    expect(whyOf(readOdt(good))).to.equal('unknown')
    expect(whyOf(readXlsx(good))).to.equal('unknown')
    expect(whyOf(readXlsx(ole('EncryptedPackage')))).to.equal('password')
    expect(whyOf(readXlsx(ole('Workbook')))).to.equal('old-format')
    expect(whyOf(readRtf(Buffer.from('no rtf')))).to.equal('unknown')
    expect(whyOf(readRtf(rtf('{'.repeat(10_000) + 'x' + '}'.repeat(10_000))))).to.equal('damaged')
    expect(whyOf(readRtf(rtf('{\\pard cut')))).to.equal('damaged')
    expect(whyOf(readRtf(rtf('\\pard')))).to.equal('empty')
  })

  it('knows the container of old and locked files by its first bytes', () => {
    expect(isOle2(ole('x'))).to.be.true
    expect(isOle2(good)).to.be.false
  })

  it('reads all of a part whose headers lie about its size', () => {
    const lying = lyingZip(docxParts({ body: p('All of it') }), 10)
    expect(said(readDocx(lying))).to.deep.equal(['p All of it'])
  })

  it('survives styles and lists that go round in circles', () => {
    const circle =
      '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>' +
      '<w:style w:type="numbering" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const numbering = abstract(0, [], '<w:numStyleLink w:val="N"/>') + num(1, 0)
    const body = p('x', { style: 'A' }) + p('y', { list: [1, 0] })
    expect(said(readDocx(docx({ body, styles: circle, numbering })))).to.deep.equal(['p x', 'p y'])
  })

  it('keeps up with nests that are only deep', () => {
    expect(said(readDocx(docx({ body: deep(150) })))).to.deep.equal(['p x'])
  })
})

describe('documents: the price of reading', () => {
  const list = abstract(0, [['decimal', '%1.']]) + num(1, 0)
  const many = (count: number, one: string) => new Array<string>(count).fill(one).join('')
  const shapes: readonly { it: string; spend: (count: number) => number }[] = [
    {
      it: 'Word',
      spend: (count) =>
        spentOn((budget) =>
          readDocx(docx({ body: many(count, p(t('a') + t('b'), { list: [1, 0] })), numbering: list }), budget),
        ),
    },
    {
      it: 'Word, in one table',
      spend: (count) =>
        spentOn((budget) =>
          readDocx(
            docx({
              body: `<w:tbl>${many(count, '<w:tr><w:tc><w:p/></w:tc><w:tc>' + p('x') + '</w:tc></w:tr>')}</w:tbl>`,
            }),
            budget,
          ),
        ),
    },
    {
      it: 'OpenDocument',
      spend: (count) => spentOn((budget) => readOdt(odt({ body: many(count, odtP('x')) }), budget)),
    },
    { it: 'RTF', spend: (count) => spentOn((budget) => readRtf(rtf(many(count, '\\pard x\\par ')), budget)) },
    {
      it: 'Excel',
      spend: (count) =>
        spentOn((budget) =>
          readXlsx(xlsx({ sheets: [{ name: 'a', rows: many(count, `<row><c><v>1</v></c></row>`) }] }), budget),
        ),
    },
  ]

  function spentOn(read: (budget: ReturnType<typeof createBudget>) => unknown): number {
    const budget = createBudget()
    read(budget)
    return budget.spent()
  }

  for (const { it: what, spend } of shapes)
    it(`grows with the file and no faster: ${what}`, () => {
      const once = spend(2_000)
      expect(spend(4_000) / once).to.be.lessThan(2.1)
      expect(once).to.be.greaterThan(2_000)
    })

  it('reads 200,000 paragraphs', () => {
    const file = docx({ body: many(200_000, '<w:p><w:r><w:t>x</w:t></w:r></w:p>') })
    expect(documentOf(readDocx(file)).blocks.length).to.equal(200_000)
  })

  it('stops where a file asks for too much work', () => {
    const file = docx({ body: many(1_000, p('x')) })
    expect(whyOf(readDocx(file, createBudget(1_000)))).to.equal('too-large')
  })
})
