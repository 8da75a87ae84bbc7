// What a test reads from a person's screen in Teams.
import type { Fields } from '../json.ts'

/** Something on a screen, in the words and buttons that a person sees. */
export interface Seen {
  readonly kind: 'message' | 'dialog' | 'compose'
  /** The conversation’s id, without `;messageid=`; `room` and `id` are empty outside conversations. */
  readonly room: string
  readonly id: string
  readonly root: string | undefined
  /** Counts up with every change of what this person sees. */
  readonly changed: number
  /** A person’s or the bot’s id. */
  readonly from: string
  /** All that can be read, top to bottom, line by line, as it looks after Markdown. */
  readonly text: string
  readonly buttons: readonly SeenButton[]
  readonly inputs: readonly SeenInput[]
  /** Where a press on something in the text would lead: there should be none that a person’s words made. */
  readonly links: readonly string[]
  /** Whether this person’s client shows Teams’s own thumbs under it. */
  readonly thumbs: boolean
  /** What a notification says: `summary`. */
  readonly summary: string | undefined
  /** Whether only this person sees it so. */
  readonly own: boolean
  /** As it was sent or answered; undefined for a message of words alone. */
  readonly card: Fields | undefined
}

export interface SeenButton {
  readonly label: string
  /** `Action.Execute`, `Action.Submit`, `Action.ShowCard`, … as this person’s client understood it. */
  readonly type: string
  readonly tooltip: string | undefined
  readonly style: string | undefined
  readonly url: string | undefined
  /** The label of the Action.ShowCard that it hides behind. */
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
