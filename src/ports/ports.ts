// Everything that the app needs from outside: a few small ports, defined here and implemented in adapters/. The ports
// of the evidence, of notices, of ways in and about people have files of their own.
import type { Card } from '../chat/cards.ts'
import type { ChatEvent } from '../chat/events.ts'
import type { Account, Place, Platform } from '../chat/people.ts'
import type { Approvals } from './approvals.ts'
import type { CalendarLinks } from './calendar-links.ts'
import type { Cases } from './cases.ts'
import type { Journal, Register } from './evidence.ts'
import type { Notices } from './notices.ts'
import type { WaysIn } from './ways-in.ts'
import type { Originals } from './originals.ts'
import type { Outbox } from './outbox.ts'
import type { Directory, People } from './people.ts'
import type { Lessons } from './lessons.ts'
import type { SchoolNotes } from './school-notes.ts'
import type { RuleWords } from './rule-words.ts'
import type { Understanding } from './understanding.ts'

export interface Ports {
  readonly chat: Chat
  readonly store: Store
  readonly lessons: Lessons
  readonly schoolNotes: SchoolNotes
  readonly ruleWords: RuleWords
  readonly understanding: Understanding
  readonly directory: Directory
  readonly people: People
  readonly journal: Journal
  readonly register: Register
  readonly doors: WaysIn
  readonly calendarLinks: CalendarLinks
  readonly notices: Notices
  readonly outbox: Outbox
  readonly cases: Cases
  readonly approvals: Approvals
  readonly originals: Originals
  readonly mail: Mail
  readonly authority: Authority
  readonly clock: () => Date
  readonly newId: () => string
  /** 32 random bytes as text for an address: whoever has it can come in by it. */
  readonly newToken: () => string
  /**
   * The web page's public address, such as `https://policies.school.example`, without a slash at the end; undefined
   * where only this machine can reach it.
   */
  readonly publicUrl: string | undefined
  readonly log: Log
  readonly meter: Meter
}

/** An outside authority that vouches for a time (RFC 3161). */
export interface Authority {
  /** Sends bytes and receives bytes. Never throws. `what` is one line for an operator. */
  ask(
    url: string,
    request: Uint8Array,
  ): Promise<
    { readonly kind: 'answered'; readonly bytes: Uint8Array } | { readonly kind: 'failed'; readonly what: string }
  >
}

/** Sends messages that are not a direct answer. Answers to an event are the return value of `hear`. */
export interface Chat {
  /**
   * The id of a private place may also be an account's: the platform then finds or opens the conversation. Never
   * throws. `key` names a notice that is sent once; a platform that can puts it on the message, where it can be found
   * again.
   */
  post(place: Place, card: Card, about?: { readonly key?: string }): Promise<Posted>
  /**
   * Looks in a private place for a message posted under one of these keys since then, for when a crash left this
   * unknown. Never throws.
   */
  find(place: Place, keys: readonly string[], since: Date): Promise<Sought>
  /** Replaces a card that was posted: `message` is the platform's own id of it. Never throws. */
  replace(place: Place, message: string, card: Card): Promise<Posted>
}

/** The result of looking for a message that may have been sent. `what` is one line for an operator. */
export type Sought =
  | { readonly kind: 'found'; readonly message: string }
  | { readonly kind: 'absent' }
  /** The platform could not be reached. */
  | { readonly kind: 'later'; readonly what: string }
  | { readonly kind: 'cannot-tell'; readonly what: string }

/** What became of a message. `what` is one line for an operator, with nothing that a person typed. */
export type Posted =
  /** `message` is the platform's own id. */
  | { readonly kind: 'sent'; readonly message: string }
  /** Another attempt would not help. */
  | {
      readonly kind: 'refused'
      readonly why: 'not-installed' | 'blocked' | 'left' | 'other'
      readonly what: string
    }
  /**
   * It did not arrive. `retryAfter` is in seconds, where the platform says it. `whose` means that it has nothing to do
   * with the person: the school has switched the bot off for everybody, or the platform cannot be reached.
   */
  | {
      readonly kind: 'failed'
      readonly what: string
      readonly retryAfter?: number
      readonly whose?: 'tenant' | 'network'
    }
  /** It may have arrived. */
  | { readonly kind: 'unknown'; readonly what: string }

/** What a platform must remember in order to write to somebody later, in its own format. */
export interface Addresses {
  keep(key: AddressKey, address: string): Promise<void>
  find(key: AddressKey): Promise<string | undefined>
  forget(key: AddressKey): Promise<void>
}

/** `id` belongs to an account or a place. */
export interface AddressKey {
  readonly platform: Platform
  readonly id: string
}

/** A connected platform, as the start command holds it. */
export interface Connection {
  readonly platform: Platform
  readonly chat: Chat
  /** `what` is one line for an operator. */
  health(): { readonly ok: boolean; readonly what: string }
  /** Resolves when everything in progress is finished. */
  close(): Promise<void>
}

/**
 * Data that is kept for a limited time. A write survives the end of the program once its promise resolves; a power cut
 * may lose the last few.
 */
export interface Store {
  /** True for the first caller with this key and false for all others, also after a restart. */
  claim(key: string, at: Date): Promise<boolean>
  keepQuestion(question: KeptQuestion): Promise<void>
  /** Undefined where there is no such question, or no longer. */
  question(id: string): Promise<KeptQuestion | undefined>
  /** False where there is no such question, or no longer. */
  rateQuestion(id: string, helpful: boolean): Promise<boolean>
  /** Questions since then that had no sure answer or were marked as not helpful, newest first. */
  questions(which: QuestionQuery): Promise<readonly KeptQuestion[]>
  /** How many there were since then, by outcome. */
  questionCounts(since: Date): Promise<Readonly<Record<KeptQuestion['outcome'], number>>>
  /** The sections that answered most often since then, the most frequent first. */
  mostAsked(which: { readonly since: Date; readonly most: number }): Promise<readonly AskedOften[]>
  keepRuling(ruling: KeptRuling): Promise<void>
  /** An account's latest rulings, newest first. */
  rulingsOf(account: Account, most: number): Promise<KeptRuling[]>
  /** The ruling whose reference has that hash. */
  rulingWith(hash: string): Promise<KeptRuling | undefined>
  /** Deletes questions, with what thumbs under their answers mean, rulings and claims from before `instant`. */
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

export interface QuestionQuery {
  readonly which: 'unanswered' | 'unhelpful'
  readonly since: Date
  readonly most: number
}

export interface AskedOften {
  readonly policy: string
  readonly section: string
  readonly count: number
}

/** Somebody reached a ruling. What the check was about is not kept: no answers and no rules. */
export interface KeptRuling {
  readonly account: Account
  readonly at: Date
  readonly scenario: string
  readonly ruling: string
  /** Such as social-media@2015-10; undefined for older rulings, as are the two fields below. */
  readonly edition?: string | undefined
  /** The scenario's version, which changes with every word and rule. */
  readonly version?: string | undefined
  /** The hash of the reference on the person's card; the reference has a code that is kept nowhere else. */
  readonly hash?: string | undefined
}

/** Sends an email, where the school has set up a mail server. */
export interface Mail {
  readonly on: boolean
  send(letter: { readonly to: string; readonly subject: string; readonly text: string }): Promise<Posted>
}

/** For operators: ids and figures, never what a person typed. */
export interface Log {
  info(about: Readonly<Record<string, unknown>>, what: string): void
  warn(about: Readonly<Record<string, unknown>>, what: string): void
  error(about: Readonly<Record<string, unknown>>, what: string): void
}

/** Counts what happens, for operators: kinds and figures, never who or what. Each call costs next to nothing. */
export interface Meter {
  heard(platform: Platform, kind: ChatEvent['kind']): void
  /**
   * Something was acknowledged, or something acknowledged earlier was finished in a way other than an immediate answer.
   */
  arrived(how: ArrivedHow): void
  asked(outcome: KeptQuestion['outcome']): void
  ruled(ruling: string): void
  /** Something was sent that was not an answer. */
  posted(way: Platform | 'email', became: Posted['kind']): void
  /** Something failed: in the bot itself, or between us and a platform. */
  troubled(where: Platform | 'email' | 'app', level: 'warn' | 'error'): void
  /** The jobs of one tick have run. */
  ticked(seconds: number, at: Date): void
}

/**
 * `unnoted`: the store could not write it down in time, so only this process knows of it. `again`: a repeated delivery.
 * `resumed`: answered later, perhaps after a restart. `told-late`: it was too late for an answer.
 */
export const arrivedHow = ['noted', 'unnoted', 'again', 'resumed', 'told-late'] as const
export type ArrivedHow = (typeof arrivedHow)[number]

/** The result of checking a database's file. */
export type FileState =
  | { readonly kind: 'missing' | 'empty' | 'whole' }
  /** `what` is in the database's own words. */
  | { readonly kind: 'damaged'; readonly what: string }
