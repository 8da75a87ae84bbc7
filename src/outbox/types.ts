// A notice: something that is sent once. Who gets it, when, what it shows, and whether it is still wanted.
import type { Card } from '../chat/cards.ts'
import type { Platform } from '../chat/people.ts'
import type { Notice } from '../ports/notices.ts'

/** Recorded where somebody cannot be reached: it is tried again once they can be. */
export const unreachable = 'there is no account and no email address to reach them by'

/** One message to one person that is sent once, under a readable key. */
export interface Planned {
  readonly key: string
  /** Further keys that the same message settles. */
  readonly also?: readonly string[]
  /** A key for the day, where a person hears of such things only once a day. */
  readonly daily?: string
  /** A kind that a door brings, with the digest's words for it. */
  readonly kind: string
  /** A person id. */
  readonly person: string
  /** The platform that is tried first, where they are on it: where they asked. */
  readonly prefer?: Platform | undefined
  /** Also on the page, where somebody who came in by a link may have it open. */
  readonly onPage?: boolean
  /** By every way there is, and not only by the first that works. */
  readonly everyWay?: boolean
  /**
   * Earlier notices to the same person that this one makes out of date: it takes the place of their cards where the
   * platform can do that, and is sent where it cannot.
   */
  earlier?(): Promise<readonly Notice[]>
  /** Not before. */
  readonly at: Date
  /** For operators: no names. */
  readonly reason: string
  show(): Promise<Card> | Card
  /** For people who can only be reached by email; undefined where an email would be of no use. */
  write(): Promise<Letter | undefined> | Letter | undefined
  /** Never given up: it waits until some way works. */
  readonly kept?: boolean
  /** Only to their address, for example where an account may belong to somebody else. */
  readonly byEmail?: boolean
  /** Checked again just before it is sent: somebody who signed a minute ago is left alone. */
  still(now: Date): Promise<boolean>
}

export interface Letter {
  readonly subject: string
  readonly text: string
}
