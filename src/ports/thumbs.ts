// What a platform's own thumbs under a message mean: for platforms that say, of a thumb, only under which message it was.
import type { Platform } from '../chat/people.ts'

/** Kept as long as questions are. It names a message and a question, and nobody who saw them. */
export interface Thumbs {
  keep(key: ThumbsKey, thumbs: KeptThumbs, at: Date): Promise<void>
  /** Undefined where there are none, or no longer. */
  find(key: ThumbsKey): Promise<KeptThumbs | undefined>
}

export interface ThumbsKey {
  readonly platform: Platform
  /** The platform's own id of the message, without the conversation: that could be one person's. */
  readonly message: string
}

/** Packed actions, as two buttons would carry them. */
export interface KeptThumbs {
  readonly helped: string
  readonly not: string
}
