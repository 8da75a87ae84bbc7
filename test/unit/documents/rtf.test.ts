// Rich text as blocks.
import { expect } from 'chai'
import { readRtf } from '../../../adapters/documents/rtf.ts'
import { p, rtf, tbl } from '../../kit/documents/rtf.ts'
import { documentOf, furnitureIn, lostIn, said } from '../../kit/documents/said.ts'

interface Case {
  readonly it: string
  readonly body: string
  readonly gives: readonly string[]
}

const cases: readonly Case[] = [
  {
    it: 'takes headings by style, by a style’s ancestor and by outline level, and the title for a title',
    body:
      p('Visitors Policy', { words: '\\s6' }) +
      p('Aims', { words: '\\s1', label: '1.' }) +
      p('House', { words: '\\s5' }) +
      p('Who', { words: '\\outlinelevel2' }) +
      p('Text'),
    gives: ['title1 Visitors Policy', 'h1 1. Aims', 'h1 House', 'h3 Who', 'p Text'],
  },
  {
    it: 'takes the printed labels, and tells bullets from numbers',
    body:
      p('one', { words: '\\ls1', label: '(a)' }) +
      p('deep', { words: '\\ls1\\ilvl1', label: 'iv.' }) +
      "\\pard {\\listtext\\f3\\'b7\\tab}\\ilvl0 dot\\par " +
      p('circle', { words: '\\ilvl1', label: 'o' }) +
      '{\\pard \\fi-360\\li720 \\bullet \\tx360\\tab typed\\par}{\\pard \\fi-360\\li360 2.\\tab counted\\par}',
    gives: ['0 (a) one', '1 iv. deep', '0 - • dot', '1 - o circle', '1 - • typed', '0 2. counted'],
  },
  {
    it: 'reads letters of any code page, of Unicode with and without stand-ins, and of symbol fonts',
    body:
      "\\pard caf\\'e9 {\\f1 \\'cf\\'f0} {\\f2 \\'83A\\'82\\'a0} \\u8364 ?5 \\uc0\\u8211 x\\uc1 {\\uc2\\u233 \\'e9\\'e9}e {\\f3 \\'b7} " +
      '\\u-10179 ?\\u-8704 ?\\par',
    gives: ['p café Пр アあ €5 –xée • 😀'],
  },
  {
    it: 'keeps line breaks, tabs, quotes, dashes, hard spaces and hyphens',
    body: '\\pard a\\line b\\tab c\\~d\\_e\\-f \\ldblquote g\\rdblquote\\emdash h\\{\\}\\\\\\par',
    gives: ['p a\nb c d-ef “g”—h{}\\'],
  },
  {
    it: 'reads tables, merged cells, tables in tables, and paragraphs within cells',
    body:
      tbl([['A', 'B']]) +
      '\\trowd\\trhdr\\cellx1\\cellx2\\pard\\intbl one\\par two\\cell three\\cell\\row ' +
      '\\trowd\\clvmrg\\cellx1\\cellx2\\pard\\intbl\\cell\\pard\\intbl x\\par\\pard\\intbl\\itap2 in\\nestcell side\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\cellx2\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1\\cell\\row ' +
      p('After'),
    gives: ['row A | B', 'head one\ntwo | three', 'row | x', 'row in | side', 'p After'],
  },
  {
    it: 'puts notes and boxes behind their paragraph, and draws no box twice',
    body:
      '\\pard See{\\super\\chftn}{\\footnote\\pard\\chftn  The note\\par} this{\\footnote\\ftnalt\\chftn  At the end} ' +
      '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt\\pard Boxed\\par}}{\\shprslt{\\*\\do\\dptxbxtext Boxed\\par}}}\\par',
    gives: ['p See this', 'note 1 The note', 'note i At the end', 'box Boxed'],
  },
  {
    it: 'accepts tracked changes and leaves hidden words out',
    body: '\\pard Keep {\\revised new }{\\deleted old }end\\par {\\v hidden\\par}\\pard First, {\\deleted\\par}second {\\v x}half\\par',
    gives: ['p Keep new end', 'p First, second half'],
  },
  {
    it: 'leaves out what it does not know where it is told so, and reads the Unicode spelling of two',
    body: '\\pard{\\*\\unheardof gone}there {\\upr{old}{\\*\\ud{n\\u233 ?w}}}\\bin3 }}}{\\pict\\bin4 {{{{}\\par',
    gives: ['p there néw'],
  },
  {
    it: 'keeps the last paragraph, whose mark is missing',
    body: '\\pard One\\par Two',
    gives: ['p One', 'p Two'],
  },
]

describe('RTF: blocks', () => {
  for (const { it: what, body, gives } of cases) it(what, () => expect(said(readRtf(rtf(body)))).to.deep.equal(gives))

  it('keeps contents lists and running heads apart', () => {
    const file = readRtf(
      rtf(
        '{\\header\\pard Oak Lane\\par}{\\footerf\\pard 3\\par}\\pard Before {\\field{\\*\\fldinst  TOC \\\\o}{\\fldrslt Aims 1\\par {\\field{\\*\\fldinst PAGEREF}{\\fldrslt Badges 2}}\\par}}' +
          `{\\field{\\*\\fldinst REF}{\\fldrslt After}}\\par ${p('Keys 3', { words: '\\s7' })}`,
      ),
    )
    expect(said(file)).to.deep.equal(['p Before', 'p After'])
    expect(furnitureIn(file)).to.deep.equal([
      'head: Oak Lane',
      'page-number: 3',
      'contents: Aims 1',
      'contents: Badges 2',
      'contents: Keys 3',
    ])
  })

  it('counts what a person might miss', () => {
    const file = readRtf(
      rtf(
        '\\pard a{\\deleted b}{\\deleted c} {\\revised d}{\\v e}{\\*\\annotation f}{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}{\\object{\\*\\objdata 00}{\\result{\\pict 00}}}\\par',
      ),
    )
    expect(lostIn(file)).to.deep.equal({ deleted: 1, inserted: 1, hidden: 1, comment: 1, picture: 1, object: 1 })
  })

  it('says how things look, and what the file says of itself', () => {
    const { blocks, about } = documentOf(
      readRtf(
        rtf(
          '\\pard\\qc\\b\\fs36 Aims\\b0\\par\\pard\\plain\\fs24 Some words of the usual size, more than of any other.\\par',
          '{\\info{\\title Visitors}{\\author A. Lee}{\\creatim\\yr2025\\mo9\\dy1\\hr8}}',
        ),
      ),
    )
    expect(blocks.map(({ looks }) => looks)).to.deep.equal([{ bold: true, centred: true, size: 1.5 }, { size: 1 }])
    expect(about).to.deep.equal({ title: 'Visitors', author: 'A. Lee', created: '2025-09-01' })
  })
})
