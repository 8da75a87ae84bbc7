// Plain text helpers: folding what people type, splitting text into sentences, and writing lists. No domain words.

/** Lower case, no accents, straight apostrophes, single spaces, so that two spellings of one thing become equal. */
export function fold(text: string): string {
  // Shortcuts for plain ASCII text, which is nearly everything that is typed: most words are folded already, and most
  // spaces are single.
  if (/^[a-z0-9']+$/.test(text)) return text
  if (isAscii(text)) {
    const lower = text.replaceAll('`', "'").toLowerCase()
    return (/\s\s|[^\S ]/.test(lower) ? lower.replace(/\s+/g, ' ') : lower).trim()
  }
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uFFFF]/.test(text)
}

/** The folded words of a text in order. `don't` is one word; punctuation and symbols are not words. */
export function wordsOf(text: string): readonly string[] {
  if (last.text !== text) last = { text, words: readWordsOf(text) }
  return last.words
}

// One message is read by a dozen rooms in turn, each for its own reasons.
const nothing: { readonly text: string; readonly words: readonly string[] } = { text: '', words: [] }
let last = nothing

/** Forgets the text that was read last: what somebody typed does not wait in memory for the next message. */
export function forgetWords(): void {
  last = nothing
}

function readWordsOf(text: string): readonly string[] {
  const folded = fold(text)
  const word = isAscii(folded) ? /[a-z0-9]+(?:'[a-z0-9]+)*/g : /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu
  return folded.match(word) ?? []
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** The sentences of a text in order; joined, they give the text again. "e.g." and "i.e." do not end a sentence. */
export function sentencesOf(text: string): string[] {
  return [...sentencesIn(text)]
}

/** Sentences are found one at a time, because often only the first few are needed. */
function* sentencesIn(text: string): Generator<string> {
  let sentence = ''
  for (const { segment } of segmenter.segment(text)) {
    if (sentence !== '' && !/(?:e\.g|i\.e|etc|no|Mr|Mrs|Ms|Dr)\.\s*$/.test(sentence)) {
      yield sentence
      sentence = ''
    }
    sentence += segment
  }
  if (sentence !== '') yield sentence
}

/**
 * Cuts a text to at most `max` UTF-16 units, at the end of a sentence where one fits, otherwise after a word, and adds
 * an ellipsis. A text that fits is returned unchanged.
 */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  const kept = wholeSentences(text, max - 2)
  if (kept.length > 0) return `${kept} …`
  const cut = text.slice(0, Math.max(0, max - 1))
  // Half a surrogate pair would be shown as a broken character.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').replace(/\s+\S*$/, '')}…`
}

/** The sentences from the beginning that fit into `max` UTF-16 units. Those that do not fit are not even looked for. */
export function wholeSentences(text: string, max: number): string {
  let kept = ''
  if (max <= 0) return kept
  for (const sentence of sentencesIn(text)) {
    if (kept.length + sentence.trimEnd().length > max) break
    kept += sentence
  }
  return kept.trimEnd()
}

/** "a", "a and b", "a, b and c". */
export function sayList(items: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1) ?? ''}`
}

/** With a capital first letter, as at the start of a sentence or a line. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A name as it may stand in a path: `september-pack`, at most `max` characters. Empty where no letter or digit is left. */
export function slugOf(name: string, max: number): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, max + 1)
    .replace(/^-+/, '')
    .slice(0, max)
    .replace(/-+$/, '')
}

/** The candidate nearest to `word` by edit distance, if it is near enough to be a typing slip. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(fold(word), fold(candidate))
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/** True when one word is the other with a single slip: an extra, missing, wrong or swapped letter. */
export function slipped(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  const [restA, restB] = [a.slice(at), b.slice(at)]
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + swap))
    }
    row = next
  }
  return row[b.length] ?? 0
}
