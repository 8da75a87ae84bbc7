// What a line looks like on its own: a title, a sentence, a form to fill in.

const capital = /^[\p{Lu}\p{N}"“‘'(]/u
/** "Stage 1: Informal", "Part B: Forms". */
const label = /^(?:\p{L}+\s){1,2}(?:\d{1,2}|[A-Z]|[IVX]{1,4}):\s+/u
const abbreviation = /\b(?:St|Mr|Mrs|Ms|Dr|No|vs|e\.g|i\.e)\.\s/g

/** Short, with a capital, without the end of a sentence. */
export function looksLikeTitle(text: string): boolean {
  if (text.length > 100 || !capital.test(text) || !/\p{L}{2}/u.test(text)) return false
  if (countWords(text) > 13 || /[.;,…]$/.test(text) || looksLikeForm(text)) return false
  return !/[.!?:;]\s+\p{Lu}/u.test(text.replace(label, '').replace(abbreviation, ' '))
}

/** A title that is a whole instruction: "Staff must not share passwords". More likely an item of a list. */
export function looksLikeRule(text: string): boolean {
  if (text.length < 'is'.length) return false
  // "Being told that a child is ill" names a subject, and "What is bullying" asks about one.
  if (
    /^(?:(?:what|how|when|who|why|where|which)\b|(?!(?:no|any|some|every)?thing\b|during\b|king\b)\p{L}{2,}ing\b)/iu.test(
      text,
    )
  )
    return false
  return /\b(?:must|should|shall|will|may|can|cannot|do not|don['’]t|never|always|is|are|was|were|has|have)\b/i.test(
    text,
  )
}

/** A sentence or more. */
export function looksLikeProse(text: string): boolean {
  return countWords(text) >= 9 || (/[.:;?!]["”’)]?$/.test(text) && countWords(text) >= 3)
}

/** Lines to sign or fill in, dotted or underscored. */
export function looksLikeForm(text: string): boolean {
  return /[.…_]{3,}|…|\.\s?\.\s?\./.test(text)
}

/** What stands between spaces and has a letter or a digit. It is asked of every line, often, so it makes no lists. */
export function countWords(text: string): number {
  let words = 0
  let isWord = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === space) isWord = false
    else if (!isWord) {
      isWord = code < 128 ? isPlainSign(code) : sign.test(String.fromCodePoint(text.codePointAt(at) ?? code))
      if (isWord) words++
    }
  }
  return words
}

const space = 32
const sign = /[\p{L}\p{N}]/u

/** A letter or a digit among the signs of ASCII. */
function isPlainSign(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

export function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** Relative to the size of most of the text: anything larger is not running text. */
export const leastLarge = 1.15

/** Relative to the size of most of the text: anything larger stands out on its page. */
export const leastProminent = 1.45

/** The place of the one block in the largest letters of all, as on a title page; undefined where none stands out. */
export function placeOfLargest(blocks: readonly { readonly size?: number }[]): number | undefined {
  const most = blocks.reduce((largest, { size = 1 }) => Math.max(largest, size), 1)
  const places = blocks.flatMap(({ size }, at) => (size === most ? [at] : []))
  return most >= leastProminent && places.length <= 2 ? places.at(-1) : undefined
}
