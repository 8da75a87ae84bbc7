// Finds where groups of words occur in a text: all groups are compiled into one tree of words, and a text is matched
// against it in one pass.
import { compileSlips } from './slips.ts'
import { spokenWords, type SpokenWord } from './spoken.ts'
import { stemAsTyped } from './terms.ts'
import type { WordGroup } from './types.ts'

/** From the first to the last word of an occurrence, both counted in words. */
export interface WordSpan {
  readonly start: number
  readonly end: number
  readonly sentence: number
}

/** Good only until the next text is looked at. */
export interface Spotted {
  /** For each group, by its place in the compiled list, its occurrences in order of their start. Most groups have none. */
  readonly spans: readonly (readonly WordSpan[] | undefined)[]
  /** The groups that occur, each once. */
  readonly groups: readonly number[]
}

export function compileGroups(groups: readonly WordGroup[]): (words: readonly SpokenWord[]) => Spotted {
  const { root, meantBy } = growTree(groups)
  const known = new Map<string, Entry>()
  const knownOf = (word: string) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const keys = keysOf(word, root, meantBy)
    const found = { keys, first: step([root], keys) }
    // Limited, because people can type any number of different words.
    if (known.size < mostKnown && word.length <= longestWord) known.set(word, found)
    return found
  }
  // There are thousands of groups, of which a message touches a few: so the list is cleared, and not made anew.
  const spans = new Array<WordSpan[] | undefined>(groups.length).fill(undefined)
  const touched: number[] = []
  const see = (group: number, span: WordSpan) => {
    const before = spans[group]
    if (before !== undefined) before.push(span)
    else {
      spans[group] = [span]
      touched.push(group)
    }
  }
  return (words) => {
    for (const group of touched) spans[group] = undefined
    touched.length = 0
    const spoken = words.map(({ word, at, sentence }): Known => ({ at, sentence, entry: knownOf(word) }))
    for (const [from, { at: start, sentence, entry }] of spoken.entries()) {
      let nodes = entry.first
      for (let i = from; nodes.length > 0; nodes = stepOn(nodes, spoken[++i], sentence)) {
        const end = spoken[i]?.at ?? start
        for (const { ends } of nodes) for (const group of ends ?? none) see(group, { start, end, sentence })
      }
    }
    return { spans, groups: touched }
  }
}

const mostKnown = 10_000
const none: readonly never[] = []

/** The forms under which a word is looked up, and where in the tree the entries that begin with it continue. */
interface Entry {
  readonly keys: readonly string[]
  readonly first: readonly Node[]
}

interface Known {
  readonly at: number
  readonly sentence: number
  readonly entry: Entry
}

/** What an entry requires, word by word. The same words are in hundreds of entries, so `known` remembers them. */
function termsOfEntry(entry: string, known: Map<string, readonly Term[]>): readonly Term[] {
  return entry.split(/\s+/).flatMap((part) => {
    const terms = known.get(part) ?? termsOfPart(part)
    known.set(part, terms)
    return terms
  })
}

function termsOfPart(part: string): readonly Term[] {
  const sign = part.startsWith('=') || part.startsWith('~') ? part.charAt(0) : ''
  return spokenWords(part.slice(sign.length)).map(({ word }): Term => {
    return { word, key: sign === '=' ? exactKey(word) : stemKey(word), forgiving: sign === '~' }
  })
}

interface Term {
  readonly word: string
  readonly key: string
  readonly forgiving: boolean
}

/** Most words are the last of their entry, so the map of following words is only created where it is needed. */
interface Node {
  next: Map<string, Node> | undefined
  /** The groups that have an entry ending here. */
  ends: number[] | undefined
}

function growTree(groups: readonly WordGroup[]) {
  const root: Node = { next: undefined, ends: undefined }
  const forgiving = new Set<string>()
  const known = new Map<string, readonly Term[]>()
  for (const [group, entries] of groups.entries()) {
    for (const entry of entries) {
      let node = root
      for (const { word, key, forgiving: slips } of termsOfEntry(entry, known)) {
        if (slips) forgiving.add(word)
        const next: Node = node.next?.get(key) ?? { next: undefined, ends: undefined }
        node.next = (node.next ?? new Map<string, Node>()).set(key, next)
        node = next
      }
      if (node !== root && node.ends?.includes(group) !== true) node.ends = [...(node.ends ?? []), group]
    }
  }
  return { root, meantBy: compileSlips(forgiving) }
}

/** An entry does not continue into another sentence. */
function stepOn(nodes: readonly Node[], word: Known | undefined, sentence: number): readonly Node[] {
  return word?.sentence === sentence ? step(nodes, word.entry.keys) : none
}

function step(nodes: readonly Node[], keys: readonly string[]): Node[] {
  const next: Node[] = []
  for (const node of nodes) {
    for (const key of keys) {
      const found = node.next?.get(key)
      if (found !== undefined) next.push(found)
    }
  }
  return next
}

function keysOf(word: string, root: Node, meantBy: (typed: string) => string | undefined): string[] {
  const keys = [exactKey(word), stemKey(word)]
  // A word that is known as it stands is not a typing slip.
  if (keys.some((key) => root.next?.has(key))) return keys
  const meant = meantBy(word) ?? (/^.{4,}in$/.test(word) ? `${word}g` : undefined)
  return meant === undefined ? keys : [...keys, stemKey(meant)]
}

function exactKey(word: string): string {
  return `=${word}`
}

/** A stem of one or two letters would make `us` of "used" and `be` of "being". */
function stemKey(word: string): string {
  if (word.length > longestWord) return word
  const stemmed = stemAsTyped(word)
  return stemmed.length < 3 ? word : stemmed
}

const longestWord = 30
