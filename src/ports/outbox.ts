// What was heard and acknowledged is answered, also after the process ended in between: the port that remembers it.
import type { ChatEvent } from '../chat/events.ts'
import type { Account, Place } from '../chat/people.ts'
import type { Reply } from '../chat/replies.ts'

/**
 * `answer`: the event is written down, to be answered after a restart as it would have been. `draft` and `urgent`: what was
 * typed is never written, so that the person is asked to send a draft again, or given the help that their kind of need calls for.
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
  /** `event` is the heard event as JSON. */
  | (Arrived & { readonly kind: 'answer'; readonly event: string })
  | (Arrived & { readonly kind: 'draft' })
  /** `need` is the id of the card of help, never a word of theirs. */
  | (Arrived & { readonly kind: 'urgent'; readonly need: string })

/** An arrival that is not settled. `tries` is how often somebody has begun to answer it. */
export type Unsettled = Arrival & { readonly tries: number }

/** `told-late`: it was too old to be answered, and the person was told so. `left`: nothing was to be said. */
export type Settled = 'answered' | 'told-late' | 'left'

/** Who answers, and until when others leave it to them; `renew` puts that off. */
export interface Holding {
  /** One run of one server. */
  readonly by: string
  readonly until: Date
}

export interface Outbox {
  /** Writes it down before it is acknowledged. False when it was written down before: a delivery that comes again. */
  note(arrival: Arrival, holding: Holding): Promise<boolean>
  /** Answered, or done with otherwise: what it held and whose it was is overwritten; its id stays, so that it is not heard again. */
  settle(id: string, became: Settled, at: Date): Promise<void>
  /**
   * The unsettled that nobody holds at `now`, in the order in which they came, from now on held by whoever asks. `alone`
   * where no other server can be: then also what a run that ended had in hand.
   */
  take(
    which: { readonly now: Date; readonly most: number; readonly alone: boolean },
    holding: Holding,
  ): Promise<readonly Unsettled[]>
  /** Holds on to all that is in hand. */
  renew(holding: Holding): Promise<void>
  /** Holds on to one. False where another server has it meanwhile, or it is settled; true where it was never written down. */
  keep(id: string, holding: Holding): Promise<boolean>
  /** How many are not settled, and since when the oldest of them. */
  open(): Promise<{ readonly count: number; readonly since: Date | undefined }>
  /** Nothing of what was settled stays in the database's files. */
  scrub(): Promise<void>
  /** Deletes what was settled before. */
  forgetBefore(instant: Date): Promise<void>
}

/**
 * Takes in what a platform delivered, and resolves when the platform may be told that it arrived: written down, or after half
 * a second without, where the store does not take it in that time. Never throws.
 */
export type Take = (event: ChatEvent) => Promise<Taken>

/** What was taken in. Whoever holds it says at its end that it was shown, or that it was not. */
export interface Taken {
  /** What to show; nothing where it was heard before. Never throws. */
  replies(asked: { readonly outsider: boolean }): Promise<readonly Reply[]>
  /** All of it has been shown. */
  shown(): void
  /** The platform did not take it: it is tried again later. */
  notShown(): void
}
