// Names in a draft: people in the school's directory, and what the school is called.
import { fold } from '../kit/text.ts'

/** The directory, ready to be looked for. */
export interface People {
  /** Whole names as words, by their first word. */
  readonly whole: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly surnames: ReadonlySet<string>
  readonly firstNames: ReadonlySet<string>
}

export function compileNames(names: readonly string[]): People {
  const whole = new Map<string, (readonly string[])[]>()
  const surnames = new Set<string>()
  const firstNames = new Set<string>()
  for (const name of names) {
    const parts = partsOf(name)
    const [first = [], ...others] = parts
    const [begins] = first
    if (begins === undefined) continue
    if (begins.length > 2 && !commonWords.has(begins)) firstNames.add(begins)
    const last = others.at(-1)
    if (last === undefined) continue
    // Of a double name, people use one half as well.
    for (const half of last) surnames.add(half)
    // A middle name is often left out.
    const forms = others.length > 1 ? [parts.flat(), [...first, ...last]] : [parts.flat()]
    whole.set(begins, [...(whole.get(begins) ?? []), ...forms])
  }
  return { whole, surnames, firstNames }
}

/** A whole name, a surname after a title, or a first name in capitals that is not also a word. */
export function holdsName(text: string, people: People): boolean {
  const tokens = tokensOf(text)
  return tokens.some(({ word, capital }, at) => {
    const forms = people.whole.get(word) ?? []
    if (forms.some((form) => form.every((part, offset) => tokens[at + offset]?.word === part))) return true
    if (titles.has(word) && people.surnames.has(tokens[at + 1]?.word ?? '')) return true
    return capital && people.firstNames.has(word)
  })
}

/** Whether the words of `phrase` stand in the text, in order and side by side. */
export function holdsPhrase(text: string, phrase: string): boolean {
  const tokens = tokensOf(text)
  const words = tokensOf(phrase).map(({ word }) => word)
  if (words.length === 0) return false
  return tokens.some((_, at) => words.every((word, offset) => tokens[at + offset]?.word === word))
}

interface Token {
  /** Folded, without a possessive. */
  readonly word: string
  readonly capital: boolean
}

function tokensOf(text: string): Token[] {
  return (text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu) ?? []).map((raw) => ({
    word: fold(raw).replace(/'s$/, ''),
    capital: /^\p{Lu}/u.test(raw),
  }))
}

/**
 * A directory name in speaking order, as words in groups: `Byron-King, Ada (Maths)` is ada, then byron and king.
 * Titles and what stands in brackets are left out.
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

const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'sir',
  'madam',
  'professor',
  'prof',
  'rev',
  'reverend',
  'lady',
  'lord',
])

// First names that are words, months, places or plants as well: alone they say nothing about a person.
const commonWords = new Set(
  (
    'amber angel april art august autumn bay bill bliss bob brook buddy carol chance charity chase chelsea china chip christian ' +
    'chuck clay cliff crystal daisy dale dawn dean dell dot drew earl ebony eden eve faith fern florence forest frank gale gene ' +
    'georgia glen grace grant guy happy harmony harry hazel heath heather holly hope hunter iris ivy jack jade jasmine jay jean ' +
    'jesus jewel jim joy june jordan justice kent lance lane laurel lily lotus mark mars max may mercy miles mona nick noel norm ' +
    'olive opal page paris pat patience pearl penny perry pierce poppy prince prudence queen ray red reed rich rick river rob robin ' +
    'rock rod rose ruby rusty saffron sage sally sandy scarlet scott season sky skip sonny star stone storm sue summer sunny teddy ' +
    'terry tiger troy trinity tuesday victor violet wade wally ward warren will willow winter woody young'
  ).split(' '),
)
