// What a line begins with: a bullet, or the number or letter of a heading or a list item. Which of the two is decided
// elsewhere. A file of 1 MB may have half a million lines, each asked many times: lines too short for a mark and its
// text are told apart before any pattern is tried.
import { parseRoman } from '../policy/text.ts'
import type { Numbering } from './types.ts'

export interface Bullet {
  readonly mark: string
  readonly rest: string
}

const spaced = /^([o•‣⁃◦▪▫■□●○◆◇❖➢➤►▶✓✔·∙›»Ø§–—−*+-]|\p{Co})\s+(?=\S)(.*)$/u
// Bullets that need no space after them, because no word begins with them.
const glued = /^([•‣⁃◦▪▫■□●○◆◇❖➢➤►▶✓✔·∙›»]|\p{Co})(?=[\p{L}\p{N}“"‘'(])(.*)$/u

/** "o Item" or "•Item"; a line of punctuation only has no bullet. */
export function parseBullet(text: string): Bullet | undefined {
  if (text.length < '•a'.length) return undefined
  const [, mark, rest] = spaced.exec(text) ?? glued.exec(text) ?? []
  if (mark === undefined || rest === undefined || !/[\p{L}\p{N}]/u.test(rest)) return undefined
  return mark === '§' && /^\d/.test(rest) ? undefined : { mark, rest }
}

const bareBullets = new Set('•‣⁃◦▪▫■□●○◆◇❖➢➤►▶✓✔∙›»o')

/** A bullet whose text is on the next line, as copied from a PDF. */
export function isBareBullet(text: string): boolean {
  return bareBullets.has(text) || (text.length <= 2 && text > '~' && /^\p{Co}$/u.test(text))
}

export interface ListMark {
  /** As the line has it, such as `(a)` or `1.`. */
  readonly mark: string
  readonly rest: string
  /** The punctuation around it: `.`, `)`, `()`, or nothing. */
  readonly style: string
  readonly kind: 'number' | 'lower' | 'upper'
  readonly value: number
  /** Its value as a Roman numeral, where it is one. */
  readonly roman: number | undefined
}

const upper = '(?=[A-Z“"‘][a-z’\'\\w])'
const bracketed = /^\((\d{1,3}|[a-z]{1,4}|[A-Z])\)\s*(\S.*)$/
const dotted = new RegExp(`^(\\d{1,3}|[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})([.):])(?:\\s+|${upper})(\\S.*)$`)
const dashed = /^(\d{1,3})\s*[–—-]\s+(\S.*)$/
const bare = /^(\d{1,3})\s+([A-Z“"‘].*)$/

/** "1. Text", "(a) Text", "iv) Text", "1 Text": one number or letter and what follows it. */
export function parseCounted(text: string): ListMark | undefined {
  if (text.length < '1 A'.length) return undefined
  const round = bracketed.exec(text)
  if (round !== null) return counted(text, { core: round[1], style: '()', rest: round[2] })
  const dot = dotted.exec(text)
  if (dot !== null) return counted(text, { core: dot[1], style: dot[2] ?? '', rest: dot[3] })
  const dash = dashed.exec(text)
  if (dash !== null) return counted(text, { core: dash[1], style: '-', rest: dash[2] })
  const none = bare.exec(text)
  return none === null ? undefined : counted(text, { core: none[1], style: '', rest: none[2] })
}

function counted(
  text: string,
  { core, style, rest }: { core: string | undefined; style: string; rest: string | undefined },
): ListMark | undefined {
  if (core === undefined || rest === undefined) return undefined
  const mark = text.slice(0, text.length - rest.length).trim()
  const roman = parseRoman(core.toLowerCase())
  if (/\d/.test(core)) return { mark, rest, style, kind: 'number', value: Number(core), roman: undefined }
  if (core.length > 1 && roman === undefined) return undefined
  const value = core.length > 1 ? 0 : core.toLowerCase().charCodeAt(0) - 96
  return { mark, rest, style, kind: core === core.toUpperCase() ? 'upper' : 'lower', value, roman }
}

export interface Numbered {
  readonly number: Numbering
  readonly rest: string
}

const words = 'one two three four five six seven eight nine ten'.split(' ')
const labelled =
  /^(Appendix|Annexe?|Schedule|Section|Part|Chapter|APPENDIX|ANNEXE?|SCHEDULE|SECTION|PART|CHAPTER)\s+(\d{1,2}|[A-Z]|[IVX]{2,5}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|ONE|TWO|THREE)(?![\w])(?!\.\d)\s*([:.)–—-]*)\s*(.*)$/
const lone = /^(Appendix|Annexe?|APPENDIX|ANNEXE?)\s*(?:$|[:–—-]\s*(.*)$)/

/**
 * "Appendix 1: Laws", "Section 3 Scope". A sentence that only mentions one ("Section 3 applies to…") does not count.
 */
export function parseLabel(text: string): Numbered | undefined {
  if (text.length < 'Annex'.length) return undefined
  const [, only, after = ''] = lone.exec(text) ?? []
  if (only !== undefined) return { number: { kind: 'appendix', word: wordOf(only), name: '' }, rest: after }
  const [, word, name, sign = '', rest = ''] = labelled.exec(text) ?? []
  if (word === undefined || name === undefined) return undefined
  if (sign === '' && !/^(?:$|[A-Z\d“"‘(])/.test(rest)) return undefined
  if (/[.;,]$/.test(rest) || rest.split(' ').length > 16) return undefined
  const kind = /^(?:app|ann|sch)/i.test(word) ? 'appendix' : 'division'
  const spelled = words.indexOf(name.toLowerCase()) + 1
  const roman = name.length > 1 ? parseRoman(name.toLowerCase()) : undefined
  return { number: { kind, word: wordOf(word), name: String(spelled || (roman ?? name)) }, rest }
}

function wordOf(word: string): string {
  return (
    word.charAt(0).toUpperCase() +
    word
      .slice(1)
      .toLowerCase()
      .replace(/^nnexe$/, 'nnex')
  )
}

const decimals = /^(?:(?:Section|SECTION|§)\s*)?(\d{1,3}(?:\.\d{1,3})+)[.):]?(?:\s+[–—-])?(?:\s+|(?=[A-Z“"‘]))(\S.*)$/
const mixed = /^(\d{1,3}(?:\.\d{1,3})*)\.?(?:\(([a-z])\)|([a-z]))[.):]?\s+(?=[A-Z“"‘])(\S.*)$/
const lettered = /^([A-Z])\.?(\d{1,3}(?:\.\d{1,3})*)[.):]?\s+(\S.*)$/

/** "8.1 Text", "6.a. Text", "A1.2 Text": a number of several levels. `2.0` is 2. */
export function parsePath(text: string): Numbered | undefined {
  if (text.length < 'A1 a'.length) return undefined
  const decimal = decimals.exec(text)
  if (decimal?.[1] !== undefined && decimal[2] !== undefined) {
    const path = decimal[1].split('.').map((step) => String(Number(step)))
    const rest = decimal[2]
    if (path.length === 2 && path[1] === '0') return { number: { kind: 'number', value: Number(path[0]) }, rest }
    return { number: { kind: 'path', path }, rest }
  }
  const [, steps, round, letter, rest] = mixed.exec(text) ?? []
  if (steps !== undefined && rest !== undefined) {
    return { number: { kind: 'path', path: [...steps.split('.'), round ?? letter ?? ''] }, rest }
  }
  const [, capital, tail, end] = lettered.exec(text) ?? []
  if (capital === undefined || tail === undefined || end === undefined) return undefined
  return { number: { kind: 'path', path: [capital, ...tail.split('.')] }, rest: end }
}
