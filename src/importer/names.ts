// What a document calls itself, above its first section: its number, its title and its school.
import { defined } from '../kit/defined.ts'
import { fold } from '../kit/text.ts'
import { findDate } from './dates.ts'
import { leastProminent, looksLikeRule, looksLikeTitle } from './looks.ts'
import { isRecordLine } from './record.ts'
import type { SourceBlock } from './types.ts'

export interface Names {
  readonly number: number | undefined
  readonly title: string | undefined
  readonly school: string | undefined
}

const documentWord =
  /\b(?:polic(?:y|ies)|procedures?|guidance|guidelines|code of conduct|agreement|statement|strategy|protocol|charter|terms of reference|handbook|framework|polisi)\b/i
const schoolWord =
  /\b(?:school|academy|academies|college|nursery|federation|trust|infants?|juniors?|primary|grammar|ysgol)\b/i
const shelf = /^(?:(?:our|school|information|key|statutory|all)\s*)*(?:&|and)?\s*policies$/i

/** "Social Media Policy", with or without a number. */
export function namesDocument(text: string): boolean {
  const { title } = splitNumber(text)
  return (
    looksLikeTitle(title) &&
    documentWord.test(title) &&
    !shelf.test(title) &&
    !looksLikeRule(title) &&
    !aboutItself.test(title) &&
    !title.includes(':')
  )
}

/** "Purpose of this policy" and "Who can use the policy" refer to the document, and are not its title. */
const aboutItself =
  /\b(?:this (?:polic(?:y|ies)|procedure|guidance|document|statement|code|agreement|handbook|framework)|(?:of|to|in|about|by|under|with|use|using|reviewing|have|breach(?:es|ing)?) the (?:policy|procedure|guidance|document|code|agreement))\b/i

export function namesSchool(text: string): boolean {
  return (
    looksLikeTitle(text) &&
    schoolWord.test(text) &&
    !documentWord.test(text) &&
    !looksLikeRule(text) &&
    !/[:?!\d]/.test(text) &&
    !/^(?:the|our|your|a|an|my)\s(?!\p{Lu}[^ ]* (?:school|academy|college|trust|federation)$)/iu.test(text) &&
    !ofSchools.test(text) &&
    !anySchool.test(text) &&
    text.split(' ').length >= 2
  )
}

/** "Privacy Notice for the School" names no particular school. */
const anySchool = /\b(?:the|our|this|your|every|each|whole|home|pre|after|for|in|at|to|and)[ -]school$/i

/** In "Approach to School Uniform" and "Primary PE", the word for a school only says what kind of thing is meant. */
const ofSchools =
  /\b(?:school|academy|college|nursery|primary|infants?|juniors?) (?!(?:of|for|in|at|and|church|trust|federation|academ(?:y|ies)|school|college|nursery|primary|infants?|juniors?|c of e|rc|ce)\b)\p{Ll}*\p{L}/iu

/** "Policy statement" and "Related policies" contain such a word, but are sections of a policy and not its name. */
export function namesPart(text: string): boolean {
  return part.test(splitNumber(text).title)
}

const part =
  /^(?:(?:(?:legal|legislative|statutory|national|our) (?:framework|guidance|guidelines|requirements)|(?:our )?policy (?:statement|aims?|objectives?|intent|review|guidelines|procedures?|framework|context|scope|overview))|(?:mission|vision|equality|general|policy)? ?statement(?: of \w+)?|(?:related|linked|other|associated|supporting) (?:\w+ ){0,3}(?:policies|procedures|documents|guidance)|procedures?|guidance|guidelines|(?:links?|relationship) (?:to|with) .*polic(?:y|ies).*)$/i

/** "Mrs Jo Example (Office Manager)" is a person, and not a heading. */
export function namesPerson(text: string): boolean {
  return /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev(?:erend)?|Sir|Dame|Cllr|Prof(?:essor)?|Fr|Canon)\.?\s\p{Lu}/u.test(text)
}

/** The title without its number, folded: "43. Social Media Policy" and "Social Media Policy" are the same. */
export function bareTitle(text: string): string {
  return fold(splitNumber(text).title).replace(/^[\s:–—-]+|[\s:.]+$/g, '')
}

function splitNumber(text: string): { number: number | undefined; title: string } {
  const match = /^(?:policy\s+)?(?:no\.?\s*|number\s+|#)?(\d{1,4})\s*[.):–—-]*\s+(?=\p{Lu})(.*)$/iu.exec(text)
  return match === null ? { number: undefined, title: text } : { number: Number(match[1]), title: match[2] ?? text }
}

/** Number, title and school, from the lines above the first section. */
export function readTitleNames(preface: readonly SourceBlock[]): Names {
  const front = preface.flatMap(linesOf)
  const texts = front.map(({ text }) => text)
  const { number, title } = splitNumber(bestTitle(front, texts) ?? '')
  const split = splitSchool(title)
  const labelledNumber = texts
    .map((text) => /^(?:policy|document) (?:no\.?|number|ref(?:erence)?)\s*:?\s*(\d{1,4})$/i.exec(text)?.[1])
    .find(Boolean)
  return {
    number: number ?? (labelledNumber === undefined ? undefined : Number(labelledNumber)),
    title: split.title === '' ? undefined : split.title,
    school:
      texts.map((text) => /^(?:name of )?(?:the )?school(?: name)?\s*:\s*(\S.*)$/i.exec(text)?.[1]).find(Boolean) ??
      texts.find(namesSchool) ??
      split.school,
  }
}

type FrontLine = Pick<SourceBlock, 'level' | 'looks' | 'isTitle' | 'size'> & {
  readonly text: string
  readonly isCell?: true
}

/** A row gives its cells, and for a label also a line with the label and the cell beside it. */
function linesOf({ text, cells, level, looks, isTitle, size }: SourceBlock): FrontLine[] {
  if (cells === undefined) {
    const own = { level, ...defined({ looks, isTitle, size }) }
    const isOne = level !== undefined || looks !== undefined || isTitle === true
    const lines = isOne ? [text.replace(/\s+/g, ' ')] : text.split('\n')
    return lines.map((line) => ({ ...own, text: line.trim() }))
  }
  const [first = '', second = ''] = cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
  const pair = second === '' ? [] : [{ level: undefined, text: `${first.replace(/\s*:$/, '')}: ${second}`, isCell }]
  const own = cells.flatMap((cell) => cell.split('\n').map((line) => ({ level: undefined, text: line.trim(), isCell })))
  return [...pair, ...own.filter((line) => line.text !== '')]
}

const isCell = true as const

/**
 * The most reliable sign of a title comes first: the file's own statement, its largest heading, a label, its words, its
 * place.
 */
function bestTitle(front: readonly FrontLine[], texts: readonly string[]): string | undefined {
  const isFree = ({ text }: FrontLine) => !namesSchool(text) && !isRecordLine(text) && /\p{L}{2}/u.test(text)
  const declared = front.filter((line) => line.isTitle === true && isFree(line))
  const style = declared.find(({ text }) => documentWord.test(text)) ?? declared[0]
  const labelled = texts
    .map(
      (text) =>
        /^(?:policy |document )?(?:title|name)(?: of (?:the )?(?:policy|document))?\s*:\s*(\S.*)$/i.exec(text)?.[1],
    )
    .find(Boolean)
  const heading = front.find((line) => line.level === 1 && isFree(line))
  const shown = prominentIn(front.filter(isFree))
  const at = namedAt(front, shown !== undefined)
  const named = at === undefined ? undefined : joined(texts, at)
  const large = front.filter((line) => line.looks !== undefined && line.looks <= 6 && isFree(line))
  const largest = large.toSorted((a, b) => (a.looks ?? 9) - (b.looks ?? 9))[0]
  const others = front.filter(
    (line) =>
      looksLikeTitle(line.text) &&
      !line.text.includes(':') &&
      isFree(line) &&
      !shelf.test(line.text) &&
      findDate(line.text)?.text !== line.text &&
      !namesPerson(line.text),
  )
  const other = others.find((line) => line.isCell === undefined) ?? others[0]
  const first = style?.text ?? heading?.text
  // A part of a title that runs over two lines.
  const whole = first !== undefined && at !== undefined && isPartOf(first, named ?? '') ? named : first
  if (whole !== undefined || labelled !== undefined) return whole ?? labelled
  if (shown !== undefined && (named === undefined || namesDocument(shown) || isPartOf(named, shown))) return shown
  return named ?? largest?.text ?? other?.text
}

function isPartOf(text: string, whole: string): boolean {
  return whole.length > text.length && bareTitle(whole).includes(bareTitle(text))
}

/**
 * The line in by far the largest letters, as on a title page, together with the next one where the title runs over two.
 */
function prominentIn(front: readonly FrontLine[]): string | undefined {
  const sized = front.filter(
    ({ text, size, isCell }) => size !== undefined && isCell === undefined && text.length <= 140,
  )
  const most = Math.max(0, ...sized.map(({ size = 0 }) => size))
  if (most < leastProminent) return undefined
  const at = sized.findIndex(({ size }) => size === most)
  const [first, second, third] = sized.slice(at)
  // Others in the same letters are headings, and the first of these is as good as any.
  const isOne = second !== undefined && second.size === most && third?.size !== most
  const both = `${first?.text ?? ''} ${second?.text ?? ''}`
  const isWhole = namesDocument(first?.text ?? '') && !/^(?:\p{Ll}|[-–—&(])/u.test(second?.text ?? '')
  return isOne && looksLikeTitle(both) && !isWhole ? both : first?.text
}

/**
 * The place of the line that names the document, preferably one with a number. Where one title stands out, names
 * mentioned in passing do not compete with it: a cell of a table, or a part such as "Statement of intent".
 */
function namedAt(front: readonly FrontLine[], isStrict: boolean): number | undefined {
  const places = front.flatMap(({ text, isCell }, at) => {
    const isByTheWay = isStrict && (isCell === true || namesPart(text))
    return namesDocument(text) && !isRecordLine(text) && !isByTheWay ? [at] : []
  })
  return places.find((at) => splitNumber(front[at]?.text ?? '').number !== undefined) ?? places[0]
}

const bareWord =
  /^(?:(?:whole|our)?[\s-]*(?:school )?(?:polic(?:y|ies)|procedures?|guidance|guidelines|statement|agreement|strategy|protocol|charter|terms of reference|handbook|framework)(?: (?:and|&) (?:polic(?:y|ies)|procedures?|guidance|guidelines))?)(?:\s+20\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?)?$/i
const openEnd = /(?:\b(?:and|of|for|the|to|in|on|with|or|a)|&|,|–|-)$/i

/** "Visitors and Contractors" / "Policy" is one title over two lines. */
function joined(texts: readonly string[], at: number): string {
  const [before = '', text = '', after = ''] = [texts[at - 1], texts[at], texts[at + 1]]
  const isFree = (line: string) =>
    looksLikeTitle(line) && !namesSchool(line) && !isRecordLine(line) && !/[:\d]/.test(line) && !shelf.test(line)
  const start =
    (bareWord.test(text) || openEnd.test(before)) && isFree(before.replace(openEnd, 'x')) ? `${before} ` : ''
  const end = openEnd.test(text) && isFree(after) ? ` ${after}` : ''
  return `${start}${text}${end}`
}

/** "Home School Agreement" and "Whole School Behaviour Policy" are titles, and name no particular school. */
const everySchool = /^(?:the|our|whole|home|home and|after|before|out of|pre|between)[\s-]+\w+$/i

/** "Oak Primary School – Social Media Policy" names both. */
function splitSchool(text: string): { school: string | undefined; title: string } {
  const dashed = /^(.*?\S)\s*(?:[–—|:]|\s-)\s+(\S.*)$/.exec(text)
  if (dashed?.[1] !== undefined && dashed[2] !== undefined && namesSchool(dashed[1]))
    return { school: dashed[1], title: dashed[2] }
  // As web pages are called: "Attendance Policy | Oak Primary School".
  const behind = /^(\S.*?\S)\s+(?:[–—|]|-)\s+(\S.*)$/.exec(text)
  if (behind?.[1] !== undefined && behind[2] !== undefined && namesSchool(behind[2]))
    return { school: behind[2], title: behind[1] }
  const joined = /^(\p{Lu}.*?\b(?:School|Academy|College|Federation|Trust))\s+(\p{Lu}.*)$/u.exec(text)
  const isName = joined?.[1] !== undefined && !everySchool.test(joined[1]) && namesSchool(joined[1])
  return isName ? { school: joined[1], title: joined[2] ?? text } : { school: undefined, title: text }
}
