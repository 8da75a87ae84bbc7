// Everything that can happen in a conversation on any platform: the input of `hear`.
import type { Account, Place } from './people.ts'

export type ChatEvent = Said | Pressed | Opened | Began | Joined | Searched | Wondered

interface Happened {
  /** The platform's own id for this delivery. A second delivery with the same id is not answered. */
  readonly id: string
  readonly account: Account
  readonly place: Place
  /** They came in by a link for this one purpose: nothing else is answered. */
  readonly limitedTo?: SigningOnly
  /** The platform shows this person, but they do not belong to the school: nothing about them is kept. */
  readonly outsider?: true
}

/** Reading, asking about and signing one edition, and seeing the receipt for that signature. */
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
  /** Missing where the text is everything. */
  readonly seen?: SeenBeside
}

/** What a person sees in a message besides the text that was typed. */
export interface SeenBeside {
  /** Text by other people, or from earlier: shared, forwarded, quoted, or in a card. */
  readonly quoted: readonly string[]
  /** Pictures, films and recordings, which the bot cannot see or hear. */
  readonly pictures: number
  /** The names of other files. */
  readonly files: readonly string[]
  /** Their names, such as `sos`, where the platform writes them as words; they are not part of the text. */
  readonly emoji: readonly string[]
}

/** Somebody pressed a button or sent a form. */
export interface Pressed extends Happened {
  readonly kind: 'pressed'
  /** The packed action as the card carried it; it may be out of date, from another bot, or forged. */
  readonly packed: string
  /** The contents of a form's fields, by field id. */
  readonly fields: Readonly<Record<string, string>>
}

/** Somebody opened a surface that the bot fills: a conversation for the first time, or the home page. */
export interface Opened extends Happened {
  readonly kind: 'opened'
  readonly surface: 'chat' | 'home'
}

/** Somebody started a check from a shortcut, perhaps with a message to look at. The draft is never kept. */
export interface Began extends Happened {
  readonly kind: 'began-check'
  readonly draft?: string
  /** What came along with the message that is checked and is not part of the draft. */
  readonly seen?: SeenBeside
}

/** Somebody can be reached for the first time: they joined the workspace, or the bot was installed for them. */
export interface Joined extends Happened {
  readonly kind: 'joined'
}

/**
 * Somebody types a few words to choose a section. Each answer is a card `to: 'surface'` whose summary is the preview.
 * Nothing is kept.
 */
export interface Searched extends Happened {
  readonly kind: 'searched'
  readonly query: string
}

/**
 * Somebody has an empty conversation before them, which can offer first questions. Each answer is a card `to: 'surface'`
 * whose title is the question, as a person would type it. Nothing is kept.
 */
export interface Wondered extends Happened {
  readonly kind: 'wondered'
}
