// What a test reads from a person's screen in Teams.
import type { Fields } from '../json.ts'

/** Something on a screen, in the words and buttons that a person sees. */
export interface Seen {
  readonly kind: 'message' | 'dialog' | 'compose'
  /** The conversation's id, without `;messageid=`; `room` and `id` are empty outside conversations. */
  readonly room: string
  readonly id: string
  readonly root: string | undefined
  /** Increases with every change that anybody sees. */
  readonly changed: number
  /** The id of a person or of the bot. */
  readonly from: string
  /** All readable text from top to bottom, line by line, with Markdown rendered. */
  readonly text: string
  readonly buttons: readonly SeenButton[]
  readonly inputs: readonly SeenInput[]
  /** Addresses of links in the text; words typed by a person must not produce any. */
  readonly links: readonly string[]
  /** Whether this person's client shows Teams' own thumbs under it. */
  readonly thumbs: boolean
  /** The notification's text, from `summary`. */
  readonly summary: string | undefined
  /** Whether only this person sees it in this form. */
  readonly own: boolean
  /** The card as it was sent or answered; undefined for a message of text alone. */
  readonly card: Fields | undefined
}

export interface SeenButton {
  readonly label: string
  /** `Action.Execute`, `Action.Submit`, `Action.ShowCard`, …, as this person's client understood it. */
  readonly type: string
  readonly tooltip: string | undefined
  readonly style: string | undefined
  readonly url: string | undefined
  /** The label of the Action.ShowCard that the button is in. */
  readonly behind: string | undefined
}

export interface SeenInput {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly required: boolean
  readonly errorMessage: string | undefined
  readonly max: number | undefined
  readonly value: string
  readonly choices: readonly string[]
}
