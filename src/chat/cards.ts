// Cards: what the bot shows, as data. Each platform renders every kind of block in one exhaustive switch.
import type { Timeline } from '../kit/timeline.ts'
import type { Action } from './actions.ts'

export interface Card {
  /** The first thing that is read; plain text. */
  readonly title: string
  /** The kind of card, in words and not by colour alone; a platform may add an icon or a border. */
  readonly tone: Tone
  /** The whole card in one or two plain sentences, for notifications and screen readers. */
  readonly summary: string
  readonly blocks: readonly Block[]
}

export type Tone = 'plain' | 'answered' | 'unsure' | 'not-covered' | 'urgent' | 'go-ahead' | 'caution' | 'stop' | 'done'

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: Rich }
  /** The policy's own words (or their restatement), and where they stand. */
  | { readonly kind: 'quote'; readonly text: Rich; readonly source: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Rich[] }
  /**
   * Things alike, a row each, whose first cell names it. Shown as a table where a platform has one and it fits, elsewhere
   * as `listOfRows` says it.
   */
  | {
      readonly kind: 'table'
      readonly head: readonly [string, ...string[]]
      readonly rows: readonly (readonly [string, ...string[]])[]
    }
  /** Small print: dates, certainty, what is not kept. */
  | { readonly kind: 'note'; readonly text: Rich }
  /**
   * One row of buttons. A platform wraps what does not fit, and may fold many into a menu.
   */
  | ({ readonly kind: 'buttons' } & ButtonRow)
  /** Asks whether an answer helped. A platform shows its own thumbs where it has them, otherwise two buttons. */
  | { readonly kind: 'rating'; readonly helped: Button; readonly not: Button }
  | { readonly kind: 'form'; readonly form: Form }
  /** Shares of a whole, one a row, each also in words. */
  | { readonly kind: 'bars'; readonly label: string; readonly bars: readonly Bar[] }
  /**
   * The same shares as a picture, where a platform can draw one; `parts` names the share and the rest: Signed,
   * Outstanding.
   */
  | {
      readonly kind: 'chart'
      /** What the picture shows, in one line. */
      readonly label: string
      readonly parts: readonly [string, string]
      readonly bars: readonly Bar[]
    }
  /**
   * A picture of days and what happens on them, where a platform can show one. Its whole meaning must stand beside it in
   * words. `url` is where the picture can be fetched for a time, by platforms that fetch their pictures.
   */
  | { readonly kind: 'timeline'; readonly timeline: Timeline; readonly url: string | undefined }
  /** A file to keep, where the platform takes files; elsewhere the sentence `otherwise` is shown instead. */
  | {
      readonly kind: 'file'
      readonly label: string
      /** The file's name when it is saved. */
      readonly name: string
      readonly content: Uint8Array
      readonly otherwise: string
    }
  /** Something that opens elsewhere. We make every `url`; nobody types it. */
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | { readonly kind: 'divider' }

/** Text in spans. A span holds plain text; platforms escape whatever it holds. */
export type Rich = readonly Span[]
export interface Span {
  readonly text: string
  /** `mark` is a word that matched the query; `strong` is emphasis. */
  readonly style?: 'strong' | 'mark'
}

export interface ButtonRow {
  readonly buttons: readonly Button[]
  /** A menu however few they are, because what they say stands above already. */
  readonly folded?: boolean
  /** What they are, for the name of a menu: people. */
  readonly among?: string
}

export interface Button {
  readonly label: string
  readonly action: Action
  /** The button that most people will want; at most one in a card. */
  readonly main?: boolean
  /** A button that few people will want: a platform may fold it away behind “More”. */
  readonly more?: boolean
  /** What a screen reader says instead of the label, where the label alone would be ambiguous. */
  readonly spoken?: string
}

/** Fields to fill in, and one button that sends them. */
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
  /** What was wrong with what was last sent: what to do about it, in one sentence. */
  readonly error?: string
}

export interface LineField extends Asked {
  readonly kind: 'line' | 'lines'
  /** In characters. */
  readonly max: number
  /** What the field holds at first. */
  readonly value?: string
  /** True where it asks for the person's own name, which their browser may fill in; nobody else's name is suggested. */
  readonly own?: 'name'
}

/** A statement, which is the label, with one box to tick. It sends `yes` or nothing. */
export interface CheckField extends Asked {
  readonly kind: 'check'
  /** The text beside the box, such as "I confirm this". */
  readonly tick: string
  readonly ticked?: boolean
}

/** A choice of one. It sends the option's id. */
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

/** The longest button label that a phone shows in full; a longer one is shown as a row that can be pressed. */
export const mostLabel = 40

/** The longest text that a field may send, in characters. */
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

/** Buttons of one kind, whose menu, where they are many, says what there is to choose from. */
export function buttonsAmong(among: string, choices: readonly Button[]): Block {
  return { kind: 'buttons', buttons: choices, among }
}

/** What to choose from stands above the menu already. */
export function menu(among: string, choices: readonly Button[]): Block {
  return { kind: 'buttons', buttons: choices, folded: true, among }
}

/** The name of a menu, which somebody may meet without the heading above it. */
export function nameOfMenu(choices: number, among = ''): string {
  return `Choose one of ${choices} ${among}`.trim()
}

export function linkBlock(label: string, url: string): Block {
  return { kind: 'link', label, url }
}

/** The same as a list: each name, and behind it what the other cells say. */
export function listOfRows({ rows }: Extract<Block, { kind: 'table' }>): Extract<Block, { kind: 'list' }> {
  const items = rows.map(([name, ...cells]) => [strong(name), { text: `: ${cells.join(', ')}` }])
  return { kind: 'list', ordered: false, items }
}

/** A rich text without its styles. */
export function unstyled(rich: Rich): string {
  return rich.map((span) => span.text).join('')
}
