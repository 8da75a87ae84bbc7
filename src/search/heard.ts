// A question as its subject: the person's own words, and for each of them the words that policies may use instead.
import { wordsOf } from '../kit/text.ts'
import { spokenForm, stem, subjectTerms, subjectTermsOf } from './terms.ts'
import type { LexiconLine } from './types.ts'

export interface Heard {
  /** The person's own terms, each once, in order. At most 30, so that each fits one bit. */
  readonly own: readonly string[]
  /** Terms from the lexicon's lines that stand for the own terms at `bits`. */
  readonly instead: readonly Instead[]
  /** The lines that matched, with the phrase that led to each. */
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
  readonly stems: readonly string[]
  readonly line: LexiconLine
  /** For each meaning of the line. */
  readonly adds: readonly (readonly string[])[]
}

const mostOwn = 30
/** The weight of a lexicon term relative to a typed word; its alternatives share it. */
const insteadBoost = 0.8

export function compileLexicon(lines: readonly LexiconLine[]): Lexicon {
  return withLines(new Map(), lines)
}

/** The same lexicon with these lines added. */
export function withLines(lexicon: Lexicon, lines: readonly LexiconLine[]): Lexicon {
  if (lines.length === 0) return lexicon
  const byFirst = new Map([...lexicon].map(([first, known]) => [first, [...known]]))
  for (const line of lines) {
    const adds = line.means.map(subjectTerms)
    for (const says of line.says) {
      const words = wordsOf(says)
      const phrase = words.map(spokenForm)
      const [first = ''] = phrase
      const known = byFirst.get(first) ?? []
      known.push({ says, phrase, stems: words.map(stem), line, adds })
      byFirst.set(first, known)
    }
  }
  return byFirst
}

/** What somebody said, read once for every lexicon that it is held against. */
export interface Words {
  readonly own: readonly string[]
  readonly forms: readonly string[]
}

export function readWords(words: readonly string[]): Words {
  return { own: [...new Set(subjectTermsOf(words))].slice(0, mostOwn), forms: words.map(spokenForm) }
}

/** `isHeld` tells whether any policy on the shelf contains a term: terms that none contains are not added. */
export function hear({ own, forms }: Words, lexicon: Lexicon, isHeld: (term: string) => boolean): Heard {
  const found = phrasesIn(forms, lexicon)
  if (found.length === 0) return { own, instead: [], lines: [] }
  const bitOf = new Map(own.map((term, at) => [term, 1 << at]))
  const instead = new Map<string, Instead>()
  const lines: HeardLine[] = []
  for (const { adds, says, stems, line } of found) {
    const held = adds.filter((terms) => terms.some(isHeld))
    if (held.length === 0) continue
    lines.push({ says, means: line.means.filter((_, at) => held.includes(adds[at] ?? [])) })
    const bits = stems.reduce((all, term) => all | (bitOf.get(term) ?? 0), 0)
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

/** Where one phrase is inside a longer one, only the longer one counts. */
function phrasesIn(forms: readonly string[], lexicon: Lexicon): CompiledLine[] {
  const found: { at: number; end: number; line: CompiledLine }[] = []
  for (let at = 0; at < forms.length; at++) {
    for (const line of lexicon.get(forms[at] ?? '') ?? none) {
      if (standsAt(line.phrase, forms, at)) found.push({ at, end: at + line.phrase.length, line })
    }
  }
  const alone = found.filter(
    (each) => !found.some(({ at, end }) => at <= each.at && end >= each.end && end - at > each.end - each.at),
  )
  return [...new Set(alone.map(({ line }) => line))]
}
const none: readonly never[] = []

/** A loop: this runs for each line that begins with a word of the question, and a common word begins many. */
function standsAt(phrase: readonly string[], forms: readonly string[], at: number): boolean {
  for (let n = 1; n < phrase.length; n++) if (forms[at + n] !== phrase[n]) return false
  return true
}
