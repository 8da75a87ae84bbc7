// The single entry to all readers: which format a file has, and what happens to readers that hang, crash or use too
// much.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { expect } from 'chai'
import { build } from 'esbuild'
import { createKeeper } from '../../../adapters/documents/keeper.ts'
import { openReader, readDocument, readingLimits, readTables } from '../../../adapters/documents/read.ts'
import { recognise } from '../../../adapters/documents/recognise.ts'
import { savedPage } from '../../kit/documents/html.ts'
import { makePdf } from '../../kit/documents/pdf.ts'

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const ole = (...names: string[]) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      ...names.map((name) => Buffer.from(name, 'utf16le')),
    ]),
  )

describe('recognising a file', () => {
  const known: readonly [name: string, bytes: Uint8Array, format: string][] = [
    ['policy.pdf', latin('%PDF-1.7 …'), 'pdf'],
    ['policy.docx', latin('%PDF-1.7 a PDF with a wrong name'), 'pdf'],
    ['policy.docx', latin('PK\x03\x04……word/document.xml'), 'docx'],
    ['policy', latin('PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.textPK'), 'odt'],
    ['people.xlsx', latin('PK\x03\x04……xl/workbook.xml'), 'xlsx'],
    ['policy.doc', latin('{\\rtf1\\ansi Text}'), 'rtf'],
    ['policy.html', latin('<p>Text'), 'html'],
    ['policy.doc', latin('<html xmlns:o="urn"><body>Text'), 'html'],
    ['policy.htm', new Uint8Array(Buffer.from('\ufeff<html><body>Text', 'utf16le')), 'html'],
    ['policy.md', latin('# Aims'), 'md'],
    ['policy.txt', latin('Aims'), 'txt'],
    ['policy', latin('Aims'), 'txt'],
    ['people.csv', latin('name,email'), 'csv'],
  ]
  for (const [name, bytes, format] of known)
    it(`${name} that begins with ${JSON.stringify(Buffer.from(bytes.subarray(0, 12)).toString('latin1'))}: ${format}`, () => {
      expect(recognise(bytes, name)).to.eql({ kind: 'format', format })
    })

  const refused: readonly [name: string, bytes: Uint8Array, why: string, fix: RegExp][] = [
    ['empty.docx', new Uint8Array(), 'empty', /copied/],
    ['old.doc', ole('WordDocument'), 'old-format', /\.docx/],
    ['locked.docx', ole('EncryptedPackage'), 'password', /without one/],
    ['slides.pptx', latin('PK\x03\x04……ppt/presentation.xml'), 'unknown', /PDF/],
    ['policy.pages', latin('PK\x03\x04……Index/Document.iwa'), 'unknown', /Export to/],
    ['policies.zip', latin('PK\x03\x04……policy.pdf'), 'unknown', /one by one/],
    ['book.epub', latin('PK\x03\x04……META-INF/container.xml'), 'unknown', /made from/],
    ['policy.mht', latin('MIME-Version: 1.0\nContent-Type: multipart/related;\n'), 'unknown', /HTML only/],
    ['scan.jpg', latin('\xff\xd8\xff\xe0'), 'scan', /OCR/],
    ['scan.pdf', latin('\x89PNG\r\n'), 'scan', /OCR/],
    ['policy.docx', latin('only text'), 'damaged', /save it again/],
  ]
  for (const [name, bytes, why, fix] of refused)
    it(`${name}: refused, ${why}, with the way out`, () => {
      const recognised = recognise(bytes, name)
      expect(recognised).to.include({ kind: 'refused', why })
      expect(recognised.kind === 'refused' && recognised.fix).to.match(fix)
    })
})

describe('reading a file in a process of its own', () => {
  // Each process loads its modules from source, which takes seconds on a busy machine.

  it('reads one file after the other, and ends', async () => {
    const reader = openReader()
    const [pdf, page, list] = await Promise.all([
      reader.readDocument(await makePdf([{ is: 'p', text: 'Visitors sign in.' }]), 'a.pdf'),
      reader.readDocument(new TextEncoder().encode(savedPage), 'a.html'),
      reader.readTables(latin('name;email\nZo\xeb;zoe@example.org\n'), 'a.csv'),
    ])
    reader.close()
    expect(pdf.kind === 'document' && pdf.document.blocks.map(({ text }) => text)).to.eql(['Visitors sign in.'])
    expect(page.kind === 'document' && page.document.format).to.equal('html')
    expect(list).to.eql({
      kind: 'tables',
      tables: [
        {
          name: undefined,
          rows: [
            ['name', 'email'],
            ['Zoë', 'zoe@example.org'],
          ],
        },
      ],
    })
  })

  it('tells texts from lists', async () => {
    expect(await readDocument(latin('name,email\n'), 'a.csv')).to.include({ kind: 'refused', why: 'unknown' })
    expect(await readTables(latin('%PDF-1.7'), 'a.pdf')).to.include({ kind: 'refused', why: 'unknown' })
  })

  it('refuses a broken list kindly', async () => {
    const read = await readTables(latin('name,email\n"Zoe,zoe@example.org\n'), 'a.csv')
    expect(read).to.include({ kind: 'refused', why: 'damaged' })
  })

  const question = { format: 'txt', bytes: latin('x') } as const
  const entryOf = (name: string) => new URL(`../../kit/documents/${name}-reader.ts`, import.meta.url)

  it('kills a reader that hangs', async () => {
    const reader = openReader({ ...readingLimits, deadline: 1, entry: entryOf('hanging') })
    const read = await reader.readDocument(latin('%PDF-1.7'), 'a.pdf')
    reader.close()
    expect(read).to.include({ kind: 'refused', why: 'too-large' })
  })

  for (const [name, kind] of [
    ['dying', 'died'],
    ['babbling', 'died'],
    ['greedy', 'ate'],
  ] as const)
    it(`says what became of a ${name} reader, and begins another`, async () => {
      const keeper = createKeeper({ ...readingLimits, megabytes: 200, entry: entryOf(name) })
      const asked = [await keeper.ask(question), await keeper.ask(question)]
      keeper.end()
      expect(asked).to.eql([{ kind }, { kind }])
    })

  it('works from the built program as well', async () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { build: string } }
    expect(scripts.build).to.include('reader=adapters/documents/child.ts')
    const outdir = `node_modules/.cache/reading-${process.pid}`
    await build({
      entryPoints: { program: 'test/kit/documents/read-aloud.ts', reader: 'adapters/documents/child.ts' },
      outdir,
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'warning',
    })
    const said = execFileSync(process.execPath, [`${outdir}/program.js`], { encoding: 'utf8' })
    rmSync(outdir, { recursive: true })
    expect(said).to.equal('html: Visitors are welcome.\n')
  })
})
