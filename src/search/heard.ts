// A question as what it is about: the person's own words, and for each what policies may say instead.
import { wordsOf } from '../kit/text.ts'
import { spokenForm, stem, subjectTerms } from './terms.ts'
import type { LexiconLine } from './types.ts'

export interface Heard {
  /** The person's own terms, each once, in order. At most 30, so that each has its bit. */
  readonly own: readonly string[]
  /** What the lexicon's lines add: the terms that stand for the own ones at `bits`. */
  readonly instead: readonly Instead[]
  /** The lines that were heard, with the phrase that led to each. */
  readonly lines: readonly HeardLine[]
}

export interface Instead {
  readonly term: string
  readonly boost: number
  readonly bits: number
}

export interface HeardLine {
  readonly says: string
  readonly means: readonly string[]
}

export type Lexicon = ReadonlyMap<string, readonly CompiledLine[]>

interface CompiledLine {
  readonly says: string
  readonly phrase: readonly string[]
  readonly line: LexiconLine
  /** Of each thing that the line means. */
  readonly adds: readonly (readonly string[])[]
}

const mostOwn = 30
/** What the lexicon adds counts this much beside a word that the person typed; its alternatives share it. */
const insteadBoost = 0.8

export function compileLexicon(lines: readonly LexiconLine[]): Lexicon {
  const byFirst = new Map<string, CompiledLine[]>()
  for (const line of lines) {
    const adds = line.means.map(subjectTerms)
    for (const says of line.says) {
      const phrase = wordsOf(says).map(spokenForm)
      const [first = ''] = phrase
      const known = byFirst.get(first) ?? []
      known.push({ says, phrase, line, adds })
      byFirst.set(first, known)
    }
  }
  return byFirst
}

/** `isHeld` tells whether the shelf holds a term: what nobody here says is not added. */
export function hear(words: readonly string[], lexicon: Lexicon, isHeld: (term: string) => boolean): Heard {
  const own = [...new Set(subjectTerms(words.join(' ')))].slice(0, mostOwn)
  const bitOf = new Map(own.map((term, at) => [term, 1 << at]))
  const found = phrasesIn(words.map(spokenForm), lexicon)
  const instead = new Map<string, Instead>()
  const lines: HeardLine[] = []
  for (const { adds, says, line } of found) {
    const held = adds.filter((terms) => terms.some(isHeld))
    if (held.length === 0) continue
    lines.push({ says, means: line.means.filter((_, at) => held.includes(adds[at] ?? [])) })
    const bits = wordsOf(says).reduce((all, word) => all | (bitOf.get(stem(word)) ?? 0), 0)
    for (const terms of held) {
      for (const term of terms.filter(isHeld)) {
        if (bitOf.has(term)) continue
        const boost = insteadBoost / Math.sqrt(terms.length * Math.sqrt(held.length))
        const before = instead.get(term)
        instead.set(term, { term, boost: Math.max(boost, before?.boost ?? 0), bits: bits | (before?.bits ?? 0) })
      }
    }
  }
  return { own, instead: [...instead.values()], lines }
}

/** Where one phrase stands inside a longer one, only the longer is heard. */
function phrasesIn(forms: readonly string[], lexicon: Lexicon): CompiledLine[] {
  const found: { at: number; end: number; line: CompiledLine }[] = []
  for (const [at, first] of forms.entries()) {
    for (const line of lexicon.get(first) ?? []) {
      if (line.phrase.every((part, n) => forms[at + n] === part)) found.push({ at, end: at + line.phrase.length, line })
    }
  }
  const alone = found.filter(
    (each) => !found.some(({ at, end }) => at <= each.at && end >= each.end && end - at > each.end - each.at),
  )
  return [...new Set(alone.map(({ line }) => line))]
}
