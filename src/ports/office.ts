// The port behind the office in the browser: what the web page asks of it, and the pages, as data, that it returns.
import type { Account } from '../chat/people.ts'
import type { Timeline } from '../kit/timeline.ts'

/** Who is using the page: a known person, or somebody at the machine on which the bot runs. */
export type Visitor = { readonly kind: 'account'; readonly account: Account } | { readonly kind: 'here' }

export interface OfficeRequest {
  /** The path below `/office`, such as `people/import`. */
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly Upload[]
}

export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Never throws because of what somebody sent: the result is then a page that says what is wrong. */
export interface Office {
  /** Whether any part of the office is open to them, so that a link to it is shown. */
  isOpenTo(visitor: Visitor): Promise<boolean>
  /** Nothing of the school's own exists yet, so somebody at this machine may begin. */
  isEmpty(): Promise<boolean>
  open(visitor: Visitor, request: OfficeRequest): Promise<OfficeAnswer>
  act(visitor: Visitor, request: OfficeRequest): Promise<OfficeAnswer>
  /** Whether a certificate is genuine; anybody may ask. */
  judge(certificate: Upload | string): Promise<OfficePage>
}

export type OfficeAnswer =
  | { readonly kind: 'page'; readonly page: OfficePage }
  /** `why` is a sentence for the person who asked. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'missing' }
  /** The page to show after something was done: a path such as `/office/people`. */
  | { readonly kind: 'go'; readonly to: string }
  | {
      readonly kind: 'file'
      readonly name: string
      readonly type: string
      /** In pieces, because it may be larger than memory. */
      readonly pieces: AsyncIterable<Uint8Array>
    }

export interface OfficePage {
  readonly title: string
  readonly parts: readonly Part[]
  /** Something is still being made: ask again after this many seconds. */
  readonly again?: number
}

export type Part =
  | { readonly kind: 'heading'; readonly text: string; readonly id?: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Lines that say what was done, what is wrong, or what to look at. */
  | { readonly kind: 'say'; readonly tone: 'done' | 'wrong' | 'look'; readonly lines: readonly string[] }
  | { readonly kind: 'links'; readonly links: readonly Way[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      /** The first cell of a row may be a link. */
      readonly rows: readonly { readonly to?: string; readonly cells: readonly string[] }[]
    }
  | TreePart
  /** A picture of days and what happens on them: its whole meaning must stand beside it in words. */
  | { readonly kind: 'timeline'; readonly timeline: Timeline }
  | { readonly kind: 'more'; readonly summary: string; readonly parts: readonly Part[] }
  | { readonly kind: 'form'; readonly form: OfficeForm }

/** A picture of questions, the ways from them, and where each way ends. */
export interface TreePart {
  readonly kind: 'tree'
  /** Its whole meaning must stand beside it in words: this only names it. */
  readonly label: string
  readonly boxes: readonly TreeBox[]
}

export interface TreeBox {
  readonly text: string
  readonly ways: readonly TreeArrow[]
}

export interface TreeArrow {
  readonly label: string
  /** Places in `boxes`, each after this box. */
  readonly to: readonly number[]
  readonly ends: readonly { readonly label: string; readonly tone: 'good' | 'care' | 'stop' | 'plain' }[]
}

export interface Way {
  /** A path such as `/office/people`. */
  readonly to: string
  readonly label: string
}

export interface OfficeForm {
  /** A path such as `/office/people/import`. */
  readonly to: string
  /** Only searches, and changes nothing. */
  readonly looks?: true
  readonly fields: readonly OfficeField[]
  readonly buttons: readonly OfficeButton[]
}

export interface OfficeButton {
  readonly label: string
  /** Sent as `do`. */
  readonly value: string
  readonly main?: true
  /** For a screen reader, where the label alone would not be unique. */
  readonly spoken?: string
}

interface Asked {
  readonly id: string
  readonly label: string
  readonly hint?: string
  /** What was wrong with what was sent: what to do about it, in one sentence. */
  readonly error?: string
}

export type OfficeField =
  | { readonly kind: 'kept'; readonly id: string; readonly value: string }
  | (Asked & { readonly kind: 'line' | 'lines'; readonly value?: string; readonly required?: true })
  | (Asked & { readonly kind: 'tick'; readonly ticked?: boolean })
  | (Asked & { readonly kind: 'choice'; readonly value?: string; readonly options: readonly OfficeOption[] })
  | (Asked & { readonly kind: 'file'; readonly accept: string; readonly many?: true })

export interface OfficeOption {
  readonly id: string
  readonly label: string
}
