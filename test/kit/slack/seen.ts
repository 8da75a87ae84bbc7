// What a test reads from a person's screen.
import type { Fields } from '../json.ts'

/** Something on a screen, in the words and buttons that a person sees. */
export interface Seen {
  readonly kind: 'message' | 'ephemeral' | 'home' | 'modal'
  /** `channel`, `ts` and `thread` are empty for a home or a modal. */
  readonly channel: string
  readonly ts: string
  readonly thread: string | undefined
  /** `ts`, or when it was changed last. */
  readonly changed: string
  /** A user's id, or the app's bot user id. */
  readonly from: string
  /** All that can be read, top to bottom, line by line, without markup; entities and mentions resolved. */
  readonly text: string
  /** The `text` of the message alone: what a notification and many screen readers say. */
  readonly fallback: string
  readonly buttons: readonly SeenButton[]
  readonly inputs: readonly SeenInput[]
  /** As it was sent. */
  readonly blocks: readonly Fields[]
}

export interface SeenButton {
  readonly label: string
  readonly actionId: string
  readonly blockId: string
  readonly value: string | undefined
  readonly style: string | undefined
  readonly url: string | undefined
  /** `accessibility_label`. */
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
