// What a person can do at their Teams.
import type { Seen } from './seen.ts'
import type { Delivery, Message, Place } from './types.ts'

/** Verbs resolve when the bot has answered the delivery, or failed to; what it sends beside that: `teams.settled()`. */
export interface User {
  /** `29:…`, as activities carry it. */
  readonly id: string
  /** The Entra object id. */
  readonly aadId: string
  readonly name: string
  readonly email: string

  /** Adds the bot for themselves: the personal chat begins, and the bot is told. */
  installs(): Promise<void>
  uninstalls(): Promise<void>
  /** Nothing reaches them from the bot any more. The bot is not told. */
  blocks(as?: 'MessageWritesBlocked' | 'ConversationBlockedByUser'): void
  unblocks(): void
  /** Their account is gone, from every roster too; the bot is told where it shares a team or chat. */
  leaves(): Promise<void>
  /** Somebody adds them to it, and the bot is told where it is a member. */
  joins(place: Place, by: User): Promise<void>

  /** In the personal chat when no place is given. In a group chat or channel the bot hears only what mentions it. */
  says(text: string, where?: Where): Promise<Message>
  /** `@Policy Guide text`. */
  mentions(text: string, where: Where): Promise<Message>
  edits(message: Message, text: string): Promise<void>
  deletes(message: Message): Promise<void>

  /** Presses the button with that label (or tooltip) on what changed last, or on that one. */
  presses(label: string, on?: Seen): Promise<Delivery | undefined>
  /** Types into fields, by label or id, and presses. A choice by its title; several joined with “ + ”. */
  fills(fields: Readonly<Record<string, string>>, label: string, on?: Seen): Promise<Delivery | undefined>
  closesDialog(): void
  /** One of Teams’s own thumbs, under what came last with them or that one, with words in the form that Teams then shows. */
  thumbs(reaction: 'like' | 'dislike', words?: string, on?: Seen): Promise<Delivery>

  /** Types into the message extension’s search: what it offers. No words is what it shows at first. */
  searches(words: string, how?: { readonly in?: Place; readonly command?: string }): Promise<readonly Offer[]>
  /** Takes an offer, or what a dialog left in the compose box, and sends it as their own message. */
  inserts(offer?: Offer, where?: Where): Promise<Message>
  /** A command of the message extension that opens a dialog. */
  acts(command: string, how: ActHow): Promise<Delivery>

  /** `old` does not know Action.Execute, nor anything above Adaptive Cards 1.3; `no-dialogs` shows none; `phone` shows no thumbs. */
  uses(client: Client): void
  /** Closes Teams and opens it again: what only an answer to a press had shown is gone; views are asked for anew. */
  reloads(): Promise<void>

  /** Everything on the screen, oldest first, an open dialog last. Throws when a card cannot be shown. */
  sees(): readonly Seen[]
  /** What changed last. */
  newest(): Seen | undefined
  dialog(): Seen | undefined
  /** What is about to be sent, in the compose box. */
  compose(): Seen | undefined
  /** What Teams told them in a small line of its own: that the app could not be reached, what an answer said. */
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
