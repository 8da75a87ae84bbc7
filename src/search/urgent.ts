// Decides whether a message takes precedence over everything else, such as a threat, by groups of words near each other
// and nothing more.
import { compileGroups, type WordSpan, type Spotted } from './groups.ts'
import { hasToDealWithIt, saysItIsMe, tellsOfHarmedChild, whoIsHarmed, withoutHarmless } from './meant.ts'
import { spokenWords, type SpokenWord } from './spoken.ts'
import type { UrgentKind, UrgentPattern, WordGroup } from './types.ts'

/**
 * The kind of a message, the most serious first (in the order of `kinds`), or undefined. Who is harmed chooses among
 * them: where a child may be harmed it is the kind for that, and somebody who has to deal with it is told how. Compile
 * once, use often.
 */
export function compileUrgent(kinds: readonly UrgentKind[]): (text: string) => UrgentKind | undefined {
  const find = findIn(kinds)
  const forChildren = kinds.find(({ children }) => children === 'own')
  const againstStaff = kinds.findLast(({ children }) => children === 'other')
  return (text) => {
    const words = spokenWords(withoutHarmless(text))
    const found = find(words)?.kind
    if (found === undefined) return tellsOfHarmedChild(words) ? forChildren : undefined
    if (found.children === 'own' && saysItIsMe(text)) return againstStaff ?? found
    if (found.children === 'other' && forChildren !== undefined && whoIsHarmed(text) === 'child') return forChildren
    return found.handling !== undefined && hasToDealWithIt(text) ? { ...found, steps: found.handling } : found
  }
}

/** Like `compileUrgent`, and also returns which of the kind's patterns matched, counted from 0. */
export function compilePatterns(kinds: readonly UrgentKind[]): (text: string) => Holding | undefined {
  const find = findIn(kinds)
  return (text) => find(spokenWords(text))
}

interface Holding {
  readonly kind: UrgentKind
  readonly pattern: number
}

function findIn(kinds: readonly UrgentKind[]): (words: readonly SpokenWord[]) => Holding | undefined {
  const groups: WordGroup[] = []
  const placeOf = new Map<WordGroup, number>()
  const place = (group: WordGroup) => {
    const known = placeOf.get(group) ?? groups.push(group) - 1
    placeOf.set(group, known)
    return known
  }
  const compiled = kinds.map((kind) => ({ kind, patterns: kind.patterns.map((pattern) => numbered(pattern, place)) }))
  const spot = compileGroups(groups)
  return (words) => {
    const spotted = spot(words)
    for (const { kind, patterns } of compiled) {
      const pattern = patterns.findIndex((each) => holds(each, spotted))
      if (pattern >= 0) return { kind, pattern }
    }
    return undefined
  }
}

/** How far, in words, a `near` group may be from the words it belongs to, and an `unless` group to cancel them. */
const nearBy = 20
const undoes = 12

/** A pattern whose groups are positions in the compiled list. */
interface Numbered {
  readonly words: readonly number[]
  readonly within: number
  readonly near: readonly number[]
  readonly unless: readonly number[]
  readonly asks: number
  readonly tells: number
}

function numbered(
  { words, within, near, unless, asks, tells }: UrgentPattern,
  place: (group: WordGroup) => number,
): Numbered {
  return {
    words: words.map(place),
    within,
    near: near.map(place),
    unless: unless.map(place),
    asks: place(asks),
    tells: place(tells),
  }
}

function holds({ words, within, near, unless, asks, tells }: Numbered, spotted: Spotted): boolean {
  // For most messages, most patterns end here.
  if (!words.every((group) => occurs(spotted, group)) || !near.every((group) => occurs(spotted, group))) return false
  const [first = [], ...others] = words.map((group) => spotted[group] ?? [])
  return first.some((start) => {
    const core = follow(start, others, within)
    if (core === undefined || !near.every((group) => around(core, spotted[group], nearBy).length > 0)) return false
    if (unless.some((group) => inSentence(core, spotted[group]))) return false
    return !inSentence(core, spotted[asks]) || inSentence(core, spotted[tells])
  })
}

function occurs(spotted: Spotted, group: number): boolean {
  return (spotted[group]?.length ?? 0) > 0
}

interface Core {
  readonly start: number
  readonly end: number
  readonly sentences: readonly number[]
}

/** From `first`, the nearest occurrence of each of the others in turn. */
function follow(first: WordSpan, others: readonly (readonly WordSpan[])[], within: number): Core | undefined {
  let last = first
  for (const spans of others) {
    const next = spans[firstFrom(spans, last.end + 1)]
    if (next === undefined || next.end - first.start >= within) return undefined
    last = next
  }
  return { start: first.start, end: last.end, sentences: [first.sentence, last.sentence] }
}

function inSentence(core: Core, spans: readonly WordSpan[] = []): boolean {
  return around(core, spans, undoes).some(({ sentence }) => core.sentences.includes(sentence))
}

function around(core: Core, spans: readonly WordSpan[] = [], distance: number): readonly WordSpan[] {
  if (spans.length === 0) return spans
  const from = firstFrom(spans, core.start - distance)
  return spans.slice(from, firstFrom(spans, core.end + distance + 1))
}

/** The index of the first span that starts at `start` or later. */
function firstFrom(spans: readonly WordSpan[], start: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? Infinity) < start) low = middle + 1
    else high = middle
  }
  return low
}
