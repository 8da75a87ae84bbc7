// The nouns of importing: lines of a school's document, the headings among them, and what was found.
import type { Edition } from '../policy/types.ts'

/** A line that is not blank. */
export interface Line {
  /** In the file, from 1. */
  readonly no: number
  /** Single spaces, none at the ends. */
  readonly text: string
  /** With its spaces and tabs as they were. */
  readonly raw: string
  /** Columns of white space before it. */
  readonly indent: number
  /** Whether a blank line or the end of a page stands before it. */
  readonly gap: boolean
  /** Whether it is the first on its page. */
  readonly page: boolean
  /** Goes on with the sentence of the line before, though a page ends between the two. */
  readonly joins?: true
}

/** A line as its author meant it: lines that merely wrap are one. */
export interface Block {
  readonly no: number
  readonly text: string
  /** Whether a blank line stands before it. */
  readonly gap: boolean
  /** Columns of white space before it. */
  readonly indent: number
  /** Never a heading nor a list, whatever it looks like. */
  readonly plain: boolean
  /** The level of a Markdown heading, whose signs `text` no longer has. */
  readonly level: number | undefined
}

export interface Heading {
  /** Its place among the blocks. */
  readonly at: number
  /** 1 for the outermost; a deeper one stands inside the last one before it that is less deep. */
  readonly depth: number
  readonly number: Numbering | undefined
  /** Undefined where it has none of its own. */
  readonly title: string | undefined
  /** Whether the block is the section's first text as well: a numbered paragraph is no title. */
  readonly isText: boolean
  /** It is the title of the heading above it, and no section of its own. */
  readonly forAbove?: true
}

/** What a heading is counted by. */
export type Numbering =
  | { readonly kind: 'appendix'; readonly word: string; readonly name: string }
  | { readonly kind: 'division'; readonly word: string; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'path'; readonly path: readonly string[] }
  | { readonly kind: 'letter'; readonly letter: string }

/** A block that stays text, though it may be meant as a heading. */
export interface Doubt {
  readonly at: number
  readonly what: string
}

export interface ImportProblem {
  readonly kind: ProblemKind
  /** The ref of the section it is in. */
  readonly section: string | undefined
  readonly line: number
  readonly what: string
}

/**
 * `gap`: announced and missing · `unsure`: might be meant in another way · `date`: not understood ·
 * `footer`, `contents`: kept beside the sections, because they only serve the paper.
 */
export type ProblemKind = 'gap' | 'unsure' | 'date' | 'footer' | 'contents'

/** Why a file is not imported, and what to do about it. */
export interface Refusal {
  readonly kind: 'refused'
  readonly why: 'empty' | 'binary' | 'too-large' | 'encoding' | 'not-a-policy' | 'repeated-ref' | 'no-edition-id'
  readonly line: number | undefined
  readonly what: string
  readonly fix: string
}

export interface Imported {
  readonly kind: 'imported'
  readonly edition: Edition
  readonly number: number | undefined
  /** The lines beside the sections: title page, contents, page footers. */
  readonly aside: readonly string[]
  /** In the order of the lines. */
  readonly problems: readonly ImportProblem[]
  /** The line of each section in the document, by ref. */
  readonly lineOf: ReadonlyMap<string, number>
}
