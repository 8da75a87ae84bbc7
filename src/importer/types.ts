// The nouns of importing: lines of a school's document, the headings among them, and what was found.
import type { Day } from '../kit/days.ts'
import type { Edition, Unseen } from '../policy/types.ts'
import type { UnreadDocument } from '../ports/document.ts'

export interface ImportOptions {
  /** The id of the policy that it is an edition of. */
  readonly policy: string
  /** What the policy is already called, for a document that does not say. */
  readonly title: string | undefined
  /** Replaces the id that the dates give. */
  readonly edition: string | undefined
  /** How many months after a review the policy is due again, by its record or the school's settings. */
  readonly reviewEvery?: number | undefined
  /** An edition that names no day is in force from this one. */
  readonly today: Day
}

/** A block of a document on its way to a section. In a text file it is a line first, and then what its author meant. */
export interface SourceBlock {
  /** The line in a text file, otherwise its position among the document's blocks; counted from 1. */
  readonly no: number
  /** In a PDF, counted from 1. */
  readonly page?: number
  /** With its number or bullet in front, single spaces, none at the ends. */
  readonly text: string
  /** Whether a blank line or the end of a page comes before it. */
  readonly gap: boolean
  /** Columns of white space before it. */
  readonly indent: number
  /** Never a heading or a list, whatever it looks like. */
  readonly plain: boolean
  /** The level of a heading that the file declares. */
  readonly level: number | undefined
  /** The level of something that only looks like a heading on the page. */
  readonly looks?: number
  /** The size of its letters, where the file gives it: 1 is the size of most of the text. */
  readonly size?: number
  /** The file calls it the document's title. */
  readonly isTitle?: true
  /** The number or bullet that the file keeps apart from the text, as printed. */
  readonly printed?: string
  /** An item of a list without a count. */
  readonly isBullet?: true
  /** The cells of a row. */
  readonly table?: number
  readonly cells?: readonly string[]
}

/** A line of a text file. */
export interface TextLine extends SourceBlock {
  /** Whether it is the first on its page. */
  readonly isFirst: boolean
  /** Continues the sentence of the line before, although a page ends between the two. */
  readonly joins?: true
}

export interface Heading {
  /** Its position among the blocks. */
  readonly at: number
  /** 1 for the outermost; a deeper heading is inside the last one before it that is less deep. */
  readonly depth: number
  readonly number: Numbering | undefined
  /** Undefined where it has no title of its own. */
  readonly title: string | undefined
  /** Whether the block is also the section's first text: a numbered paragraph is not a title. */
  readonly isText: boolean
  /** It is the title of the heading above it, and not a section of its own. */
  readonly forAbove?: true
}

/** How a heading is counted. */
export type Numbering =
  | { readonly kind: 'appendix'; readonly word: string; readonly name: string }
  | { readonly kind: 'division'; readonly word: string; readonly name: string }
  /** `roman` where the school counts I, II, III. */
  | { readonly kind: 'number'; readonly value: number; readonly roman?: string }
  | { readonly kind: 'path'; readonly path: readonly string[] }
  | { readonly kind: 'letter'; readonly letter: string }

/** A block that stays text, though it may be meant as a heading; or a heading that may be meant as text. */
export interface Doubt {
  readonly at: number
  readonly what: string
  /** It is reported although the block is a heading. */
  readonly isKept?: true
}

export interface ImportProblem {
  readonly kind: ProblemKind
  /** The ref of the section that contains it. */
  readonly section: string | undefined
  /** Its place, as `Block.no`. */
  readonly line: number
  readonly page?: number
  readonly what: string
  /** The value that would be recorded if somebody accepts it. */
  readonly proposal?: FactProposal
}

/** A fact that the text makes likely but does not state. */
export interface FactProposal {
  readonly field: 'nextReview' | 'declaration' | 'inForceFrom'
  readonly value: string
}

/**
 * `gap`: announced and missing · `unsure`: might be meant in another way · `date`: not understood, or read from a
 * sentence · `footer`, `contents`: kept beside the sections, because they only serve the paper.
 */
export type ProblemKind = 'gap' | 'unsure' | 'date' | 'footer' | 'contents'

/** Why a document is not imported, and what to do about it. */
export interface Refusal {
  readonly kind: 'refused'
  readonly why: UnreadDocument['why'] | 'not-a-policy' | 'too-many-sections'
  readonly what: string
  readonly fix: string
}

/** A date or another fact, with the words that it was read from. */
export interface FactSource {
  readonly field: string
  readonly words: string
  readonly line: number
  readonly page?: number
}

export interface Imported {
  readonly kind: 'imported'
  readonly edition: Edition
  readonly number: number | undefined
  /** The lines beside the sections: title page, contents, page footers. */
  readonly aside: readonly string[]
  /** What only serves the paper: running headers and footers, page numbers, contents lists. */
  readonly furniture: readonly string[]
  /** How many months after a review the next one is due, where the document says so anywhere. */
  readonly rhythm: number | undefined
  /** What the file holds beside its text. */
  readonly unseen: readonly Unseen[]
  /** In the order of the text. */
  readonly problems: readonly ImportProblem[]
  /** Where each fact was read. */
  readonly facts: readonly FactSource[]
  /** What staff could be asked to sign, the likeliest first. */
  readonly declarations: readonly DeclarationCandidate[]
  /** The place of each section in the document, by ref, as `Block.no`. */
  readonly lineOf: ReadonlyMap<string, number>
  /** Whether `line` counts the lines of a text file. */
  readonly hasLines: boolean
}

/** A section that somebody could sign. */
export interface DeclarationCandidate {
  readonly ref: string
  readonly title: string
  /** Whose words they are. */
  readonly speaker: 'staff' | 'pupils' | 'parents' | 'visitors' | 'unknown'
  /** Its first words. */
  readonly words: string
}
