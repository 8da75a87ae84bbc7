// Decides which blocks are headings. When in doubt a block stays text, and the doubt is listed.
import { shorten } from '../kit/text.ts'
import { likeliestChain } from './chain.ts'
import { findLetters } from './letters.ts'
import { looksLikeTitle } from './looks.ts'
import { parseLabel } from './marks.ts'
import { findDeclared } from './declared.ts'
import { findLooking } from './looking.ts'
import { findQuestions } from './questions.ts'
import {
  candidatesIn,
  readCapital,
  readDivision,
  readNumber,
  readRoman,
  type NumberedText,
  type Range,
  type Scored,
} from './numbers.ts'
import { findPaths, inOrder } from './paths.ts'
import { repeats } from './repeated.ts'
import { toRoman } from '../policy/text.ts'
import type { SourceBlock, Doubt, Heading, Numbering } from './types.ts'
import { findTitles, findTitlesOver } from './titles.ts'
import { findTwins } from './twins.ts'

export interface FoundHeadings {
  /** In the order of the text. */
  readonly headings: readonly Heading[]
  readonly doubts: readonly Doubt[]
}

export function findHeadings(document: NumberedText): FoundHeadings {
  const questions = findQuestions(document.blocks)
  if (questions !== undefined) return { headings: questions, doubts: [] }
  const declared = findDeclared(document) ?? []
  const counted = findCounted(document)
  // Where a school numbers its headings by hand, the few that the file declares say nothing about the others.
  const byHand = counted.headings.filter((heading) => isByHand(heading, declared)).length
  const isDeclared = declared.length > 0 && !(byHand >= 3 && declared.every(({ number }) => number?.kind !== 'number'))
  const isEnough =
    declared.length * 2 >= document.blocks.filter(({ looks }) => looks !== undefined && looks <= 6).length
  if (isDeclared) return withPaths(document, declared, { doubts: [], takesLooks: !isEnough })
  const known = new Set(counted.headings.map(({ at }) => at))
  const both = [...counted.headings, ...declared.filter(({ at }) => !known.has(at))]
  const all = withPaths(document, both, { doubts: counted.doubts, takesLooks: true })
  return all.headings.length === 0 ? { ...all, headings: findRules(document) } : all
}

/** A number that somebody typed; a letter or Roman numeral only where nothing but the appendices is declared. */
function isByHand({ number, title }: Heading, declared: readonly Heading[]): boolean {
  if (title === undefined || number === undefined || number.kind === 'appendix') return false
  return number.kind === 'number' || declared.every((each) => each.number?.kind === 'appendix')
}

/** Headings by their numbers: appendices, and the likeliest chain of numbers before and inside each. */
function findCounted(document: NumberedText): FoundHeadings {
  const { blocks } = document
  const appendices = findAppendices(document)
  const found: Heading[] = [...appendices]
  const doubts: Doubt[] = []
  const starts = appendices.map(({ at }) => at)
  for (const [index, start] of [0, ...starts].entries()) {
    const range = { from: index === 0 ? 0 : start + 1, to: starts[index] ?? blocks.length }
    const outer = index === 0 ? findOuter(document, range) : []
    found.push(...outer)
    addNumbers(document, { range, outer, inAppendix: index > 0 }, found, doubts)
  }
  return { headings: found, doubts }
}

/** A document that consists of numbered rules: where there are no other headings, each rule is a section. */
function findRules(document: NumberedText): Heading[] {
  const scored = candidatesIn(document, { from: 0, to: document.blocks.length }, readNumber)
  const chain = likeliestChain(scored.map(({ candidate }) => ({ ...candidate, score: leastForRules })))
  if (chain.length < leastRules) return []
  return chain.map(({ at, value }) => ({
    at,
    depth: 1,
    number: { kind: 'number', value },
    title: undefined,
    isText: true,
  }))
}

const leastForRules = 3
const leastRules = 3

/** Adds the headings below the numbers: 8.1, then a., then titles without a number. */
function withPaths(
  document: NumberedText,
  found: readonly Heading[],
  { doubts, takesLooks }: { doubts: readonly Doubt[]; takesLooks: boolean },
): FoundHeadings {
  const paths = findPaths(document, inOrder(found))
  const stepped = inOrder([...found, ...paths.headings])
  const numbered = inOrder([...stepped, ...findTitlesOver(document, stepped)])
  const letters = findLetters(document, numbered)
  const counted = inOrder([...numbered, ...letters.headings])
  const looking = takesLooks ? findLooking(document, counted) : []
  const titles = looking.length > 0 ? { headings: looking, doubts: [] } : findTitles(document, counted)
  const titled = inOrder([...counted, ...titles.headings])
  const twins = findTwins(document, titled)
  const headings = inOrder([...titled, ...twins.headings])
  const taken = new Set(headings.map(({ at }) => at))
  const all = [...doubts, ...paths.doubts, ...letters.doubts, ...titles.doubts]
  return { headings, doubts: [...all.filter(({ at, isKept }) => isKept === true || !taken.has(at)), ...twins.doubts] }
}

function findAppendices({ blocks, airy }: NumberedText): Heading[] {
  const names = blocks.map((block) => appendixName(block))
  const lastOf = new Map(names.map((name, at) => [name, at]))
  // A list of the appendices names them one after the other, before they begin.
  const isListed = (at: number) => {
    const besideAnother = names[at - 1] !== undefined || names[at + 1] !== undefined
    return besideAnother && (lastOf.get(names[at]) ?? at) > at
  }
  return blocks.flatMap((block, at): Heading[] => {
    const label = block.plain ? undefined : parseLabel(block.text)
    if (label?.number.kind !== 'appendix' || (airy && !block.gap) || goesOn(blocks, at)) return []
    const { rest } = label
    // Often headed with the title of the whole document, and its number.
    const title = rest.replace(/^\d{1,4}[.):]\s+/, '')
    if (title !== '' && !looksLikeTitle(title.charAt(0).toUpperCase() + title.slice(1))) return []
    // A running title, or an entry in a list of the appendices.
    if (/\bcont(?:inued|['’]?d)?\b/i.test(rest) || isListed(at)) return []
    return [{ at, depth: 1, number: label.number, title: rest === '' ? undefined : rest, isText: false }]
  })
}

/** "… rests on the conditions in" / "Schedule 1": a reference at the end of a sentence does not begin an appendix. */
function goesOn(blocks: readonly SourceBlock[], at: number): boolean {
  const [before, block] = [blocks[at - 1], blocks[at]]
  return (
    block?.gap === false &&
    before?.level === undefined &&
    /[\p{Ll},]$/u.test(before?.text ?? '.') &&
    (before?.text.length ?? 0) > 60
  )
}

function appendixName({ text, plain, level }: SourceBlock): string | undefined {
  const number = plain || level !== undefined ? undefined : parseLabel(text)?.number
  return number?.kind === 'appendix' ? `${number.word} ${number.name}` : undefined
}

/** Divisions above the numbers: Part 1, Section A, I., A. */
function findOuter(document: NumberedText, range: Range): Heading[] {
  const numbers = likeliestChain(candidatesIn(document, range, readNumber).map(({ candidate }) => candidate))
  const firstNumber = numbers[0]?.at ?? Infinity
  for (const { read, name } of outerKinds) {
    const scored = candidatesIn(document, range, read)
    const chain = likeliestChain(scored.map(({ candidate }) => candidate))
    const first = chain[0]
    if (chain.length < 2 || first === undefined || first.at > firstNumber) continue
    const rests = new Map(scored.map(({ candidate, rest }) => [candidate.at, rest]))
    return chain.map(({ at, value }) => {
      const rest = rests.get(at) ?? ''
      const label = parseLabel(document.blocks[at]?.text ?? '')
      const number = label?.number ?? name(value)
      const title = looksLikeTitle(rest) ? rest : undefined
      return { at, depth: 1, number, title, isText: title === undefined && rest !== '' }
    })
  }
  return []
}

const letterOf = (value: number): Numbering => ({ kind: 'letter', letter: String.fromCharCode(64 + value) })
const outerKinds: readonly { read: typeof readNumber; name: (value: number) => Numbering }[] = [
  { read: readDivision, name: (value) => ({ kind: 'number', value }) },
  { read: readRoman, name: (value) => ({ kind: 'number', value, roman: toRoman(value).toUpperCase() }) },
  { read: readCapital, name: letterOf },
]

function addNumbers(
  document: NumberedText,
  { range, outer, inAppendix }: { range: Range; outer: readonly Heading[]; inAppendix: boolean },
  found: Heading[],
  doubts: Doubt[],
): void {
  const depth = outer.length > 0 || inAppendix ? 2 : 1
  const starts = outer.map(({ at }) => at)
  let last = 0
  for (const [index, start] of [range.from - 1, ...starts].entries()) {
    const part = { from: start + 1, to: starts[index] ?? range.to }
    const scored = candidatesIn(document, part, readNumber)
    const chain = likeliestChain(
      scored.map(({ candidate }) => candidate),
      last + 1,
    )
    const chosen = new Map(chain.map((each) => [each.at, each]))
    for (const { candidate, rest } of scored) {
      if (!chosen.has(candidate.at)) continue
      const title = looksLikeTitle(rest) ? rest : undefined
      found.push({
        at: candidate.at,
        depth,
        number: { kind: 'number', value: candidate.value },
        title,
        isText: title === undefined,
      })
    }
    last = chain.at(-1)?.value ?? last
    found.push(...judgeRest(document, scored, { chosen, depth }, doubts))
  }
}

const strong = 5

/** Numbers outside the chain that look like headings: a doubt, or headings that repeat a number. */
function judgeRest(
  { blocks }: NumberedText,
  scored: readonly Scored[],
  { chosen, depth }: { chosen: ReadonlyMap<number, { readonly at: number; readonly value: number }>; depth: number },
  doubts: Doubt[],
): Heading[] {
  if (chosen.size === 0) return []
  const again: Heading[] = []
  const first = scored.find(({ candidate }) => chosen.has(candidate.at))?.candidate.at ?? 0
  const twins = new Map(scored.flatMap((each) => (chosen.has(each.candidate.at) ? [[each.candidate.value, each]] : [])))
  // Before the first heading is the title of the document, which may have a number, but not one that recurs.
  const left = scored.filter(
    ({ candidate: { at, value, score } }) => !chosen.has(at) && score >= strong && (at > first || twins.has(value)),
  )
  for (const [index, { candidate, rest }] of left.entries()) {
    const { at, value } = candidate
    const neighbours = [left[index - 1], left[index + 1]].map((each) => each?.candidate.value)
    const twin = twins.get(value)
    const inRun = neighbours.includes(value - 1) || neighbours.includes(value + 1)
    if (twin !== undefined && at > first && (!inRun || twin.rest === rest)) {
      again.push({ at, depth, number: { kind: 'number', value }, title: rest, isText: false })
      doubts.push({ at, what: repeats(String(value), blocks[twin.candidate.at], blocks[at]), isKept: true })
    } else {
      doubts.push({
        at,
        what: `"${shorten(blocks[at]?.text ?? '', 120)}" may be a heading; its number does not fit, so it stays text.`,
      })
    }
  }
  return again
}
