// Plain text: folding what people type, splitting at sentence ends, and saying lists aloud. No domain words.

/** Lower case, no accents, straight apostrophes, single spaces: two spellings of one thing become equal. */
export function fold(text: string): string {
  // Nearly everything that is typed, in a quarter of the time.
  if (isAscii(text)) return text.replaceAll('`', "'").toLowerCase().replace(/\s+/g, ' ').trim()
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

/** The words of a text in order, folded; `don't` is one word, punctuation and symbols are none. */
export function wordsOf(text: string): string[] {
  const folded = fold(text)
  const word = isAscii(folded) ? /[a-z0-9]+(?:'[a-z0-9]+)*/g : /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu
  return folded.match(word) ?? []
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** Sentences in order; joined again they are the text. "e.g." and "i.e." do not end one. */
export function sentencesOf(text: string): string[] {
  return [...sentencesIn(text)]
}

/** Found one by one: often the first few are enough. */
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
 * At most `max` UTF-16 units, cut at a sentence end where one fits, else at a word, with an ellipsis.
 * A text that fits comes back as it is.
 */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  let kept = ''
  for (const sentence of sentencesIn(text)) {
    if (kept.length + sentence.trimEnd().length + 2 > max) break
    kept += sentence
  }
  if (kept.length > 0) return `${kept.trimEnd()} …`
  const cut = text.slice(0, Math.max(0, max - 1))
  // Half of a surrogate pair would be shown as a broken character.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').replace(/\s+\S*$/, '')}…`
}

/** "a", "a and b", "a, b and c". */
export function sayList(items: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1) ?? ''}`
}

/** As a sentence or a line of its own begins. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The candidate that is nearest to `word` by edit distance, when it is near enough to be a slip of the finger. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(fold(word), fold(candidate))
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/** True where one is the other with one slip of the finger: a letter too many, too few, wrong, or two changed about. */
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
