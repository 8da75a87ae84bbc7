// Word's automatic numbers, as Word prints them.
import { expect } from 'chai'
import { readDocx } from '../../../adapters/documents/docx.ts'
import { abstract, docx, type LevelParts, level, num, p, style } from '../../kit/documents/docx.ts'
import { said } from '../../kit/documents/said.ts'

const plainLevels: readonly LevelParts[] = [
  ['decimal', '%1.'],
  ['decimal', '%1.%2'],
  ['lowerLetter', '(%3)'],
  ['lowerRoman', '%4.'],
]

interface Case {
  readonly it: string
  readonly numbering: string
  readonly styles?: string
  readonly body: string
  readonly gives: readonly string[]
}

const at = (list: number, depth: number, text = 'x') => p(text, { list: [list, depth] })
const startAt = (depth: number, start: number) =>
  `<w:lvlOverride w:ilvl="${depth}"><w:startOverride w:val="${start}"/></w:lvlOverride>`

const cases: readonly Case[] = [
  {
    it: 'counts level within level, and begins again below a new number',
    numbering: abstract(0, plainLevels) + num(1, 0),
    body: at(1, 0) + at(1, 1) + at(1, 1) + at(1, 2) + at(1, 3) + at(1, 0) + at(1, 1),
    gives: ['0 1. x', '1 1.1 x', '1 1.2 x', '2 (a) x', '3 i. x', '0 2. x', '1 2.1 x'],
  },
  {
    it: 'counts one list through all that point at it',
    numbering: abstract(0, plainLevels) + num(1, 0) + num(2, 0),
    body: at(1, 0) + at(2, 0) + at(1, 0),
    gives: ['0 1. x', '0 2. x', '0 3. x'],
  },
  {
    it: 'begins anew where a list says so, once',
    numbering: abstract(0, plainLevels) + num(1, 0) + num(2, 0, startAt(0, 1)),
    body: at(1, 0) + at(1, 0) + at(2, 0) + at(2, 0) + at(1, 0),
    gives: ['0 1. x', '0 2. x', '0 1. x', '0 2. x', '0 3. x'],
  },
  {
    it: 'begins at another number',
    numbering: abstract(0, [['decimal', '%1.', '<w:start w:val="5"/>']]) + num(1, 0) + num(2, 0, startAt(0, 9)),
    body: at(1, 0) + at(1, 0) + at(2, 0) + at(2, 0),
    gives: ['0 5. x', '0 6. x', '0 9. x', '0 10. x'],
  },
  {
    it: 'goes on below a new number where restarting is switched off',
    numbering:
      abstract(0, [
        ['decimal', '%1.'],
        ['decimal', '%2)', '<w:lvlRestart w:val="0"/>'],
      ]) + num(1, 0),
    body: at(1, 0) + at(1, 1) + at(1, 1) + at(1, 0) + at(1, 1),
    gives: ['0 1. x', '1 1) x', '1 2) x', '0 2. x', '1 3) x'],
  },
  {
    it: 'restarts only below the level that is named',
    numbering:
      abstract(0, [
        ['decimal', '%1.'],
        ['decimal', '%1.%2'],
        ['lowerLetter', '%3)', '<w:lvlRestart w:val="1"/>'],
      ]) + num(1, 0),
    body: at(1, 0) + at(1, 1) + at(1, 2) + at(1, 1) + at(1, 2) + at(1, 0) + at(1, 1) + at(1, 2),
    gives: ['0 1. x', '1 1.1 x', '2 a) x', '1 1.2 x', '2 b) x', '0 2. x', '1 2.1 x', '2 a) x'],
  },
  {
    it: 'prints Roman numbers and letters, and plain numbers where the law asks for them',
    numbering:
      abstract(0, [
        ['upperRoman', '%1'],
        ['decimal', '%1.%2', '<w:isLgl/>'],
        ['upperLetter', '%1-%3'],
      ]) + num(1, 0),
    body: at(1, 0) + at(1, 0) + at(1, 0) + at(1, 0) + at(1, 1) + at(1, 2),
    gives: ['0 I x', '0 II x', '0 III x', '0 IV x', '1 4.1 x', '2 IV-A x'],
  },
  {
    it: 'prints appendices, ordinals, noughts and words',
    numbering:
      abstract(0, [['upperLetter', 'Appendix %1']]) +
      abstract(1, [['ordinal', '%1']]) +
      abstract(2, [['decimalZero', '%1']]) +
      abstract(3, [['cardinalText', '%1']]) +
      abstract(4, [['none', '']]) +
      [0, 1, 2, 3, 4].map((id) => num(id + 1, id)).join(''),
    body: at(1, 0) + at(1, 0) + at(2, 0) + at(2, 0) + at(3, 0) + at(4, 0) + at(5, 0),
    gives: ['0 Appendix A x', '0 Appendix B x', '0 1st x', '0 2nd x', '0 01 x', '0 One x', 'p x'],
  },
  {
    it: 'counts letters on past z as Word does',
    numbering: abstract(0, [['lowerLetter', '%1)', '<w:start w:val="26"/>']]) + num(1, 0),
    body: at(1, 0) + at(1, 0) + at(1, 0),
    gives: ['0 z) x', '0 aa) x', '0 bb) x'],
  },
  {
    it: 'prints where a level above would begin, which nothing has used',
    numbering: abstract(0, plainLevels) + num(1, 0),
    body: at(1, 1) + at(1, 1) + at(1, 0),
    gives: ['1 1.1 x', '1 1.2 x', '0 1. x'],
  },
  {
    it: 'changes a level for one list only',
    numbering:
      abstract(0, plainLevels) +
      num(1, 0) +
      num(2, 0, `<w:lvlOverride w:ilvl="0">${level(['upperLetter', '%1)'], 0)}</w:lvlOverride>`),
    body: at(1, 0) + at(2, 0),
    gives: ['0 1. x', '0 B) x'],
  },
  {
    it: 'counts an empty paragraph, and none whose mark was deleted',
    numbering: abstract(0, plainLevels) + num(1, 0),
    body:
      at(1, 0, 'one') +
      p('', { list: [1, 0] }) +
      at(1, 0, 'three') +
      p('gone into ', { list: [1, 0], more: '<w:rPr><w:del w:id="1"/></w:rPr>' }) +
      at(1, 0, 'four'),
    gives: ['0 1. one', '0 3. three', '0 4. gone into four'],
  },
  {
    it: 'numbers headings by their styles, and styles that are based on them',
    styles:
      style('H1', 'heading 1', {
        more: '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>',
      }) +
      style('H2', 'heading 2', {
        more: '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>',
      }) +
      style('House', 'House Heading', { base: 'H2' }) +
      style('Plain', 'Plain Heading', { base: 'H1', more: '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>' }),
    numbering:
      abstract(0, [
        ['decimal', '%1', '<w:pStyle w:val="H1"/>'],
        ['decimal', '%1.%2', '<w:pStyle w:val="H2"/>'],
      ]) + num(1, 0),
    body:
      p('Aims', { style: 'H1' }) +
      p('Who', { style: 'H2' }) +
      p('Why', { style: 'House' }) +
      p('Preface', { style: 'Plain' }) +
      p('Off', { style: 'H1', list: [0, 0] }) +
      p('Rules', { style: 'H1' }),
    gives: ['h1 1 Aims', 'h2 1.1 Who', 'h2 1.2 Why', 'h1 Preface', 'h1 Off', 'h1 2 Rules'],
  },
  {
    it: 'follows a list that only names a style to that style’s list',
    styles: `<w:style w:type="numbering" w:styleId="Legal"><w:name w:val="Legal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
    numbering:
      abstract(0, [['decimal', 'Rule %1']], '<w:styleLink w:val="Legal"/>') +
      abstract(1, [], '<w:numStyleLink w:val="Legal"/>') +
      num(1, 0) +
      num(2, 1),
    body: at(1, 0) + at(2, 0),
    gives: ['0 Rule 1 x', '0 Rule 2 x'],
  },
  {
    it: 'shows bullets of symbol fonts as bullets',
    numbering:
      abstract(0, [
        ['bullet', '\uf0b7', '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'],
        ['bullet', 'o', '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>'],
        ['bullet', '\uf0fc', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'],
      ]) + num(1, 0),
    body: at(1, 0) + at(1, 1) + at(1, 2),
    gives: ['0 - • x', '1 - o x', '2 - ✓ x'],
  },
]

describe('Word: printed numbers', () => {
  for (const { it: what, numbering, styles, body, gives } of cases)
    it(what, () => {
      const file = docx({ body, numbering, ...(styles === undefined ? {} : { styles }) })
      expect(said(readDocx(file))).to.deep.equal(gives)
    })
})
