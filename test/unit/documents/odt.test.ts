// OpenDocument texts as blocks.
import { expect } from 'chai'
import { readOdt } from '../../../adapters/documents/odt.ts'
import { h, list, listStyle, odt, outlineStyle, p, tbl } from '../../kit/documents/odt.ts'
import { furnitureIn, lostIn, documentOf, said, whyOf } from '../../kit/documents/said.ts'

const styles =
  outlineStyle([
    ['1', '', '.'],
    ['1', '', '', 'text:display-levels="2"'],
    ['', '', ''],
  ]) +
  listStyle('L', [
    ['1', '', '.'],
    ['a', '(', ')'],
    ['i', '', '.', 'text:display-levels="2"'],
  ]) +
  listStyle('B', [['•', '', '']]) +
  '<style:style style:name="Standard" style:family="paragraph"><style:text-properties fo:font-size="10pt"/></style:style>' +
  '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:font-size="150%" fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="Title" style:family="paragraph"/>' +
  '<style:style style:name="Unnumbered" style:family="paragraph" style:parent-style-name="Heading_20_1" style:list-style-name=""/>' +
  '<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"/>' +
  '<style:style style:name="Below" style:family="paragraph" style:parent-style-name="Heading_20_2"/>' +
  '<style:style style:name="Demoted" style:family="paragraph" style:parent-style-name="Heading_20_1" style:default-outline-level=""/>' +
  '<style:style style:name="House" style:family="paragraph" style:parent-style-name="Heading_20_1"/>' +
  '<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>' +
  '<style:style style:name="Away" style:family="section"><style:text-properties text:display="none"/></style:style>'

const L = 'text:style-name="L"'

interface Case {
  readonly it: string
  readonly body: string
  readonly gives: readonly string[]
}

const cases: readonly Case[] = [
  {
    it: 'numbers chapters by the outline, but not those whose style or place says so',
    body:
      p('Visitors Policy', 'Title') +
      h(1, 'Aims') +
      h(2, 'Who') +
      h(2, 'Why') +
      h(3, 'Silent') +
      '<text:h text:style-name="Unnumbered" text:outline-level="1">Preface</text:h>' +
      h(1, 'Note', 'text:is-list-header="true"') +
      h(1, 'Rules') +
      h(2, 'One') +
      h(1, 'Restarted', 'text:restart-numbering="true" text:start-value="7"'),
    gives: [
      'title1 Visitors Policy',
      'h1 1. Aims',
      'h2 1.1 Who',
      'h2 1.2 Why',
      'h3 Silent',
      'h1 Preface',
      'h1 Note',
      'h1 2. Rules',
      'h2 2.1 One',
      'h1 7. Restarted',
    ],
  },
  {
    it: 'takes a paragraph in a heading’s style for a heading',
    body: p('Aims', 'House'),
    gives: ['h1 Aims'],
  },
  {
    it: 'takes a style that is called “Heading 2”, or is based on one, for a heading though it says no level',
    body: p('Aims', 'Heading_20_2') + p('Scope', 'Below') + p('Text', 'Standard'),
    gives: ['h2 Aims', 'h2 Scope', 'p Text'],
  },
  {
    it: 'takes a paragraph whose style says that it is no heading for text, whatever it is based on',
    body: p('Only large', 'Demoted'),
    gives: ['p Only large'],
  },
  {
    it: 'counts lists in lists, and labels the first paragraph of an item only',
    body: list([p('one') + p('more of it'), p('two') + list([p('a'), p('b') + list([p('deep')])])], L) + p('After'),
    gives: ['0 1. one', 'p more of it', '0 2. two', '1 (a) a', '1 (b) b', '2 b.i. deep', 'p After'],
  },
  {
    it: 'begins each list anew, goes on where it is told to, and begins where an item says',
    body:
      list([p('x')], `${L} xml:id="first"`) +
      list([p('x')], `${L} xml:id="second"`) +
      list([p('x')], `${L} text:continue-numbering="true"`) +
      list([p('x')], `${L} text:continue-list="first"`) +
      `<text:list ${L}><text:list-item text:start-value="9">${p('x')}</text:list-item><text:list-header>${p('y')}</text:list-header><text:list-item>${p('x')}</text:list-item></text:list>`,
    gives: ['0 1. x', '0 1. x', '0 2. x', '0 2. x', '0 9. x', 'p y', '0 10. x'],
  },
  {
    it: 'reads LibreOffice’s patterns and its fragments of the outline',
    body:
      h(1, 'Aims') +
      `<text:list text:style-name="Outline"><text:list-item><text:list><text:list-item>${h(2, 'Who')}</text:list-item></text:list></text:list-item></text:list>` +
      h(2, 'Why'),
    gives: ['h1 1. Aims', 'h2 1.1 Who', 'h2 1.2 Why'],
  },
  {
    it: 'shows bullets',
    body: list([p('x')], 'text:style-name="B"') + list([p('y')]),
    gives: ['0 - • x', '0 - • y'],
  },
  {
    it: 'keeps spaces, tabs and line breaks, and nothing of the file’s own lines',
    body: p('<text:span>a\n   b</text:span><text:s text:c="3"/>c<text:tab/>d<text:line-break/>e'),
    gives: ['p a b c d\ne'],
  },
  {
    it: 'reads tables, their heads, merged and repeated cells, and tables in tables',
    body:
      `<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">${p('Head')}</table:table-cell><table:covered-table-cell/><table:table-cell>${p('C')}</table:table-cell></table:table-row></table:table-header-rows>` +
      `<table:table-row><table:covered-table-cell/><table:table-cell>${p('b')}${tbl([['in', 'side']])}</table:table-cell><table:table-cell table:number-columns-repeated="2">${p('c')}</table:table-cell></table:table-row></table:table>` +
      tbl([[h(1, 'Framed')]]),
    gives: ['head Head | C', 'row | b | c | c', 'row in | side', 'h1 1. Framed'],
  },
  {
    it: 'reads notes, frames and shapes behind their paragraph',
    body: p(
      `<text:span>See</text:span><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('The note')}</text:note-body></text:note>` +
        `<draw:frame><draw:text-box>${p('Boxed')}</draw:text-box></draw:frame><draw:custom-shape>${p('Shaped')}</draw:custom-shape>`,
    ),
    gives: ['p See', 'note 1 The note', 'box Boxed', 'box Shaped'],
  },
  {
    it: 'leaves hidden words, paragraphs and sections out, and reads sections that are shown',
    body:
      p('<text:span>Seen</text:span><text:span text:style-name="Hidden"> unseen</text:span>') +
      `<text:section text:style-name="Away">${p('gone')}</text:section>` +
      `<text:section text:display="none">${p('gone')}</text:section>` +
      `<text:section text:name="s">${p('there')}</text:section>` +
      p('<text:hidden-paragraph text:is-hidden="true"/>gone'),
    gives: ['p Seen', 'p there'],
  },
]

describe('OpenDocument: blocks', () => {
  const read = (body: string) => readOdt(odt({ body, styles }))

  for (const { it: what, body, gives } of cases) it(what, () => expect(said(read(body))).to.deep.equal(gives))

  it('accepts tracked changes and counts them, and what else is lost', () => {
    const changes =
      `<text:tracked-changes><text:changed-region><text:deletion>${p('old')}</text:deletion></text:changed-region>` +
      '<text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>'
    const file = read(
      `${changes}${p('<text:span>Keep</text:span><text:change/><office:annotation><text:p>why?</text:p></office:annotation><draw:frame><draw:image/></draw:frame>')}`,
    )
    expect(lostIn(file)).to.deep.equal({ deleted: 1, inserted: 1, comment: 1, picture: 1 })
    expect(said(file)).to.deep.equal(['p Keep'])
  })

  it('keeps contents lists and running heads apart', () => {
    const file = readOdt(
      odt({
        styles,
        body: `<text:table-of-content><text:index-body><text:index-title>${p('Contents')}</text:index-title>${p('Aims 1')}</text:index-body></text:table-of-content>${p('Text')}`,
        masters: `<style:master-page style:name="Standard"><style:header>${p('Oak Lane')}</style:header><style:footer>${p('Page 1 of 9')}${p('Oak Lane')}</style:footer></style:master-page>`,
      }),
    )
    expect(said(file)).to.deep.equal(['p Text'])
    expect(furnitureIn(file)).to.deep.equal([
      'contents: Contents',
      'contents: Aims 1',
      'head: Oak Lane',
      'page-number: Page 1 of 9',
      'foot: Oak Lane',
    ])
  })

  it('says how things look, and what the file says of itself', () => {
    const { blocks, about } = documentOf(
      readOdt(
        odt({
          styles,
          body: h(1, 'Aims') + p('Some words of the usual size, more than of any other.'),
          meta: '<dc:title>Visitors</dc:title><meta:creation-date>2025-09-01T08:00:00</meta:creation-date>',
        }),
      ),
    )
    expect(blocks.map(({ looks }) => looks)).to.deep.equal([{ bold: true, size: 1.5 }, { size: 1 }])
    expect(about).to.deep.equal({ title: 'Visitors', created: '2025-09-01' })
  })

  it('refuses a file with a password by name', () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'
    expect(whyOf(readOdt(odt({ body: p('x'), manifest })))).to.equal('password')
  })
})
