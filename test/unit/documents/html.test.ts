// Web pages, each with what a person reads in it.
import { expect } from 'chai'
import { readHtml } from '../../../adapters/documents/html.ts'
import { sayCounter } from '../../../adapters/documents/html/labels.ts'
import { decodeWindows } from '../../../adapters/documents/windows.ts'
import type { Document, DocumentBlock } from '../../../src/ports/document.ts'
import { googleDocs, savedPage, wordPage } from '../../kit/documents/html.ts'

function read(html: string | Uint8Array): Document {
  const read = readHtml(typeof html === 'string' ? new TextEncoder().encode(html) : html)
  if (read.kind === 'refused') throw new Error(read.what)
  return read.document
}

/** A block as one line: kind with its level, number, text. */
function say(block: DocumentBlock): string {
  const level = block.kind === 'heading' || block.kind === 'item' ? block.level : ''
  const sure = block.kind === 'heading' && block.sure === 'looks' ? '?' : ''
  return [`${block.kind}${level}${sure}`, ...(block.number === undefined ? [] : [block.number]), block.text].join(' ')
}

const blocksOf = (html: string) => read(html).blocks.map(say)

describe('reading a web page', () => {
  it('takes the text of a saved page, and leaves its surroundings', () => {
    const { blocks, furniture, lost, about } = read(savedPage)
    expect(blocks.map(say)).to.eql([
      'heading1 Visitors Policy',
      'paragraph Adopted: September 2025\nNext review: September 2026',
      'heading2 Aims',
      'paragraph Visitors are welcome.',
      'heading2 Badges',
      'paragraph Every visitor wears one. It is green.',
      'heading3? Lost badges',
      'paragraph Tell the office.',
      'heading2 Review',
      'row Date | Change',
      'row May 2024 | First\nedition',
      'row Owner | Office manager',
    ])
    expect(furniture.map(({ kind, text }) => `${kind} ${text}`)).to.eql([
      'navigation Skip to content',
      'navigation We use cookies. Accept',
      'navigation Example School Home News Policies',
      'navigation Home › Policies',
      'navigation Latest news Fair on Saturday',
      'navigation © Example School 2026',
      'contents Aims Badges Review',
      'navigation Share this page',
    ])
    expect(lost).to.have.deep.members([
      { kind: 'hidden', count: 2 },
      { kind: 'deleted', count: 1 },
      { kind: 'inserted', count: 1 },
      { kind: 'picture', count: 1 },
    ])
    expect(about).to.eql({ title: 'Visitors Policy | Example School' })
    const rows = blocks.filter((block) => block.kind === 'row')
    expect(rows.map(({ table, isHeader }) => [table, isHeader])).to.eql([
      [0, true],
      [0, false],
      [1, false],
    ])
  })

  it('reads what Google Docs exports, its counted lists and headings that are only styled', () => {
    expect(blocksOf(googleDocs)).to.eql([
      'heading1 Visitors Policy',
      'heading1? Aims',
      'paragraph Visitors are welcome.',
      'paragraph Note: they sign in.',
      'item0 1. Badges',
      'item1 1.a given at the office',
      'item1 1.b worn',
      'item0 2. Leaving',
      'paragraph Between the lists.',
      'item0 3. Parking',
      'item0 ● a bullet',
    ])
    const [title, aims] = read(googleDocs).blocks
    expect(title).to.include({ isTitle: true })
    expect(aims?.looks).to.eql({ bold: true, size: 1.45 })
  })

  it('reads what Word saves as a web page', () => {
    const bytes = Buffer.from(
      wordPage.replace(/[\u2019\u201c\u201d]/g, (sign) => ({ '\u2019': '\x92', '\u201c': '\x93' })[sign] ?? '\x94'),
      'latin1',
    )
    const { blocks, furniture, lost } = read(new Uint8Array(bytes))
    expect(blocks.map(say)).to.eql([
      'heading1 Visitors Policy',
      'heading1 1. Aims',
      'paragraph The school’s “visitors” are welcome.',
      'item0 • sign in',
      'item1 (b) wear a badge',
      'paragraph They leave by four.',
      'note [1] Or at any other time.',
    ])
    expect(furniture.map(({ kind }) => kind)).to.eql(['contents', 'foot'])
    expect(lost).to.eql([{ kind: 'hidden', count: 1 }])
    expect(blocks.map((block) => block.kind === 'item' && block.ordered)).to.eql([
      false,
      false,
      false,
      false,
      true,
      false,
      false,
    ])
  })

  const lists: readonly [name: string, html: string, items: string[]][] = [
    ['decimal', '<ol><li>a<li>b</ol>', ['0 1. a', '0 2. b']],
    ['letters, from the third', '<ol type=a start=3><li>a<li>b</ol>', ['0 c. a', '0 d. b']],
    ['Roman, one with a value', '<ol type=I><li>a<li value=5>b<li>c</ol>', ['0 I. a', '0 V. b', '0 VI. c']],
    ['reversed', '<ol reversed><li>a<li>b<li>c</ol>', ['0 3. a', '0 2. b', '0 1. c']],
    ['by a style', '<ol style="list-style-type: lower-alpha"><li>a</ol>', ['0 a. a']],
    ['without marks', '<ul style="list-style:none"><li>a</ul>', ['0 a']],
    [
      'gone on with at a deeper level, as LibreOffice writes it',
      '<ol><li>a<ol><li>b</ol></ol><ol type=a><li value=1>x<li>y</ol><ol><ol><li>c</ol><li>d</ol>',
      ['0 1. a', '1 1. b', '0 a. x', '0 b. y', '1 2. c', '0 2. d'],
    ],
    ['nested', '<ol><li>a<ol type=a><li>b</ol><li>c<ul><li>d</ul></ol>', ['0 1. a', '1 a. b', '0 2. c', '1 ◦ d']],
  ]
  for (const [name, html, items] of lists)
    it(`prints a list as a browser does: ${name}`, () => {
      expect(blocksOf(html)).to.eql(items.map((item) => `item${item}`))
    })

  const shapes: readonly [name: string, html: string, blocks: string[]][] = [
    ['an item of two paragraphs', '<ul><li><p>one</p><p>two</p></ul>', ['item0 • one', 'paragraph two']],
    ['a numbered heading', '<ol><li><h2>Aims</h2><p>Text.</p></ol>', ['heading2 1. Aims', 'paragraph Text.']],
    ['two line breaks', 'one<br><br>two<br>three', ['paragraph one', 'paragraph two\nthree']],
    ['preformatted text', '<pre>one\n  two</pre>', ['paragraph one\ntwo']],
    [
      'a bold line',
      '<p><b>Aims</b></p><p>Visitors are welcome.</p>',
      ['heading1? Aims', 'paragraph Visitors are welcome.'],
    ],
    [
      'a bold sentence',
      '<p><b>Do this.</b></p><p>Visitors are welcome.</p>',
      ['paragraph Do this.', 'paragraph Visitors are welcome.'],
    ],
    ['a table that only lays out', '<table><tr><td>one<tr><td>two</table>', ['paragraph one', 'paragraph two']],
    ['a list in a cell', '<table><tr><td>a<td><ol><li>b<li>c</ol></table>', ['row a | 1. b\n2. c']],
    ['a cell over two columns', '<table><tr><td colspan=2>a<tr><td>b<td>c</table>', ['row a | ', 'row b | c']],
    [
      'a title beside the main part',
      '<header><h1>Policy</h1></header><main><h2>Aims</h2><p>Text.</main>',
      ['heading1 Policy', 'heading2 Aims', 'paragraph Text.'],
    ],
    ['a tab that a press opens', '<p>one<div role=tabpanel hidden><p>two</div>', ['paragraph one', 'paragraph two']],
    [
      'a heading by its role',
      '<div role=heading aria-level=3>Aims</div><p>Text.',
      ['heading3 Aims', 'paragraph Text.'],
    ],
    ['text deeper than any page', `${'<div>'.repeat(3000)}deep${'</div>'.repeat(3000)}`, ['paragraph deep']],
  ]
  for (const [name, html, blocks] of shapes)
    it(`reads ${name}`, () => {
      expect(blocksOf(html)).to.eql(blocks)
    })

  const encoded: readonly [name: string, bytes: Uint8Array][] = [
    ['UTF-8 that nobody names', Buffer.from('<p>School’s</p>')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<meta charset=latin1><p>School’s</p>')],
    ['UTF-16', Buffer.from('\ufeff<p>School’s</p>', 'utf16le')],
    ['Windows-1252 by name', Buffer.from('<meta charset=iso-8859-1><p>School\x92s</p>', 'latin1')],
    ['Windows-1252 that nobody names', Buffer.from('<p>School\x92s</p>', 'latin1')],
    ['Windows-1252 that is called UTF-8', Buffer.from('<meta charset=utf-8><p>School\x92s</p>', 'latin1')],
  ]
  for (const [name, bytes] of encoded)
    it(`decodes ${name}`, () => {
      expect(read(new Uint8Array(bytes)).blocks.map(({ text }) => text)).to.eql(['School’s'])
    })

  it('refuses a page without text', () => {
    expect(readHtml(Buffer.from('<nav>Home</nav><script>x</script>'))).to.include({ kind: 'refused', why: 'empty' })
  })

  it('knows Roman numbers and letters beyond the alphabet', () => {
    const said = [1, 4, 9, 14, 40, 1999].map((value) => sayCounter(value, 'lower-roman'))
    expect(said).to.eql(['i', 'iv', 'ix', 'xiv', 'xl', 'mcmxcix'])
    expect([1, 26, 27, 703].map((value) => sayCounter(value, 'upper-alpha'))).to.eql(['A', 'Z', 'AA', 'AAA'])
    expect(sayCounter(0, 'lower-alpha')).to.equal('0')
  })

  it('decodes what Windows writes, where Node does not', () => {
    expect(decodeWindows(new Uint8Array([0x80, 0x92, 0x93, 0x94, 0x96, 0xe9]))).to.equal('€’“”–é')
  })

  it('reads a number that stands in a box of its own, and leaves running heads as LibreOffice saves them', () => {
    const { blocks, furniture } = read(
      '<div title="header"><p>Harrow Fields School</p></div><h1>Key Policy</h1>' +
        '<p><b><span style="display:inline-block;width:14mm">1</span>Keys</b></p><p>Staff must lock up.</p>',
    )
    expect(blocks.map(say)).to.eql(['heading1 Key Policy', 'heading2? 1 Keys', 'paragraph Staff must lock up.'])
    expect(furniture.map(({ text }) => text)).to.eql(['Harrow Fields School'])
  })
})
