// A text reduced to what makes it that text: without spacing, marks, capitals and page numbers, so that setting it anew
// does not make another text of it.
import { fold } from '../kit/text.ts'
import type { SectionPart, Section } from './types.ts'

/**
 * Letters and figures only. What changes a meaning stays: the signs for percent, money, more and less, the point or comma
 * inside a number, and a space between two numbers.
 */
export function bare(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}\p{Sc}%<>≤≥.,]+/gu, ' ')
    .replace(/(?<!\d)[.,]+|[.,]+(?!\d)/g, ' ')
    .replace(/(?<!\d) +| +(?! |\d)/g, '')
    .replace(/ +/g, ' ')
}

/** The section's own text, bare: list items without their marks, gaps and page numbers left out. */
export function bareText(section: Section): string {
  return section.parts.flatMap(piecesOf).map(bare).join('')
}

/** Paragraphs and list items of a part as the school wrote them. None of a gap, which is ours, nor of a page number. */
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

/** What serves the paper only: "Page 3 of 12", "- 3 -". */
function isFurniture(text: string): boolean {
  return /^\W*(?:page\W*)?\d{1,4}(?:\W*(?:of|\/)\W*\d{1,4})?\W*$/i.test(text)
}
