// What can happen in a conversation, whatever the platform: the input of `hear`.
import type { Account, Place } from './people.ts'

export type ChatEvent = Said | Pressed | Opened | Began | Joined | Searched

interface Happened {
  /** The platform's own id of this delivery: a second one with the same id is not answered again. */
  readonly id: string
  readonly account: Account
  readonly place: Place
  /** They came by a link that is for this alone: nothing else is answered. */
  readonly limitedTo?: SigningOnly
  /** Their platform shows them, and they do not belong to the school: nothing of them is kept. */
  readonly outsider?: true
}

/** Reading, asking about and signing one edition, and seeing that signature's receipt. */
export interface SigningOnly {
  readonly kind: 'signing'
  readonly policy: string
  readonly edition: string
}

/** Somebody wrote to the bot. `quietly` is a command whose answer only they should see. */
export interface Said extends Happened {
  readonly kind: 'said'
  readonly text: string
  readonly quietly?: boolean
  /** Absent where the text is all. */
  readonly seen?: SeenBeside
}

/** What a person sees in a message beside what was typed into it. */
export interface SeenBeside {
  /** What others wrote, or what was written before: shared, forwarded, quoted, or in a card. */
  readonly quoted: readonly string[]
  /** Pictures, films and recordings, which nobody here can see or hear. */
  readonly pictures: number
  /** The names of other files. */
  readonly files: readonly string[]
  /** By name, such as `sos`, where the platform writes them as words; they are not in the text. */
  readonly emoji: readonly string[]
}

/** Somebody pressed a button or sent a form. */
export interface Pressed extends Happened {
  readonly kind: 'pressed'
  /** The packed action as the card carried it; it may be stale, foreign or forged. */
  readonly packed: string
  /** What a form's fields held, by field id. */
  readonly fields: Readonly<Record<string, string>>
}

/** Somebody opened a surface that the bot fills: the first sight of a conversation, or the home page. */
export interface Opened extends Happened {
  readonly kind: 'opened'
  readonly surface: 'chat' | 'home'
}

/** Somebody started a check from a shortcut, perhaps with a message to look at. The draft is never kept. */
export interface Began extends Happened {
  readonly kind: 'began-check'
  readonly draft?: string
  /** What came along with the message that is looked at, and is not in the draft. */
  readonly seen?: SeenBeside
}

/** Somebody can be reached for the first time: they came to the school's workspace, or the bot was put there for them. */
export interface Joined extends Happened {
  readonly kind: 'joined'
}

/** Somebody types a few words to choose a section by: each answer is a card `to: 'surface'`, its summary the preview. Nothing is kept. */
export interface Searched extends Happened {
  readonly kind: 'searched'
  readonly query: string
}
