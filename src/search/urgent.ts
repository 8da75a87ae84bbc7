// Decides whether a message takes precedence over everything else, such as a threat: by groups of words near each other,
// and by what each word and pair of words is worth.
import { compileGroups, type WordSpan, type Spotted } from './groups.ts'
import {
  asksPlainly,
  hasToDealWithIt,
  saysItIsMe,
  tellsOfHarmedChild,
  toldByChild,
  whoIsHarmed,
  withoutHarmless,
} from './meant.ts'
import { spokenWords, type SpokenWord } from './spoken.ts'
import { isStopWord } from './terms.ts'
import type { UrgentKind, UrgentPattern, WordGroup } from './types.ts'
import { isPlainly } from './victim.ts'
import { compileWeights } from './weighed.ts'

/**
 * The kind of a message, the most serious first (in the order of `kinds`), or undefined. Who is harmed chooses among
 * them: where a child may be harmed it is the kind for that, and somebody who has to deal with it is told how. Compile
 * once, use often.
 */
export function compileUrgent(kinds: readonly UrgentKind[]): (text: string) => UrgentKind | undefined {
  const recognise = recogniseIn(kinds)
  const forChildren = kinds.find(({ children }) => children === 'own')
  const againstStaff = kinds.findLast(({ children }) => children === 'other')
  const meantBy = (text: string): Meant | undefined => {
    const words = spokenWords(withoutHarmless(text))
    const found = recognise(words)
    if (found === undefined)
      return forChildren && tellsOfHarmedChild(words) ? { kind: forChildren, ofChild: 1 } : undefined
    const { kind, ofChild } = found
    if (kind.children === 'own' && saysItIsMe(text)) return { kind: againstStaff ?? kind, ofChild }
    if (kind.children !== 'other' || forChildren === undefined) return found
    const harmed = whoIsHarmed(text)
    const isChild = harmed === 'child' || (harmed !== 'me' && found.child >= perhaps)
    return { kind: isChild ? forChildren : kind, ofChild }
  }
  return (text) => {
    const found = meantBy(text)
    if (found?.kind.children !== 'own') return found && served(found, text)
    // A pupil may tell of what was done to a teacher.
    const told = toldByChild(text)
    const meant = told === undefined ? undefined : meantBy(told)
    return served(meant?.kind.children === 'other' ? meant : found, text)
  }
}

interface Meant {
  readonly kind: UrgentKind
  /** How likely it is that the harm is a child's, from 0 to 1; undefined where nothing is weighed. */
  readonly ofChild: number | undefined
}

/** With the steps for whoever reads it. Those for somebody who has to deal with it name the child's way themselves. */
function served({ kind, ofChild }: Meant, text: string): UrgentKind {
  if (kind.handling !== undefined && hasToDealWithIt(text)) return { ...kind, steps: kind.handling }
  return isPlainly(kind.children === 'other' ? 'grown-up' : 'child', text, ofChild) ? kind : doubtful(kind)
}

/** The kind as it is shown where nobody knows who is harmed. */
export function doubtful(kind: UrgentKind): UrgentKind {
  return kind.inDoubt === undefined ? kind : { ...kind, ...kind.inDoubt }
}

/** From here on a child may be the one who is harmed, whatever else a message speaks of. */
const perhaps = 0.35

/**
 * The odds from which a message that no pattern knows is taken for urgent, more where it asks what is allowed or says little; those below which a pattern was mistaken, and
 * the share from which the weights rather than the pattern say of which kind it is. They were chosen on messages that were
 * left out: see test/bench/fit-urgent.ts.
 */
const surely = 0.5
const forQuestions = 2
const harmless = -1
const harmlessQuestion = 0
const decided = 0.6

interface Recognised extends Meant {
  /** How likely it is that a child is meant, from 0 to 1. */
  readonly child: number
}

function recogniseIn(kinds: readonly UrgentKind[]): (words: readonly SpokenWord[]) => Recognised | undefined {
  const find = findIn(kinds)
  const weigh = compileWeights(kinds)
  return (words) => {
    const kind = find(words)?.kind
    const weighed = weigh(words)
    if (weighed === undefined) return kind && { kind, child: 0, ofChild: undefined }
    const { ofChild } = weighed
    const asks = asksPlainly(words)
    if (weighed.odds >= oddsWanted(words, asks))
      return {
        kind: kind === undefined || weighed.share >= decided ? weighed.kind : kind,
        child: weighed.child,
        ofChild,
      }
    if (kind === undefined) return undefined
    const mistaken = kind.yields === true && weighed.odds < (asks ? harmlessQuestion : harmless)
    return mistaken ? undefined : { kind, child: 0, ofChild }
  }
}

/** With fewer words of its own a message is mostly grammar, as is "so that's a no then", which says little of anything. */
const fewest = 2

function oddsWanted(words: readonly SpokenWord[], asks: boolean): number {
  return asks || saysLittle(words) ? forQuestions : surely
}

function saysLittle(words: readonly SpokenWord[]): boolean {
  let own = 0
  for (const { word } of words) if (!isStopWord(word) && ++own >= fewest) return false
  return true
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
  const all = kinds.flatMap((kind) =>
    kind.patterns.map((each, pattern) => ({ kind, pattern, needs: numbered(each, place) })),
  )
  const spot = compileGroups(groups)
  const perhaps = byRarestGroup(all.map(({ needs }) => needs))
  return (words) => {
    const spotted = spot(words)
    // The first of the list, which may not be the first that is looked at.
    let first = all.length
    for (const group of spotted.groups) {
      for (const at of perhaps.get(group) ?? []) {
        if (at >= first) break
        const needs = all[at]?.needs
        if (needs !== undefined && holds(needs, spotted.spans)) first = at
      }
    }
    const found = all[first]
    return found && { kind: found.kind, pattern: found.pattern }
  }
}

/**
 * For a group, the patterns in order that cannot hold without it: each is entered once, under the group that the fewest
 * others need. There are thousands of patterns, and a message touches a few.
 */
function byRarestGroup(patterns: readonly Numbered[]): ReadonlyMap<number, readonly number[]> {
  const needed = new Map<number, number>()
  for (const { words, near } of patterns)
    for (const group of [...words, ...near]) needed.set(group, (needed.get(group) ?? 0) + 1)
  const entered = new Map<number, number[]>()
  for (const [at, { words, near }] of patterns.entries()) {
    const [rarest] = [...words, ...near].toSorted((a, b) => (needed.get(a) ?? 0) - (needed.get(b) ?? 0))
    if (rarest === undefined) continue
    const before = entered.get(rarest)
    if (before === undefined) entered.set(rarest, [at])
    else before.push(at)
  }
  return entered
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

function holds({ words, within, near, unless, asks, tells }: Numbered, spotted: Spotted['spans']): boolean {
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

function occurs(spotted: Spotted['spans'], group: number): boolean {
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
