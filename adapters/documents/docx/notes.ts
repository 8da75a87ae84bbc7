// Word's footnotes and endnotes, numbered in the order in which the text refers to them.
import { numeral, type Numeral } from '../numerals.ts'
import { childOf, childrenOf, elementsOf } from '../tree.ts'
import type { Element } from '../xml.ts'
import { numeralOf } from './numbering.ts'

export type NoteKind = 'footnote' | 'endnote'

export interface Notes {
  /** A note where it is first referred to. Its number is '' where the author typed a mark into the text. */
  refer(kind: NoteKind, reference: Element): { number: string; elements: readonly Element[] } | undefined
}

export interface NoteParts {
  readonly footnote: Element | undefined
  readonly endnote: Element | undefined
  readonly settings: Element | undefined
}

export function readNotes(parts: NoteParts): Notes {
  return combine({
    footnote: oneKind(parts.footnote, 'w:footnote', formatIn(parts.settings, 'w:footnotePr', 'decimal')),
    endnote: oneKind(parts.endnote, 'w:endnote', formatIn(parts.settings, 'w:endnotePr', 'roman')),
  })
}

type Refer = (reference: Element) => ReturnType<Notes['refer']>

function combine(kinds: Readonly<Record<NoteKind, Refer>>): Notes {
  return { refer: (kind, reference) => kinds[kind](reference) }
}

function oneKind(root: Element | undefined, name: string, format: Numeral): Refer {
  // Separators between text and notes are stored as notes of a special type.
  const written = childrenOf(root, name).filter(({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal')
  const byId = new Map(written.map((note) => [note.attributes['w:id'], note]))
  const referred = new Set<string>()
  let count = 0
  return ({ attributes }) => {
    const id = attributes['w:id'] ?? ''
    const note = byId.get(id)
    if (note === undefined || referred.has(id)) return undefined
    referred.add(id)
    const hasOwnMark = /^(1|true|on)$/.test(attributes['w:customMarkFollows'] ?? '')
    return { number: hasOwnMark ? '' : numeral(++count, format), elements: elementsOf(note) }
  }
}

function formatIn(settings: Element | undefined, name: string, usual: Numeral): Numeral {
  const format = childOf(childOf(settings, name), 'w:numFmt')
  return format === undefined ? usual : numeralOf(format)
}
