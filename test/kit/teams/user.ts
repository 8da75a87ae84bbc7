// What a person can do in Teams.
import type { Seen } from './seen.ts'
import type { Delivery, Message, Place } from './types.ts'

/**
 * Verbs resolve when the bot has answered the delivery, or failed to; for its other messages, use `teams.settled()`.
 */
export interface User {
  /** `29:…`, as in activities. */
  readonly id: string
  /** The Entra object id. */
  readonly aadId: string
  readonly name: string
  readonly email: string

  /** Adds the bot for themselves: the personal chat begins, and the bot is told. */
  installs(): Promise<void>
  uninstalls(): Promise<void>
  /** Stops everything that the bot sends to them. The bot is not told. */
  blocks(as?: 'MessageWritesBlocked' | 'ConversationBlockedByUser'): void
  unblocks(): void
  /** Removes their account from every roster; the bot is told where they share a team or chat. */
  leaves(): Promise<void>
  /** Somebody adds them to the place; the bot is told if it is a member. */
  joins(place: Place, by: User): Promise<void>

  /** In the personal chat by default. In a group chat or channel, the bot receives only what mentions it. */
  says(text: string, where?: Where): Promise<Message>
  /** Says `@Policy Guide text`. */
  mentions(text: string, where: Where): Promise<Message>
  edits(message: Message, text: string): Promise<void>
  deletes(message: Message): Promise<void>

  /** Presses the button with that label or tooltip, on what changed last or on `on`. */
  presses(label: string, on?: Seen): Promise<Delivery | undefined>
  /** Fills in fields by label or id, and presses. A choice is given by its title, several joined with “ + ”. */
  fills(fields: Readonly<Record<string, string>>, label: string, on?: Seen): Promise<Delivery | undefined>
  closesDialog(): void
  /**
   * Presses one of Teams' own thumbs, on the last message with thumbs or on `on`, with words for the form that Teams
   * then shows.
   */
  thumbs(reaction: 'like' | 'dislike', words?: string, on?: Seen): Promise<Delivery>

  /** Searches in the message extension, and returns its entries. Without words, those that it shows at first. */
  searches(words: string, how?: { readonly in?: Place; readonly command?: string }): Promise<readonly Offer[]>
  /** Takes an entry, or what a dialog left in the compose box, and sends it as their own message. */
  inserts(offer?: Offer, where?: Where): Promise<Message>
  /** Runs a command of the message extension that opens a dialog. */
  acts(command: string, how: ActHow): Promise<Delivery>

  /**
   * `old` has no Action.Execute, and Adaptive Cards up to 1.3; `no-dialogs` shows no dialogs; `phone` shows no thumbs.
   */
  uses(client: Client): void
  /** Closes Teams and opens it again: answers to presses are no longer shown, and views are asked for again. */
  reloads(): Promise<void>

  /** Everything on the screen, oldest first, an open dialog last. Throws if a card cannot be shown. */
  sees(): readonly Seen[]
  /** What changed last. */
  newest(): Seen | undefined
  dialog(): Seen | undefined
  /** The compose box, with what is about to be sent. */
  compose(): Seen | undefined
  /** Notices that Teams showed them: that the app could not be reached, or the text of an answer. */
  notices(): readonly string[]
}

export type Client = 'current' | 'old' | 'no-dialogs' | 'phone'

export interface Where {
  readonly in?: Place
  /** A reply in that thread of a channel. */
  readonly under?: Message
}

export type ActHow =
  | { readonly from: 'compose' | 'commandbox'; readonly in?: Place }
  | { readonly from: 'message'; readonly message: Message }

/** One entry of a search. */
export interface Offer {
  readonly title: string
  readonly text: string
  /** The card that would be sent. */
  readonly attachment: Readonly<Record<string, unknown>>
}
