// What all parts of the Word reader share while one file is being read.
import type { Layout } from '../lay.ts'
import type { Line } from '../line.ts'
import type { Piece } from '../pieces.ts'
import type { Element } from '../xml.ts'
import type { Notes } from './notes.ts'
import type { Numbering } from './numbering.ts'
import type { Package } from '../package.ts'
import type { Style, Styles } from './styles.ts'

export interface Word {
  readonly package: Package
  readonly styles: Styles
  readonly numbering: Numbering
  readonly notes: Notes
  /** Where losses are counted. */
  readonly layout: Layout
  /** Section properties as they occur; they name the running headers and footers. */
  readonly sections: Element[]
}

/**
 * One stream of text with its own fields: the body, a note, a header. Fields may continue from one paragraph to the
 * next.
 */
export interface Story {
  readonly fields: Field[]
  /** A paragraph whose mark was deleted: its text begins the next one. */
  carried: Written | undefined
  /** A page ended after the words of the last paragraph. */
  breaks: boolean
}

export interface Field {
  code: string
  /** Before its separator is the field's instruction, after it the result. */
  isResult: boolean
  isContents: boolean
  /** A contents list inside a content control: its end is certain. */
  readonly isControl?: boolean
}

/** A paragraph while it is being read. */
export interface Written {
  readonly line: Line
  readonly contents: string[]
  readonly after: Piece[]
  breaks: boolean
  hasHidden: boolean
}

/** What is available while a paragraph is being read. */
export interface Inline {
  readonly word: Word
  readonly story: Story
  readonly style: Style
  readonly written: Written
  /** Reads what is in a box or a note, with fields of its own. */
  pieces(elements: readonly Element[]): Piece[]
}

export function newStory(): Story {
  return { fields: [], carried: undefined, breaks: false }
}

export function isInContents(story: Story): boolean {
  return story.fields.some(({ isContents }) => isContents)
}
