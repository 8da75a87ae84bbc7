// Removes characters that only hide a text from a program, and keeps the way back from each place in the result to the
// text as it was typed.

export interface Legible {
  readonly text: string
  /**
   * For a place in `text`, the place of that character in what was typed. The end of `text` gives the end of what was
   * typed.
   */
  readonly placeOf: (at: number) => number
}

/**
 * Letters and digits from other Unicode blocks become plain ones; invisible marks go, and typographic dashes, quotes
 * and spaces become plain.
 */
export function legible(typed: string): Legible {
  // A shortcut for plain ASCII, which is nearly everything typed on a keyboard.
  if (/^[\n\x20-\x7e]*$/.test(typed)) return { text: typed, placeOf: (at) => at }
  let text = ''
  const places: number[] = []
  for (const { 0: raw, index } of typed.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const plain = plainly(raw)
    for (let at = 0; at < plain.length; at++) places.push(index)
    text += plain
  }
  return { text, placeOf: (at) => places[at] ?? typed.length }
}

/** Soft hyphens, zero-width and direction marks, variation selectors, keycaps, tags. */
const unseen = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\u20E3\u{E0000}-\u{E007F}]/gu

function plainly(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[^\S\n]/g, ' ')
}
