// A school's file as a reader in adapters/documents returns it: what stands on the page, block by block, before anybody
// decides what it means. The importer decides on this alone and never sees the file's bytes.

export type DocumentFormat = 'docx' | 'odt' | 'rtf' | 'pdf' | 'html' | 'md' | 'txt'

export interface Document {
  readonly format: DocumentFormat
  /**
   * What the file says about itself outside its text. It is only evidence: templates leave other people's titles there.
   */
  readonly about: DocumentAbout
  /** Everything that a person would read as text, in reading order. */
  readonly blocks: readonly DocumentBlock[]
  /**
   * Running headers and footers, page numbers, generated contents lists, navigation: read, but kept apart from the
   * text.
   */
  readonly furniture: readonly Furniture[]
  /** Counts of what a person might miss; empty where nothing was lost. */
  readonly lost: readonly LostContent[]
}

export interface DocumentAbout {
  readonly title?: string
  readonly author?: string
  /** A calendar day such as `2025-09-01`. */
  readonly created?: string
  readonly modified?: string
  /** Front matter of Markdown as it stands: keys in lower case, values as text. */
  readonly frontMatter?: Readonly<Record<string, string>>
}

export type DocumentBlock = HeadingBlock | ParagraphBlock | ItemBlock | RowBlock | NoteBlock

interface Placed {
  /** The plain text with single spaces and none at the ends. A line break that the author typed is `\n`. */
  readonly text: string
  readonly at: DocumentPlace
  /**
   * The number printed in front, such as `2.1`, `(a)`, `Appendix A` or `iv.`, where the file keeps it apart from the
   * text (automatic numbering, list labels). In that case it is never part of `text`.
   */
  readonly number?: string
  /** How the text looks, where the format tells: evidence for what only looks like a heading. */
  readonly looks?: Looks
}

export interface HeadingBlock extends Placed {
  readonly kind: 'heading'
  /** 1 for the outermost level. */
  readonly level: number
  /** `declared` by a style, an outline level, a tag or an element; `looks` where only fonts and position suggest it. */
  readonly sure: 'declared' | 'looks'
  /** The file calls it "Title" or "Subtitle": it names the document, and is not a section. */
  readonly isTitle?: true
}

export interface ParagraphBlock extends Placed {
  readonly kind: 'paragraph'
  /** It stands in a frame or box beside the text. */
  readonly isBoxed?: true
}

export interface ItemBlock extends Placed {
  readonly kind: 'item'
  /** 0 for the outermost list. */
  readonly level: number
  /** Counted by numbers or letters. `number` holds the label as printed; for bullets, the bullet itself. */
  readonly ordered: boolean
}

export interface RowBlock extends Placed {
  readonly kind: 'row'
  /** The table that it belongs to, counted from 0. */
  readonly table: number
  /** Each cell's plain text; an empty cell is ''. `text` holds the same, joined by ` | `. */
  readonly cells: readonly string[]
  readonly isHeader: boolean
}

/** A footnote or endnote, after the block that refers to it. */
export interface NoteBlock extends Placed {
  readonly kind: 'note'
}

/** Where something stands. What a format cannot tell is missing. */
export interface DocumentPlace {
  /** In a PDF, counted from 1. */
  readonly page?: number
  /** In a text file, counted from 1. */
  readonly line?: number
  /** In any format, the block's position among all blocks, counted from 1. */
  readonly block: number
}

export interface Looks {
  /** All of the text. */
  readonly bold?: boolean
  /** Relative to the most common size in the document, which is 1. */
  readonly size?: number
  readonly capitals?: boolean
  readonly centred?: boolean
  readonly underlined?: boolean
  /** Whether extra space, a blank line or a page break stands before it. */
  readonly gap?: boolean
  /** Columns of white space before it, in text files. */
  readonly indent?: number
}

export interface Furniture {
  readonly kind: 'head' | 'foot' | 'page-number' | 'contents' | 'navigation' | 'mark'
  readonly text: string
  readonly page?: number
}

export interface LostContent {
  readonly kind: 'hidden' | 'deleted' | 'inserted' | 'picture' | 'comment' | 'object' | 'unread'
  readonly count: number
}

/** Why a file is not read, and what to do about it. */
export interface UnreadDocument {
  readonly kind: 'refused'
  readonly why:
    'empty' | 'binary' | 'too-large' | 'encoding' | 'old-format' | 'scan' | 'password' | 'damaged' | 'unknown'
  /** A sentence for an office manager. It begins in lower case, because it follows the file's name. */
  readonly what: string
  readonly fix: string
}

export type ReadDocument = { readonly kind: 'document'; readonly document: Document } | UnreadDocument

/** One sheet of a workbook or a CSV file: cells as text, as a person would read them. */
export interface Table {
  readonly name: string | undefined
  readonly rows: readonly (readonly string[])[]
  /** How many hidden rows and columns were left out, because people forget what a filter hides. */
  readonly hidden?: number
}

export type ReadTables = { readonly kind: 'tables'; readonly tables: readonly Table[] } | UnreadDocument
