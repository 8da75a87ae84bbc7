// Where something came from: what the event says about it, and what its answer needs to find the way back.
import { defined } from '../../src/kit/defined.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import type { Account, Place } from '../../src/chat/people.ts'

/** What is known about the bot itself and the people around it. */
export interface Self {
  /** The bot's user id. */
  readonly user: string
  readonly nameOf: (user: string) => string | undefined
}

/** The bot's own workspace. */
export interface Home {
  readonly team: string
  readonly enterprise: string | undefined
}

/** Where it happened, as far as the answer needs to know. */
export type From =
  | {
      readonly kind: 'message'
      readonly channel: string
      readonly thread: string | undefined
      /** The message itself; undefined where nobody has written one. */
      readonly ts: string | undefined
      readonly user: string
      readonly shared: boolean
    }
  | { readonly kind: 'command'; readonly channel: string; readonly user: string; readonly url: string }
  /** A button on a message. `url` answers privately; `shared` says that others can read the message. */
  | {
      readonly kind: 'card'
      readonly channel: string
      readonly ts: string
      readonly thread: string | undefined
      readonly user: string
      readonly shared: boolean
    }
  /** A button on a message that only this person sees. `aloud` where its purpose is to say something to everybody. */
  | {
      readonly kind: 'whisper'
      readonly channel: string
      readonly thread: string | undefined
      readonly user: string
      readonly url: string
      readonly aloud: boolean
    }
  | {
      readonly kind: 'modal'
      readonly user: string
      readonly view: string
      readonly hash: string | undefined
      readonly trigger: string | undefined
      readonly submitted: boolean
    }
  | { readonly kind: 'home'; readonly user: string; readonly trigger: string | undefined }
  | { readonly kind: 'shortcut'; readonly user: string; readonly trigger: string }

export interface Heard {
  readonly event: ChatEvent
  readonly from: From
}

export function accountOf(user: string): Account {
  return { platform: 'slack', id: user }
}

export function placeOf(id: string, thread?: string): Place {
  const kind = isDirect(id) || /^[UW]/.test(id) ? 'private' : 'shared'
  return { platform: 'slack', id, kind, ...defined({ thread }) }
}

export function isDirect(channel: string): boolean {
  return channel.startsWith('D')
}
