// Reduces a text to what makes it that text, without spacing, punctuation, capitals and page numbers, so that a new
// layout does not make it a different text.
import { fold } from '../kit/text.ts'
import type { SectionPart, Section } from './types.ts'

/**
 * Keeps letters and digits only, apart from what changes a meaning: the signs for per cent, money, more and less, the
 * point or comma inside a number, and a space between two numbers.
 */
export function bare(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}\p{Sc}%<>≤≥.,]+/gu, ' ')
    .replace(/(?<!\d)[.,]+|[.,]+(?!\d)/g, ' ')
    .replace(/(?<!\d) +| +(?! |\d)/g, '')
    .replace(/ +/g, ' ')
}

/** The section's own text in bare form. List markers, gaps and page numbers are left out. */
export function bareText(section: Section): string {
  return section.parts.flatMap(piecesOf).map(bare).join('')
}

/**
 * A part's paragraphs and list items as the school wrote them. Gaps, whose words are ours, and page numbers are left
 * out.
 */
export function piecesOf(part: SectionPart): readonly string[] {
  switch (part.kind) {
    case 'gap':
      return []
    case 'list':
      return part.items
    case 'paragraph':
      return isFurniture(part.text) ? [] : [part.text]
  }
}

/** Text that only serves the paper: "Page 3 of 12", "- 3 -". */
function isFurniture(text: string): boolean {
  return /^\W*(?:page\W*)?\d{1,4}(?:\W*(?:of|\/)\W*\d{1,4})?\W*$/i.test(text)
}
