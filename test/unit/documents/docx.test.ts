// Word files as blocks: what is text, what is decoration, and what is lost.
import { expect } from 'chai'
import { readDocx } from '../../../adapters/documents/docx.ts'
import { docx, docxParts, field, p, style, t, tbl } from '../../kit/documents/docx.ts'
import { type Parts, zipOf } from '../../kit/documents/zip.ts'
import { documentOf, furnitureIn, lostIn, said } from '../../kit/documents/said.ts'

const headings =
  style('Normal', 'Normal', { more: '<w:rPr><w:sz w:val="22"/></w:rPr>' }).replace(
    '<w:style ',
    '<w:style w:default="1" ',
  ) +
  style('H1', 'heading 1', { more: '<w:rPr><w:b/><w:sz w:val="33"/></w:rPr>' }) +
  style('H2', 'heading 2') +
  style('House', 'Our Heading', { base: 'H2' }) +
  style('Shy', 'Shy', { more: '<w:rPr><w:vanish/></w:rPr>' }) +
  style('Title', 'Title') +
  style('Grand', 'heading 3', { base: 'Title' }) +
  style('TOC1', 'toc 1') +
  style('TOCHeading', 'TOC Heading', { base: 'H1' })

const read = (body: string) => readDocx(docx({ body, styles: headings }))
const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`
const drawn = (content: string) =>
  `<w:drawing><wp:anchor><wp:docPr id="1"/><wps:wsp><wps:txbx>${box(content)}</wps:txbx></wps:wsp></wp:anchor></w:drawing>`
const drawnBefore2010 = (content: string) =>
  `<w:pict><v:shape><v:textbox>${box(content)}</v:textbox></v:shape></w:pict>`

interface Case {
  readonly it: string
  readonly body: string
  readonly gives: readonly string[]
}

const cases: readonly Case[] = [
  {
    it: 'takes headings by style, by a style’s ancestor and by outline level, and the title for a title',
    body:
      p('Visitors Policy', { style: 'Title' }) +
      p('Aims', { style: 'H1' }) +
      p('Who', { style: 'House' }) +
      p('Why', { more: '<w:outlineLvl w:val="2"/>' }) +
      p('Grand', { style: 'Grand' }) +
      p('Not one', { style: 'H1', more: '<w:outlineLvl w:val="9"/>' }) +
      p('Text'),
    gives: ['title1 Visitors Policy', 'h1 Aims', 'h2 Who', 'h3 Why', 'h3 Grand', 'p Not one', 'p Text'],
  },
  {
    it: 'keeps line breaks, tabs, symbols and hard hyphens, and drops soft hyphens',
    body: p(
      `${t('a ')}<w:r><w:br/></w:r>${t(' b')}<w:r><w:tab/></w:r>${t('c\u00a0d')}<w:r><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t></w:r>` +
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    ),
    gives: ['p a\nb c d-ef✓'],
  },
  {
    it: 'reads rows and cells, merged cells, and tables in tables after their row',
    body:
      tbl([
        ['Version', 'Date'],
        ['1', p('May') + p('2025')],
        ['2', p('June') + tbl([['in', 'side']]) + p('')],
      ]) +
      '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>tall</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>' +
      '<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    gives: ['row Version | Date', 'row 1 | May\n2025', 'row 2 | June', 'row in | side', 'row tall | b', 'row | c'],
  },
  {
    it: 'knows a table’s head by its mark, or by bold letters over plain ones',
    body:
      '<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>' +
      tbl([
        [p(t('B', '<w:b/>')), p(t('C', '<w:b/>'))],
        ['d', 'e'],
      ]),
    gives: ['head A |', 'head B | C', 'row d | e'],
  },
  {
    it: 'opens a table of one column, which is a frame around words',
    body: tbl([[p('Aims', { style: 'H1' }) + p('Inside')]]),
    gives: ['h1 Aims', 'box Inside'],
  },
  {
    it: 'reads the words of a text box once, whichever way they are drawn',
    body:
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawn(p('In the box'))}</mc:Choice>` +
          `<mc:Fallback>${drawnBefore2010(p('In the box'))}</mc:Fallback></mc:AlternateContent></w:r>${t('Beside')}`,
      ) + p(`<w:r>${drawnBefore2010(p('Old box'))}</w:r>`),
    gives: ['p Beside', 'box In the box', 'box Old box'],
  },
  {
    it: 'accepts tracked changes',
    body:
      p(
        `${t('Keep ')}<w:ins w:id="1">${t('new ')}</w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del>${t('end')}`,
      ) +
      p(`<w:moveFrom w:id="3">${t('moved')}</w:moveFrom>`) +
      p(`<w:moveTo w:id="4">${t('moved')}</w:moveTo>`) +
      p('First half, ', { more: '<w:rPr><w:del w:id="5"/></w:rPr>' }) +
      p('second half', { style: 'H2' }),
    gives: ['p Keep new end', 'p moved', 'h2 First half, second half'],
  },
  {
    it: 'leaves hidden words out, also those that a style hides, and shows what a run brings back',
    body:
      p(`${t('Seen')}${t(' unseen', '<w:vanish/>')}`) +
      p('All hidden', { style: 'Shy' }) +
      p(t('back', '<w:vanish w:val="0"/>'), { style: 'Shy' }),
    gives: ['p Seen', 'p back'],
  },
  {
    it: 'keeps a field’s result and not its code',
    body:
      p(`${t('See ')}${field.begin(' REF x ')}${t('section 4')}${field.end}${t('.')}`) +
      p(`<w:fldSimple w:instr=" DATE ">${t('1 May 2025')}</w:fldSimple>`),
    gives: ['p See section 4.', 'p 1 May 2025'],
  },
  {
    it: 'joins a large first letter to its word',
    body: p('V', { more: '<w:framePr w:dropCap="drop"/>' }) + p('isitors are welcome.'),
    gives: ['p Visitors are welcome.'],
  },
  {
    it: 'keeps what waits for a next paragraph that does not come',
    body: p('Last', { more: '<w:rPr><w:del w:id="1"/></w:rPr>' }),
    gives: ['p Last'],
  },
  {
    it: 'reads through content controls, links, smart tags and formulas',
    body:
      `<w:sdt><w:sdtContent>${p('Controlled')}</w:sdtContent></w:sdt>` +
      p(`<w:hyperlink>${t('link')}</w:hyperlink><w:smartTag>${t(' tag')}</w:smartTag>`) +
      p(`${t('c = ')}<m:oMath><m:r><m:t>2πr</m:t></m:r></m:oMath>`),
    gives: ['p Controlled', 'p link tag', 'p c = 2πr'],
  },
]

describe('Word: blocks', () => {
  for (const { it: what, body, gives } of cases) it(what, () => expect(said(read(body))).to.deep.equal(gives))

  it('counts what a person might miss', () => {
    const picture = '<w:r><w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing></w:r>'
    const body = p(
      `${t('a')}<w:ins w:id="1">${t('b')}</w:ins><w:del w:id="2"/><w:r><w:commentReference w:id="0"/></w:r>${picture}${t('c', '<w:vanish/>')}`,
    )
    expect(lostIn(read(`${body}<w:altChunk/>`))).to.deep.equal({
      inserted: 1,
      deleted: 1,
      comment: 1,
      picture: 1,
      hidden: 1,
      unread: 1,
    })
  })

  it('keeps contents lists apart: by their field over paragraphs, by their control, by their style', () => {
    const made =
      p(`${field.begin(' TOC \\o "1-3" ')}${t('Aims 1')}`) +
      p(`${field.begin(' PAGEREF a ')}${t('Badges 2')}${field.end}`) +
      p(`${field.end}${t('After the list')}`)
    const control =
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>' +
      `<w:sdtContent>${p('In this policy', { style: 'TOCHeading' })}${p('Gate 3')}</w:sdtContent></w:sdt>`
    const file = read(made + control + p('Keys 4', { style: 'TOC1' }) + p('Text'))
    expect(said(file)).to.deep.equal(['p After the list', 'p Text'])
    expect(furnitureIn(file)).to.deep.equal(
      ['Aims 1', 'Badges 2', 'In this policy', 'Gate 3', 'Keys 4'].map((text) => `contents: ${text}`),
    )
  })

  it('does not let a contents field that nobody closed swallow the document', () => {
    const body = p(`${field.begin('TOC \\o')}${t('Aims 1')}`) + p('Aims', { style: 'H1' }) + p('Text')
    expect(said(read(body))).to.deep.equal(['h1 Aims', 'p Text'])
  })

  it('puts notes behind what refers to them, numbered as printed', () => {
    const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`
    const refer = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const file = docx({
      body: p(`${t('One')}${refer(7)}`) + p(`${t('Two')}${refer(3)}<w:r><w:endnoteReference w:id="1"/></w:r>`),
      footnotes: `<w:footnote w:type="separator" w:id="0">${p('-')}</w:footnote>${note(3, 'Third')}${note(7, 'Seventh')}`,
      endnotes: `<w:endnote w:id="1">${p('At the end')}</w:endnote>`,
    })
    expect(said(readDocx(file))).to.deep.equal([
      'p One',
      'note 1 Seventh',
      'p Two',
      'note 2 Third',
      'note i At the end',
    ])
  })

  it('keeps running heads and feet apart, each once', () => {
    const refer = '<w:sectPr><w:headerReference r:id="h1"/><w:footerReference r:id="f1"/></w:sectPr>'
    const file = docx({
      body: p('Text', { more: refer }) + refer,
      headers: {
        h1: p(`${t('Oak Lane School')}<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>`),
      },
      footers: { f1: p(`${t('Page ')}<w:fldSimple w:instr="PAGE">${t('2')}</w:fldSimple>`) + p('Version 3') },
    })
    expect(said(readDocx(file))).to.deep.equal(['p Text'])
    expect(furnitureIn(readDocx(file))).to.deep.equal([
      'mark: DRAFT',
      'head: Oak Lane School',
      'page-number: Page 2',
      'foot: Version 3',
    ])
  })

  it('says how things look', () => {
    const [heading, text, shout, centred, last, next] = documentOf(
      read(
        p('Aims', { style: 'H1' }) +
          p('Some words of the usual size, more than of any other.') +
          p(t('Badges', '<w:caps/><w:u w:val="single"/>')) +
          p('') +
          p('In the middle', { more: '<w:jc w:val="center"/>' }) +
          p(`${t('End of a page')}<w:r><w:br w:type="page"/></w:r>`) +
          p('A new one'),
      ),
    ).blocks.map(({ looks }) => looks)
    expect(heading).to.deep.equal({ bold: true, size: 1.5 })
    expect(text).to.deep.equal({ size: 1 })
    expect(shout).to.deep.equal({ size: 1, capitals: true, underlined: true })
    expect([last, next]).to.deep.equal([{ size: 1 }, { size: 1, gap: true }])
    expect(centred).to.deep.equal({ size: 1, centred: true, gap: true })
  })

  it('gives what the file says of itself, its days as days', () => {
    const core =
      '<dc:title> Visitors  Policy</dc:title><dc:creator>A. Lee</dc:creator><dcterms:created>2025-09-01T10:00:00Z</dcterms:created>'
    expect(documentOf(readDocx(docx({ body: p('x'), core }))).about).to.deep.equal({
      title: 'Visitors Policy',
      author: 'A. Lee',
      created: '2025-09-01',
    })
  })

  it('reads Microsoft’s strict spelling, and other prefixes', () => {
    const parts = docxParts({ body: p('Aims', { style: 'H1' }), styles: headings })
    const strict = mapped(parts, (text) =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    )
    const renamed = mapped(parts, (text) =>
      text.replaceAll('xmlns:w=', 'xmlns:word=').replace(/([< \/])w:/g, '$1word:'),
    )
    expect(said(readDocx(zipOf(strict)))).to.deep.equal(['h1 Aims'])
    expect(said(readDocx(zipOf(renamed)))).to.deep.equal(['h1 Aims'])
  })
})

function mapped(parts: Parts, change: (text: string) => string): Parts {
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, change(text)]))
}
