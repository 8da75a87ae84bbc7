// Takes out of a text what could point at somebody: names, numbers, addresses. What is left still says what it is about.
import { isForename } from './forenames.ts'
import { legible } from './personal/legible.ts'
import { readPersonal } from './personal/read.ts'
import { fold } from './text.ts'

const gone = '[…]'
/** A name, until what follows it has been looked at. */
const name = '\u0001'
/** Before a word that was read as part of a name. */
const mark = '\u0002'

/**
 * What the reader of drafts sees goes, and more: `names` are people known by name; a first name is one in any case; a capitalised word that `isCommon` does not know
 * is taken for a name, too, where no sentence opens with it. Losing a place name is better than keeping a child's.
 */
export function redact(
  text: string,
  { names, isCommon }: { names: readonly string[]; isCommon: (word: string) => boolean },
): string {
  const known = partsOf(names)
  const unknown = (word: string) => !isCommon(fold(bare(word)))
  const pointsAt = (word: string) => {
    // Most words are as they would be folded.
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
  // What follows a name may be the rest of it, in whatever case.
  return words
    .replace(/\u0001(\s)(\p{L}[\p{L}'’-]*)/gu, (both, space: string, word: string) =>
      unknown(word) && !/(?:ed|ing|ly)$/.test(word) ? `${name}${space}${name}` : both,
    )
    .replaceAll(name, gone)
}

/** What the reader sees is gone, but for the words of names, which are marked: what follows them is looked at, too. */
function withoutSeen(text: string, names: readonly string[]): string {
  const { text: plain, placeOf } = legible(text)
  let left = text
  let before = Infinity
  for (const seen of readPersonal(plain, names).toSorted((one, two) => two.start - one.start)) {
    const [start, end] = [placeOf(seen.start), placeOf(seen.end)]
    // An age says little, and a question is often about one; a date of birth goes by its shape.
    if (end > before || seen.kind === 'date-of-birth') continue
    const passage = plain.slice(seen.start, seen.end)
    const isName = seen.kind === 'name' || seen.kind === 'pupil-name' || seen.kind === 'person-name'
    left = left.slice(0, start) + (isName ? passage.replace(/\p{L}[\p{L}'’-]*/gu, `${mark}$&`) : gone) + left.slice(end)
    before = start
  }
  return left
}

/** What can be told by its shape alone. */
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

/** Without one of these, there is none of the shapes. */
const perhapsShaped = /[\d@]|dot|http|www/i

function withoutShapes(text: string): string {
  return perhapsShaped.test(text) ? shapes.reduce((left, shape) => left.replace(shape, gone), text) : text
}

/** Nothing of a name follows its possessive. */
function taken(word: string): string {
  return word === bare(word) ? name : gone
}

function isName(part: string): boolean {
  return isForename(fold(part))
}

/** "Zbyszek’s phone", "Zbyszek Nowak", "Zbyszek has posted": a sentence opens with whom it speaks of. */
function speaksOfSomebody(word: string, rest: string): boolean {
  return /['’]s$/.test(word) || /^\s+(?:\p{Lu}\p{Ll}|(?:has|is|was|did|does|said|says|told|from|in year)\b)/u.test(rest)
}

/** Without a possessive. */
function bare(word: string): string {
  return word.replace(/['’]s?$/, '')
}

/** Single names, folded. Of a whole school they take longer than all the rest, so those of one list are remembered. */
function partsOf(names: readonly string[]): ReadonlySet<string> {
  const parts =
    remembered.get(names) ?? new Set(names.flatMap((name) => fold(name).split(' ')).filter((part) => part.length > 2))
  remembered.set(names, parts)
  return parts
}
const remembered = new WeakMap<readonly string[], ReadonlySet<string>>()
