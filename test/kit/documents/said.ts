// Shows a Document as short lines, so that a test shows what was read at a glance.
import type { Document, DocumentBlock, ReadDocument } from '../../../src/ports/document.ts'

export function documentOf(read: ReadDocument): Document {
  if (read.kind === 'refused') throw new Error(`refused: it ${read.what}. ${read.fix}`)
  return read.document
}

/** `h1 2. Aims`, `p Text`, `box Text`, `0 (a) Item`, `0 - • Item`, `row A | B`, `head A | B`, `note 1 Text`. */
export function said(read: ReadDocument): string[] {
  return documentOf(read).blocks.map(line)
}

function line(block: DocumentBlock): string {
  const number = block.number === undefined ? '' : `${block.number} `
  switch (block.kind) {
    case 'heading':
      return `${block.isTitle === true ? 'title' : 'h'}${block.level} ${number}${block.text}`
    case 'paragraph':
      return `${block.isBoxed === true ? 'box' : 'p'} ${number}${block.text}`
    case 'item':
      return `${block.level} ${block.ordered ? '' : '- '}${number}${block.text}`
    case 'row':
      return `${block.isHeader ? 'head' : 'row'} ${block.text}`
    case 'note':
      return `note ${number}${block.text}`
  }
}

export function whyOf(read: { readonly kind: string; readonly why?: string }): string {
  return read.kind === 'refused' ? (read.why ?? '') : 'read'
}

export function lostIn(read: ReadDocument): Record<string, number> {
  return Object.fromEntries(documentOf(read).lost.map(({ kind, count }) => [kind, count]))
}

export function furnitureIn(read: ReadDocument): string[] {
  return documentOf(read).furniture.map(({ kind, text }) => `${kind}: ${text}`)
}
