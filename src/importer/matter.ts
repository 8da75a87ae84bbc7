// Turns the front matter of other tools into lines of a record, which are read like any other: `review_date:
// 2026-09-01`.
import type { DocumentAbout } from '../ports/document.ts'
import type { TextLine } from './types.ts'

/** They come before the text and are kept beside the sections. */
export function frontMatter({ frontMatter: entries = {} }: DocumentAbout): TextLine[] {
  return Object.entries(entries).map(([key, value]) => ({
    no: 1,
    text: `${key.replace(/[_-]+/g, ' ')}: ${value}`.trim(),
    gap: true,
    indent: 0,
    plain: true,
    level: undefined,
    isFirst: false,
  }))
}
