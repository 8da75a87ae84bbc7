// Text as a page sets it: spans with their looks, collected until a block ends.

export interface Span {
  readonly text: string
  readonly bold: boolean
  /** In points. */
  readonly size: number
  readonly underlined: boolean
  readonly capitals: boolean
}

export type Kind =
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'heading'; readonly level: number; readonly isTitle?: true }
  | { readonly kind: 'summary' }
  | { readonly kind: 'item'; readonly level: number; readonly ordered: boolean }
  | { readonly kind: 'note' }
  | { readonly kind: 'row'; readonly table: number; readonly cells: readonly string[]; readonly isHeader: boolean }

export interface Draft {
  readonly kind: Kind
  readonly text: string
  readonly number: string | undefined
  readonly bold: boolean
  readonly size: number
  readonly underlined: boolean
  readonly capitals: boolean
  readonly centred: boolean
}

/** Spans as one text: white space as a browser shows it, line breaks as `\n`. */
export function textOfSpans(spans: readonly { readonly text: string }[], isKept = false): string {
  const text = spans.map((span) => span.text).join('')
  const lines = (isKept ? text.split('\n') : text.replace(/[^\S\u2028]+/g, ' ').split('\u2028')).map((line) =>
    line.replace(/[\s\u00A0\u200B]+/g, ' ').trim(),
  )
  return lines.join('\n').trim()
}

/** A line break that the page asks for, kept apart from those of its source. */
export const lineBreak = '\u2028'

export function looksOfSpans(spans: readonly Span[]) {
  const seen = spans.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const first = seen[0]
  const sizes = new Map<number, number>()
  for (const { size, text } of seen) sizes.set(size, (sizes.get(size) ?? 0) + text.length)
  const text = seen.map((span) => span.text).join('')
  return {
    bold: first !== undefined && seen.every(({ bold }) => bold),
    underlined: first !== undefined && seen.every(({ underlined }) => underlined),
    capitals: isCapitals(text) || (first !== undefined && seen.every(({ capitals }) => capitals)),
    size: [...sizes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 12,
  }
}

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.length >= 4 && letters.every((letter) => letter === letter.toUpperCase())
}
