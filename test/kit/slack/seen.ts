// What a test reads from a person's screen.
import type { Fields } from '../json.ts'

/** Something on a screen, in the words and buttons that a person sees. */
export interface Seen {
  readonly kind: 'message' | 'ephemeral' | 'home' | 'modal'
  /** `channel`, `ts` and `thread` are empty for a home or a modal. */
  readonly channel: string
  readonly ts: string
  readonly thread: string | undefined
  /** The timestamp of the last change, or `ts` without one. */
  readonly changed: string
  /** A user's id, or the app's bot user id. */
  readonly from: string
  /** All readable text from top to bottom, line by line, without markup; entities and mentions are resolved. */
  readonly text: string
  /** The `text` of the message alone, which notifications and many screen readers read out. */
  readonly fallback: string
  readonly buttons: readonly SeenButton[]
  readonly inputs: readonly SeenInput[]
  /** The blocks as they were sent. */
  readonly blocks: readonly Fields[]
}

export interface SeenButton {
  readonly label: string
  readonly actionId: string
  readonly blockId: string
  readonly value: string | undefined
  readonly style: string | undefined
  readonly url: string | undefined
  /** The element's `accessibility_label`. */
  readonly spoken: string | undefined
}

export interface SeenInput {
  readonly label: string
  readonly actionId: string
  readonly blockId: string
  readonly type: string
  readonly optional: boolean
  readonly hint: string | undefined
  readonly initial: string | undefined
  readonly options: readonly string[]
}
