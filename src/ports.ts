// All that the app asks of the outside: a handful of small ports, owned here and implemented in adapters/.
import type { Card } from './chat/cards.ts'
import type { Account, Person, Place, Platform } from './chat/people.ts'

export interface Ports {
  readonly chat: Chat
  readonly store: Store
  readonly directory: Directory
  readonly clock: () => Date
  readonly newId: () => string
  readonly log: Log
}

/** Sends what nobody asked for just now. Answers to an event are the return value of `hear`. */
export interface Chat {
  post(place: Place, card: Card): Promise<void>
}

/** One platform that is connected: how the start command holds it. */
export interface Connection {
  readonly platform: Platform
  readonly chat: Chat
  /** `what` is one line for an operator. */
  health(): { readonly ok: boolean; readonly what: string }
  /** Ends when what is in hand is finished. */
  close(): Promise<void>
}

/** What is kept. Every write is durable when its promise resolves. */
export interface Store {
  /** True for the first caller with this key, false for all others, also after a restart. */
  claim(key: string, at: Date): Promise<boolean>
  keepQuestion(question: KeptQuestion): Promise<void>
  /** False when there is no such question (any more). */
  rateQuestion(id: string, helpful: boolean): Promise<boolean>
  keepRuling(ruling: KeptRuling): Promise<void>
  /** An account's latest rulings, newest first. */
  rulingsOf(account: Account, most: number): Promise<KeptRuling[]>
  /** Deletes questions, rulings and claims from before `instant`. */
  forgetBefore(instant: Date): Promise<void>
}

/** A question as it is kept: what was asked and how it was answered, never who asked. */
export interface KeptQuestion {
  readonly id: string
  readonly at: Date
  readonly text: string
  readonly outcome: 'answered' | 'unsure' | 'not-covered' | 'urgent'
  readonly policy: string | undefined
  readonly section: string | undefined
  readonly certainty: number
}

/** That somebody reached a ruling. What the check was about is not kept. */
export interface KeptRuling {
  readonly account: Account
  readonly at: Date
  readonly scenario: string
  readonly ruling: string
}

export interface Directory {
  find(account: Account): Promise<Person | undefined>
  /** Names of everybody in the school's directory, for finding them in drafts. */
  names(): Promise<readonly string[]>
  /** Adds or updates what a platform says of an account; somebody known by the same email is the same person. */
  keep(account: Account, seen: SeenPerson): Promise<void>
  /** The platform says that the account is gone. Nothing else of the person is lost. */
  close(account: Account): Promise<void>
}

export interface SeenPerson {
  readonly name: string
  readonly email: string | undefined
  readonly roles: Person['roles']
}

/** For operators: ids and figures, never what a person typed. */
export interface Log {
  info(about: Readonly<Record<string, unknown>>, what: string): void
  warn(about: Readonly<Record<string, unknown>>, what: string): void
  error(about: Readonly<Record<string, unknown>>, what: string): void
}
