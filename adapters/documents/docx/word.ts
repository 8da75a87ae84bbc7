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
  /** Section properties as they come by; they name the running heads and feet. */
  readonly sections: Element[]
}

/** One run of text with its own fields: the body, a note, a header. Fields go on from one paragraph to the next. */
export interface Story {
  readonly fields: Field[]
  /** A paragraph whose mark was deleted: its text begins the next one. */
  carried: Written | undefined
}

export interface Field {
  code: string
  /** Before its separator stands what it does, after it what it gave. */
  isResult: boolean
  isContents: boolean
  /** A contents list that a content control holds: where it ends is sure. */
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

/** What is at hand while a paragraph is being read. */
export interface Inline {
  readonly word: Word
  readonly story: Story
  readonly style: Style
  readonly written: Written
  /** Reads what stands in a box or a note, with fields of its own. */
  pieces(elements: readonly Element[]): Piece[]
}

export function newStory(): Story {
  return { fields: [], carried: undefined }
}

export function isInContents(story: Story): boolean {
  return story.fields.some(({ isContents }) => isContents)
}
