// Finds people from the school's directory, or any given phrase, in a text, word by word.
import { commonForenames, titles } from './name-words.ts'
import { tokensOf, type Token } from './tokens.ts'
import type { PersonalSpan } from './types.ts'

/** The directory, prepared for searching. */
export interface NameIndex {
  /** Whole names as lists of words, grouped by their first word. */
  readonly whole: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly surnames: ReadonlySet<string>
  readonly firstNames: ReadonlySet<string>
}

export function compileNames(names: readonly string[]): NameIndex {
  const whole = new Map<string, (readonly string[])[]>()
  const surnames = new Set<string>()
  const firstNames = new Set<string>()
  for (const name of names) {
    const parts = partsOf(name)
    const [first = [], ...others] = parts
    const [begins] = first
    if (begins === undefined) continue
    if (begins.length > 2 && !commonForenames.has(begins)) firstNames.add(begins)
    const last = others.at(-1)
    if (last === undefined) continue
    // People often use only one half of a double-barrelled name.
    for (const half of last) surnames.add(half)
    // People often leave out a middle name.
    const forms = others.length > 1 ? [parts.flat(), [...first, ...last]] : [parts.flat()]
    whole.set(begins, [...(whole.get(begins) ?? []), ...forms])
  }
  return { whole, surnames, firstNames }
}

/**
 * Finds a whole name, a surname after a title, or a capitalised first name that is not also an everyday word. Each
 * place is reported once.
 */
export function placesOfPeople(tokens: readonly Token[], people: NameIndex): PersonalSpan<'person-name'>[] {
  return tokens.flatMap((token, at): PersonalSpan<'person-name'>[] => {
    const length = lengthOfName(tokens, at, people)
    const last = tokens[at + length - 1]
    return length === 0 || last === undefined ? [] : [{ kind: 'person-name', start: token.start, end: last.end }]
  })
}

/** The length in tokens of the name that begins here; 0 where none does. */
function lengthOfName(tokens: readonly Token[], at: number, people: NameIndex): number {
  const { word = '', capital = false } = tokens[at] ?? {}
  const forms = people.whole.get(word) ?? []
  const whole = forms.filter((form) => form.every((part, offset) => tokens[at + offset]?.word === part))
  if (whole.length > 0) return Math.max(...whole.map(({ length }) => length))
  if (titles.has(word) && people.surnames.has(tokens[at + 1]?.word ?? '')) return 2
  return capital && people.firstNames.has(word) ? 1 : 0
}

/** Where the words of `phrase` stand side by side in the text. */
export function placesOfPhrase<Kind extends string>(
  kind: Kind,
  tokens: readonly Token[],
  phrase: string,
): PersonalSpan<Kind>[] {
  const words = tokensOf(phrase).map(({ word }) => word)
  if (words.length === 0) return []
  return tokens.flatMap((token, at): PersonalSpan<Kind>[] => {
    const last = tokens[at + words.length - 1]
    const holds = words.every((word, offset) => tokens[at + offset]?.word === word)
    return holds && last !== undefined ? [{ kind, start: token.start, end: last.end }] : []
  })
}

/**
 * Puts a directory name into speaking order, as groups of words: `Byron-King, Ada (Maths)` gives ada, then byron and
 * king. Titles and text in brackets are left out.
 */
function partsOf(name: string): string[][] {
  const bare = name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  const comma = bare.indexOf(',')
  const spoken = comma === -1 ? bare : `${bare.slice(comma + 1)} ${bare.slice(0, comma)}`
  return spoken
    .split(/\s+/)
    .map((part) => tokensOf(part).map(({ word }) => word))
    .filter(([word]) => word !== undefined && !titles.has(word))
}
