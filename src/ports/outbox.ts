// The port that remembers what was acknowledged until it is answered, even if the process ends in between.
import type { ChatEvent } from '../chat/events.ts'
import type { Account, Place } from '../chat/people.ts'
import type { Reply } from '../chat/replies.ts'

/**
 * `answer`: the event is written down, to be answered after a restart as it would have been. `draft` and `urgent`: what
 * was typed is never written down; after a crash the person is asked to send a draft again, or is given the help for
 * their kind of need.
 */
export const arrivalKinds = ['answer', 'draft', 'urgent'] as const
export type ArrivalKind = (typeof arrivalKinds)[number]

interface Arrived {
  /** The platform's own id of the delivery. */
  readonly id: string
  readonly at: Date
  readonly account: Account
  readonly place: Place
}

export type Arrival =
  /** `event` is the event as JSON. */
  | (Arrived & { readonly kind: 'answer'; readonly event: string })
  | (Arrived & { readonly kind: 'draft' })
  /** `need` is the id of the help card, never a word that the person wrote. */
  | (Arrived & { readonly kind: 'urgent'; readonly need: string })

/** An arrival that is not settled. `tries` counts the attempts to answer it. */
export type Unsettled = Arrival & { readonly tries: number }

/** `told-late`: it was too old to be answered, and the person was told so. `left`: nothing had to be said. */
export type Settled = 'answered' | 'told-late' | 'left'

/** Who is answering, and until when others leave it to them; `renew` moves that time on. */
export interface Holding {
  /** One run of one server. */
  readonly by: string
  readonly until: Date
}

/** Names one reply to what arrived. A platform that can puts it on the message, where it is found again after a crash. */
export function answerKey(arrival: string, reply: number): string {
  return `answer:${arrival}:${reply}`
}

export interface Outbox {
  /**
   * Writes an arrival down before it is acknowledged. False where it was written down before: the delivery is a repeat.
   */
  note(arrival: Arrival, holding: Holding): Promise<boolean>
  /**
   * It was answered, or closed in another way. Its content and its sender are overwritten; its id stays, so that a
   * repeat is recognised.
   */
  settle(id: string, became: Settled, at: Date): Promise<void>
  /**
   * The unsettled arrivals that nobody holds at `now`, in the order in which they came; from now on the caller holds
   * them. `alone` means that no other server exists: then it also takes what an earlier run was holding.
   */
  take(
    which: { readonly now: Date; readonly most: number; readonly alone: boolean },
    holding: Holding,
  ): Promise<readonly Unsettled[]>
  /** Keeps hold of everything that is being answered. */
  renew(holding: Holding): Promise<void>
  /**
   * Keeps hold of one arrival. False where another server has it by now, or it is settled; true where it was never
   * written down.
   */
  keep(id: string, holding: Holding): Promise<boolean>
  /** How many are not settled, and how long the oldest has been waiting. */
  open(): Promise<{ readonly count: number; readonly since: Date | undefined }>
  /** Makes sure that nothing of settled arrivals stays in the database's files. */
  scrub(): Promise<void>
  /** Deletes arrivals that were settled before that instant. */
  forgetBefore(instant: Date): Promise<void>
}

/**
 * Takes in what a platform delivered, and resolves when the delivery may be acknowledged: once it is written down, or
 * after half a second where the store does not respond in that time. Never throws.
 */
export type Take = (event: ChatEvent) => Promise<Taken>

/** A delivery that was taken in. At the end, its holder says whether the answer was shown. */
export interface Taken {
  /** What to show; empty where the delivery is a repeat. Never throws. */
  replies(asked: { readonly outsider: boolean }): Promise<readonly Reply[]>
  /** Everything has been shown. */
  shown(): void
  /** The platform did not accept it: it is tried again later. */
  notShown(): void
}
