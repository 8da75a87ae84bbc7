// Headings without a number: certain enough in an appendix, and in a document without any numbers.
import { compact } from '../kit/defined.ts'
import { isCapitals, looksLikeForm, looksLikeProse, looksLikeRule, looksLikeTitle } from './looks.ts'
import { isBareBullet, parseBullet, parseCounted } from './marks.ts'
import type { NumberedText } from './numbers.ts'
import { bareTitle, namesDocument, namesPart, namesPerson, namesSchool } from './names.ts'
import { isRecordLine } from './record.ts'
import type { SourceBlock, Doubt, Heading } from './types.ts'

export interface FoundTitles {
  readonly headings: readonly Heading[]
  readonly doubts: readonly Doubt[]
}

/** `headings` are those known already, in order. */
export function findTitles(document: NumberedText, headings: readonly Heading[]): FoundTitles {
  const { blocks } = document
  const found: Heading[] = []
  const doubts: Doubt[] = []
  const isMarkdown = headings.some(({ at }) => blocks[at]?.level !== undefined)
  const bare = headings.every(({ number }) => number?.kind === 'appendix')
  const names = new Set(blocks.slice(0, headings[0]?.at ?? 0).map(({ text }) => bareTitle(text)))
  // An appendix is often headed with the title of the whole document, which says nothing about the appendix.
  const hasOwnTitle = ({ title }: Heading) => title !== undefined && !names.has(bareTitle(title))
  const starts = [-1, ...headings.map(({ at }) => at)]
  for (const [index, start] of starts.entries()) {
    const over = headings[index - 1]
    const to = starts[index + 1] ?? blocks.length
    const plainly = titlesIn(document, start + 1, to)
    const titles = plainly.length === 0 && over === undefined && bare ? labelsIn(document, to) : plainly
    const next = headings[index]?.number
    const isWhole = next === undefined || next.kind === 'appendix'
    const isOwn =
      !isMarkdown &&
      (over === undefined ? bare && !onlyNames(titles, blocks) : over.number?.kind === 'appendix' && isWhole)
    if (isOwn)
      found.push(...sectionsUnder(document, titles, { over, to, isNamed: over !== undefined && hasOwnTitle(over) }))
    else if (over !== undefined) {
      doubts.push(
        ...titles.map((at) => ({
          at,
          what: `"${blocks[at]?.text ?? ''}" may be a heading without a number; it stays text.`,
        })),
      )
    }
  }
  return { headings: found, doubts }
}

/** A title without a number directly above 2.1 is the title of 2, where there is no other. `headings` are in order. */
export function findTitlesOver({ blocks }: NumberedText, headings: readonly Heading[]): Heading[] {
  const taken = new Map(headings.map((heading) => [heading.at, heading]))
  const numbers = new Set(headings.flatMap(({ number }) => (number?.kind === 'number' ? [number.value] : [])))
  return headings.flatMap(({ at, depth, number }): Heading[] => {
    const [value = '', first] = number?.kind === 'path' && number.path.length === 2 ? number.path : []
    const block = blocks[at - 1]
    if (first !== '1' || depth !== 2 || !/^\d+$/.test(value) || numbers.has(Number(value)) || taken.has(at - 1))
      return []
    if (block === undefined || !isTitle(block) || isName(block)) return []
    return [
      { at: at - 1, depth: 1, number: { kind: 'number', value: Number(value) }, title: block.text, isText: false },
    ]
  })
}

/** "Introduction:" above text, in a document without other headings: at least two of them. */
function labelsIn({ blocks }: NumberedText, to: number): number[] {
  const places = blocks.slice(0, to).flatMap((block, at) => {
    const words = block.text.replace(/:$/, '')
    const next = blocks[at + 1]
    const isLabel = words !== block.text && words.split(' ').length <= 4 && isTitle({ ...block, text: words })
    return isLabel && next !== undefined && looksLikeProse(next.text) && !next.plain ? [at] : []
  })
  return places.length < 2 ? [] : places
}

/** The places of all lines in the range that look like headings without a number. */
function titlesIn({ blocks, airy, tight }: NumberedText, from: number, to: number): number[] {
  const places: number[] = []
  // After "may be any of these:" short lines are the announced items, until a full rule follows.
  let isListing = false
  for (let at = from; at < to; at++) {
    const [block, next] = [blocks[at], at + 1 < to ? blocks[at + 1] : undefined]
    if (block === undefined) break
    if (announcesList(block)) {
      isListing = next !== undefined && next.isBullet !== true && parseBullet(next.text) === undefined
      continue
    }
    if (next === undefined || (airy && !tight && !block.gap && at > from)) continue
    if (!isTitle(block) || !(isUnder(next) || isContainer(block, next, blocks[at + 2]))) continue
    if (isListing && !saysRule(next.text)) continue
    isListing = false
    places.push(at)
  }
  return places
}

/** "ORGANISATION" directly above "The headteacher", which has text below it. */
function isContainer({ text }: SourceBlock, next: SourceBlock, after: SourceBlock | undefined): boolean {
  return isCapitals(text) && isTitle(next) && !isCapitals(next.text) && after !== undefined && isUnder(after)
}

function announcesList({ text, plain }: SourceBlock): boolean {
  return !plain && text.endsWith(':') && text.includes(' ')
}

/** "Staff must ask …" says what somebody does; "People who mend things" only says who they are. */
function saysRule(text: string): boolean {
  if (/^(?:people|those|anybody|anyone|persons?|somebody|someone|everybody who|\w+ (?:who|which|that))\b/i.test(text))
    return false
  return text.split(' ').length >= 7
}

function isTitle({ text, plain, level, isBullet, isTitle: isName }: SourceBlock): boolean {
  if (isName === true || plain || level !== undefined || isBullet === true || text.length > 90) return false
  if (parseBullet(text) !== undefined || parseCounted(text) !== undefined || isRecordLine(text)) return false
  if (isQuestion(text)) return true
  return (
    looksLikeTitle(text) &&
    !looksLikeRule(text) &&
    !namesPerson(text) &&
    !/[:?!]$|@|^\d|https?:|www\./.test(text) &&
    text.split(' ').length <= 10
  )
}

function isQuestion(text: string): boolean {
  return (
    /^(?:what|how|when|who|why|where|which|can|do|does|is|are|should|will|may|must)\b[^.?!]{4,80}\?$/i.test(text) &&
    /^\p{Lu}/u.test(text)
  )
}

/** A sentence or a list, as it stands below a heading. */
function isUnder({ text, level }: SourceBlock): boolean {
  if (level !== undefined || looksLikeForm(text)) return false
  return (
    parseBullet(text) !== undefined || isBareBullet(text) || parseCounted(text) !== undefined || looksLikeProse(text)
  )
}

/** Whether these are only the names of the school and the document, at the top. */
function onlyNames(titles: readonly number[], blocks: readonly SourceBlock[]): boolean {
  return titles.every((at) => isName(blocks[at]))
}

function isName(block: SourceBlock | undefined): boolean {
  return block !== undefined && (namesSchool(block.text) || (namesDocument(block.text) && !namesPart(block.text)))
}

/** The headings in an appendix, or of a document without numbers, and the record of reviews that may follow them. */
function sectionsUnder(
  { blocks }: NumberedText,
  titles: readonly number[],
  { over, to, isNamed }: { over: Heading | undefined; to: number; isNamed: boolean },
): Heading[] {
  const own = over === undefined ? titles.filter((at, index) => index > 1 || !isName(blocks[at])) : titles
  const depth = (over?.depth ?? 0) + 1
  const toHeading = (at: number): Heading => {
    const title = blocks[at]?.text.replace(/:$/, '')
    return { at, depth, number: undefined, title, isText: false }
  }
  if (over === undefined) return inLevels(own.map(toHeading))
  const [first] = own
  const above = isNamed ? undefined : titleAbove(blocks, over.at + 1, own)
  const sections = own.filter((at) => at !== above)
  const last = sections.at(-1)
  const record = first === undefined || last === undefined ? undefined : findRecord(blocks, last + 1, to)
  return compact([
    above !== undefined && { ...toHeading(above), forAbove: true as const },
    ...sections.map(toHeading),
    record !== undefined && { at: record, depth, number: undefined, title: 'Review record', isText: true },
  ])
}

/** Where some titles are all in capitals and others are not, the others are inside them. */
function inLevels(headings: readonly Heading[]): Heading[] {
  const isOuter = ({ title = '' }: Heading) => isCapitals(title)
  const [first] = headings
  const outer = headings.filter(isOuter).length
  if (first === undefined || !isOuter(first) || outer < 2 || outer === headings.length) return [...headings]
  return headings.map((heading) => (isOuter(heading) ? heading : { ...heading, depth: heading.depth + 1 }))
}

/** The line below "Appendix 2" that is its title: the only heading there is, or one directly above the first other. */
function titleAbove(blocks: readonly SourceBlock[], next: number, own: readonly number[]): number | undefined {
  const block = blocks[next]
  if (own[0] === next) return own.length === 1 ? next : undefined
  return block !== undefined && isTitle(block) && (own.length === 0 || own[0] === next + 1) ? next : undefined
}

/** Where lines such as "Policy Reviewed: October 2015" begin, if there are at least two of them in a row. */
function findRecord(blocks: readonly SourceBlock[], from: number, to: number): number | undefined {
  for (let at = from; at + 1 < to; at++) {
    if (isRecordLine(blocks[at]?.text ?? '') && isRecordLine(blocks[at + 1]?.text ?? '')) return at
  }
  return undefined
}
