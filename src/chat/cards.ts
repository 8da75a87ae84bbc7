// Cards: what the bot shows, as data. Each platform renders every block by one exhaustive switch.
import type { Action } from './actions.ts'

export interface Card {
  /** The first thing read; plain text. */
  readonly title: string
  /** What kind of card this is, in words and not by colour alone: platforms may add an icon or a border. */
  readonly tone: Tone
  /** The whole card in one or two plain sentences, for notifications and screen readers. */
  readonly summary: string
  readonly blocks: readonly Block[]
}

export type Tone = 'plain' | 'answered' | 'unsure' | 'not-covered' | 'urgent' | 'go-ahead' | 'caution' | 'stop' | 'done'

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: Rich }
  /** The policy's own words (or its restatement), with where they stand. */
  | { readonly kind: 'quote'; readonly text: Rich; readonly source: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Rich[] }
  /** A quiet line: dates, certainty, what is not kept. */
  | { readonly kind: 'note'; readonly text: Rich }
  /** One row of buttons; a platform wraps what does not fit, and may fold many into a list to choose from. */
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  /** Whether an answer helped: a platform shows its own thumbs where it has any, else two buttons. */
  | { readonly kind: 'rating'; readonly helped: Button; readonly not: Button }
  | { readonly kind: 'form'; readonly form: Form }
  /** Shares of a whole, one a row, each said in words as well. */
  | { readonly kind: 'bars'; readonly label: string; readonly bars: readonly Bar[] }
  /** The same shares as a picture, where a platform can draw one; `parts` names the share and the rest: Signed, Outstanding. */
  | {
      readonly kind: 'chart'
      /** What it shows, in one line. */
      readonly label: string
      readonly parts: readonly [string, string]
      readonly bars: readonly Bar[]
    }
  /** Something to keep, handed over where a platform takes files; elsewhere the sentence `otherwise` stands in its place. */
  | {
      readonly kind: 'file'
      readonly label: string
      /** What it is called when it is saved. */
      readonly name: string
      readonly type: 'application/pdf'
      readonly content: Uint8Array
      readonly otherwise: string
    }
  /** Something to open elsewhere. `url` is made by us, never typed by anybody. */
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | { readonly kind: 'divider' }

/** Text in spans. A span's text is plain: platforms escape it, whatever it holds. */
export type Rich = readonly Span[]
export interface Span {
  readonly text: string
  /** `mark` is a word that matched, `strong` is emphasis. */
  readonly style?: 'strong' | 'mark'
}

export interface Button {
  readonly label: string
  readonly action: Action
  /** The one that most people will want; at most one in a card. */
  readonly main?: boolean
  /** One that few will want: it stands behind “More”, where a platform can fold it away. */
  readonly more?: boolean
  /** What a screen reader says instead of the label, where the label alone would be ambiguous. */
  readonly spoken?: string
}

/** What a person fills in and sends with one button. */
export interface Form {
  readonly fields: readonly Field[]
  readonly submit: Button
}

export type Field = LineField | CheckField | ChoiceField

interface Asked {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly required: boolean
  /** What was wrong with what was sent last: what to do, in one sentence. */
  readonly error?: string
}

export interface LineField extends Asked {
  readonly kind: 'line' | 'lines'
  /** In characters. */
  readonly max: number
  /** What stands in it at first. */
  readonly value?: string
  /** It asks for the person's own name, which their browser may know; anybody else's is not guessed at. */
  readonly own?: 'name'
}

/** A statement, which is its label, with one box to tick. Sent as `yes` or as nothing. */
export interface CheckField extends Asked {
  readonly kind: 'check'
  /** Beside the box, such as "I confirm this". */
  readonly tick: string
  readonly ticked?: boolean
}

/** One of a few. Sent as the option's id. */
export interface ChoiceField extends Asked {
  readonly kind: 'choice'
  readonly options: readonly Option[]
  readonly value?: string
}

export interface Option {
  readonly id: string
  readonly label: string
}

export interface Bar {
  readonly label: string
  readonly count: number
  readonly total: number
  /** The same in words: "12 of 20 have signed". */
  readonly spoken: string
}

/** What a button's label can hold on a phone; a longer one is shown as a row that can be pressed. */
export const mostLabel = 40

/** How much may be sent in a field, in characters. */
export function roomIn(field: Field): number {
  return field.kind === 'line' || field.kind === 'lines' ? field.max : 80
}

export function plain(text: string): Rich {
  return [{ text }]
}

export function strong(text: string): Span {
  return { text, style: 'strong' }
}

export function text(...spans: readonly (string | Span)[]): Block {
  return { kind: 'text', text: spans.map((span) => (typeof span === 'string' ? { text: span } : span)) }
}

export function note(line: string): Block {
  return { kind: 'note', text: plain(line) }
}

export function buttons(...row: readonly Button[]): Block {
  return { kind: 'buttons', buttons: row }
}

export function linkBlock(label: string, url: string): Block {
  return { kind: 'link', label, url }
}

/** A rich text without its styles. */
export function unstyled(rich: Rich): string {
  return rich.map((span) => span.text).join('')
}
