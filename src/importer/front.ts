// The text above the first section: the title page, kept beside the sections, and any running text, which becomes a
// section.
import { countWords } from './looks.ts'
import { parseBullet, parseCounted } from './marks.ts'
import { namesDocument, namesPart, namesSchool } from './names.ts'
import { isRecordLine } from './record.ts'
import type { SourceBlock } from './types.ts'

export interface Front {
  readonly aside: readonly SourceBlock[]
  /** A line directly above the text that is its heading. */
  readonly title: SourceBlock | undefined
  readonly body: readonly SourceBlock[]
}

/** Names, dates and labels are kept beside the sections; from the first sentence or list on, everything is text. */
export function splitFront(front: readonly SourceBlock[]): Front {
  const start = front.findIndex((block, at) => isText(block, front[at + 1]))
  if (start === -1) return { aside: front, title: undefined, body: [] }
  const before = front[start - 1]
  return before !== undefined && isHeading(before)
    ? { aside: front.slice(0, start - 1), title: before, body: front.slice(start) }
    : { aside: front.slice(0, start), title: undefined, body: front.slice(start) }
}

function isHeading({ text, level }: SourceBlock): boolean {
  if (level === 1 || namesSchool(text) || (namesDocument(text) && !namesPart(text)) || isRecordLine(text)) return false
  return countWords(text) <= 6 && /^\p{Lu}[^:.\d]*$/u.test(text)
}

function isText({ text, level }: SourceBlock, next: SourceBlock | undefined): boolean {
  if (level !== undefined || isRecordLine(text) || namesDocument(text)) return false
  if (parseBullet(text) !== undefined) return true
  if (parseCounted(text) !== undefined && next !== undefined && parseCounted(next.text) !== undefined) return true
  return countWords(text) > 14 || (/[.!?]["”’)]?$/.test(text) && countWords(text) >= 4)
}
