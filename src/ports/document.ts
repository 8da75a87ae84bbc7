// A school's file as a reader in adapters/documents gives it: what stands on the page, block by block, before anybody
// decides what it means. The importer decides on this alone and never sees a file's bytes.

export type DocumentFormat = 'docx' | 'odt' | 'rtf' | 'pdf' | 'html' | 'md' | 'txt'

export interface Document {
  readonly format: DocumentFormat
  /** What the file says of itself outside its text. Evidence only: templates leave other people's titles there. */
  readonly about: DocumentAbout
  /** Everything that a reader of the page would read as text, in reading order. */
  readonly blocks: readonly DocumentBlock[]
  /** Running heads and feet, page numbers, contents lists made by fields, navigation: read, and kept apart from the text. */
  readonly furniture: readonly Furniture[]
  /** What a person might miss, counted; nothing where nothing was lost. */
  readonly lost: readonly LostContent[]
}

export interface DocumentAbout {
  readonly title?: string
  readonly author?: string
  /** A calendar day, such as `2025-09-01`. */
  readonly created?: string
  readonly modified?: string
  /** Front matter of Markdown, as it stands: keys in lower case, values as text. */
  readonly frontMatter?: Readonly<Record<string, string>>
}

export type DocumentBlock = HeadingBlock | ParagraphBlock | ItemBlock | RowBlock | NoteBlock

interface Placed {
  /** The plain text, single spaces, none at the ends. A line break that the author typed is `\n`. */
  readonly text: string
  readonly at: DocumentPlace
  /**
   * The number as printed before it, such as `2.1`, `(a)`, `Appendix A` or `iv.`, where the file keeps it apart from
   * the text (automatic numbering, list labels). Never part of `text` then.
   */
  readonly number?: string
  /** How it looks, where the format tells: evidence for what only looks like a heading. */
  readonly looks?: Looks
}

export interface HeadingBlock extends Placed {
  readonly kind: 'heading'
  /** 1 for the outermost. */
  readonly level: number
  /** `declared` by a style, an outline level, a tag or an element; `looks` where only fonts and place say so. */
  readonly sure: 'declared' | 'looks'
  /** Called "Title" or "Subtitle" by the file: the document's own name, and no section. */
  readonly isTitle?: true
}

export interface ParagraphBlock extends Placed {
  readonly kind: 'paragraph'
  /** Stands in a frame or box beside the text. */
  readonly isBoxed?: true
}

export interface ItemBlock extends Placed {
  readonly kind: 'item'
  /** 0 for the outermost list. */
  readonly level: number
  /** Counted by numbers or letters; `number` holds the label as printed, for bullets the bullet itself. */
  readonly ordered: boolean
}

export interface RowBlock extends Placed {
  readonly kind: 'row'
  /** Which table it belongs to, counted from 0. */
  readonly table: number
  /** Each cell's plain text; an empty cell is ''. `text` is the same with ` | ` between. */
  readonly cells: readonly string[]
  readonly isHeader: boolean
}

/** A footnote or endnote, after the block that refers to it. */
export interface NoteBlock extends Placed {
  readonly kind: 'note'
}

/** Where something stands. What a format cannot tell is left out. */
export interface DocumentPlace {
  /** Of a PDF, from 1. */
  readonly page?: number
  /** Of a text file, from 1. */
  readonly line?: number
  /** Counted from 1 in any format: the block's own place among all blocks. */
  readonly block: number
}

export interface Looks {
  /** All of it. */
  readonly bold?: boolean
  /** Against the size of most of the document's text, which is 1. */
  readonly size?: number
  readonly capitals?: boolean
  readonly centred?: boolean
  readonly underlined?: boolean
  /** Whether more room than usual, a blank line or a page's end stands before it. */
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
  /** A sentence for an office manager, beginning in lower case, to stand behind the file's name. */
  readonly what: string
  readonly fix: string
}

export type ReadDocument = { readonly kind: 'document'; readonly document: Document } | UnreadDocument

/** One sheet of a workbook or a CSV file: cells as text, as a person would read them. */
export interface Table {
  readonly name: string | undefined
  readonly rows: readonly (readonly string[])[]
  /** How many hidden rows and columns were left out; people forget what a filter hides. */
  readonly hidden?: number
}

export type ReadTables = { readonly kind: 'tables'; readonly tables: readonly Table[] } | UnreadDocument
