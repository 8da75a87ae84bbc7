// What is sent once: who gets it, when, what it shows, and whether it is still wanted.
import type { Card } from '../chat/cards.ts'
import type { Platform } from '../chat/people.ts'

/** What is noted where nothing leads to somebody: it is tried again once something does. */
export const unreachable = 'there is no account and no email address to reach them by'

/** One message to one person that is sent once, under a readable key. */
export interface Planned {
  readonly key: string
  /** Further keys that the same message settles. */
  readonly also?: readonly string[]
  /** The key of a day on which the person hears of such things once. */
  readonly daily?: string
  /** A kind that some door brings, with the digest's words for it. */
  readonly kind: string
  /** A person id. */
  readonly person: string
  /** Where they are reached first, if they are there: where they asked. */
  readonly prefer?: Platform | undefined
  /** By all ways there are, and not only by the first that takes it. */
  readonly everyWay?: boolean
  /** Not before. */
  readonly at: Date
  /** For operators: no names. */
  readonly reason: string
  show(): Promise<Card> | Card
  /** For whoever can be reached by email alone; undefined where a letter would be of no use. */
  write(): Promise<Letter | undefined> | Letter | undefined
  /** Never given up: it waits until some way takes it. */
  readonly kept?: boolean
  /** To their address and nowhere else, such as where an account may be somebody else's. */
  readonly byEmail?: boolean
  /** Asked again just before it is sent: whoever signed a minute ago is left alone. */
  still(now: Date): Promise<boolean>
}

export interface Letter {
  readonly subject: string
  readonly text: string
}
