// Removes from a text what could identify somebody: names, numbers, addresses. What is left still says what the text is
// about.
import { isForename } from './forenames.ts'
import { legible } from './personal/legible.ts'
import { readPersonal } from './personal/read.ts'
import { fold } from './text.ts'

const gone = '[…]'
/** A name that may go on in the words after it. */
const name = '\u0001'
/** Marks the word before one that was read as part of a name. */
const mark = '\u0002'

/**
 * Everything that the reader of drafts finds is removed, and more. `names` are people known by name. A first name
 * counts in either case. A capitalised word that `isCommon` does not know is taken for a name, unless it opens a
 * sentence. Losing a place name is better than keeping a child's name.
 */
export function redact(
  text: string,
  { names, isCommon }: { names: readonly string[]; isCommon: (word: string) => boolean },
): string {
  const known = partsOf(names)
  const unknown = (word: string) => !isCommon(fold(bare(word)))
  const pointsAt = (word: string) => {
    // A shortcut: most words are already folded.
    if (/^[a-z]+$/.test(word)) return known.has(word) || isForename(word)
    const plain = bare(word)
    const folded = fold(word)
    return known.has(folded) || (plain !== word && known.has(fold(plain))) || plain.split('-').some(isName)
  }
  const clean = withoutShapes(withoutSeen(text.replace(/[\u0001\u0002]/g, ' '), names))
  const words = clean.replace(/\u0002?\p{L}[\p{L}'’-]*/gu, (word, at: number, whole: string) => {
    if (word.startsWith(mark) || pointsAt(word)) return taken(word)
    const isProper = /^\p{Lu}(?:['’]\p{Lu})?\p{Ll}/u.test(word)
    if (!isProper || !unknown(word)) return word
    const opensSentence = /(?:^|[.!?:]\s*|\n)\s*$/.test(whole.slice(Math.max(0, at - 8), at))
    return opensSentence && !speaksOfSomebody(word, whole.slice(at + word.length)) ? word : taken(word)
  })
  if (!words.includes(name)) return words
  // The words after a name may be the rest of it, in upper or lower case.
  return words
    .replace(/\u0001(\s)(\p{L}[\p{L}'’-]*)/gu, (both, space: string, word: string) =>
      unknown(word) && !/(?:ed|ing|ly)$/.test(word) ? `${name}${space}${name}` : both,
    )
    .replaceAll(name, gone)
}

/**
 * What the reader finds is removed, apart from the words of names: these are marked, so that the words after them are
 * looked at as well.
 */
function withoutSeen(text: string, names: readonly string[]): string {
  const { text: plain, placeOf } = legible(text)
  let left = text
  let before = Infinity
  for (const seen of readPersonal(plain, names).toSorted((one, two) => two.start - one.start)) {
    const [start, end] = [placeOf(seen.start), placeOf(seen.end)]
    // An age reveals little, and questions are often about ages. A date of birth is removed by its form.
    if (end > before || seen.kind === 'date-of-birth') continue
    const passage = plain.slice(seen.start, seen.end)
    const isName = seen.kind === 'name' || seen.kind === 'pupil-name' || seen.kind === 'person-name'
    left = left.slice(0, start) + (isName ? passage.replace(/\p{L}[\p{L}'’-]*/gu, `${mark}$&`) : gone) + left.slice(end)
    before = start
  }
  return left
}

/** What can be recognised by its form alone. */
const shapes: readonly RegExp[] = [
  /\S+@\S+|(?<!\S)@[\w.]+/g,
  /\S+\s+(?:\(|\[)?at(?:\)|\])?\s+\S+\s+(?:\(|\[)?dot(?:\)|\])?\s+\S+/gi,
  /(?:https?:\/\/|www\.)\S+/gi,
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/g,
  /\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} (?:19|20)\d\d\b/gi,
  /(?<=\b(?:born|birthday|d\.?o\.?b\.?)\b[^\d\n]{0,15})\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}\b/gi,
  /\+?\d[\d\s().-]{3,}\d/g,
  /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi,
  /\b(?:flat\s+)?\d{1,4}[a-z]?,?\s+(?:[\p{L}'’-]+\s+){1,3}(?:road|rd|street|avenue|ave|lane|close|drive|way|crescent|court|gardens|grove|terrace|place)\b/giu,
]

/** A text without one of these characters holds none of these forms. */
const perhapsShaped = /[\d@]|dot|http|www/i

function withoutShapes(text: string): string {
  return perhapsShaped.test(text) ? shapes.reduce((left, shape) => left.replace(shape, gone), text) : text
}

/** A name ends with its possessive. */
function taken(word: string): string {
  return word === bare(word) ? name : gone
}

function isName(part: string): boolean {
  return isForename(fold(part))
}

/** In "Zbyszek’s phone", "Zbyszek Nowak" and "Zbyszek has posted", the first word of the sentence is the person. */
function speaksOfSomebody(word: string, rest: string): boolean {
  return /['’]s$/.test(word) || /^\s+(?:\p{Lu}\p{Ll}|(?:has|is|was|did|does|said|says|told|from|in year)\b)/u.test(rest)
}

/** Without a possessive ending. */
function bare(word: string): string {
  return word.replace(/['’]s?$/, '')
}

/**
 * The single words of names, folded. For a whole school this costs more than everything else, so the words of the last
 * list are remembered.
 */
function partsOf(names: readonly string[]): ReadonlySet<string> {
  const parts =
    remembered.get(names) ?? new Set(names.flatMap((name) => fold(name).split(' ')).filter((part) => part.length > 2))
  remembered.set(names, parts)
  return parts
}
const remembered = new WeakMap<readonly string[], ReadonlySet<string>>()
