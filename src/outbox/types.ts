// What the clock has to do: jobs, and what they plan to send.
import type { Card } from '../chat/cards.ts'
import type { Turn } from '../turn/turn.ts'

/** What the clock brings: everything that a conversation knows but for an event. */
export type Beat = Omit<Turn, 'event'>

/** Something that every tick does. What went wrong is thrown, and keeps no other job from its work. */
export interface Job {
  readonly name: string
  run(beat: Beat): Promise<void>
}

export type NoticeKind = 'reminder' | 'manager' | 'nudge' | 'digest' | 'review' | 'greeting' | 'late'

/** One message to one person that is sent once, under a readable key. */
export interface Planned {
  readonly key: string
  /** Further keys that the same message settles. */
  readonly also?: readonly string[]
  /** The key of a day on which the person hears of such things once. */
  readonly daily?: string
  readonly kind: NoticeKind
  /** A person id. */
  readonly person: string
  /** Not before. */
  readonly at: Date
  /** For operators: no names. */
  readonly reason: string
  show(): Promise<Card> | Card
  /** For whoever can be reached by email alone; undefined where a letter would be of no use. */
  write(): Promise<Letter | undefined> | Letter | undefined
  /** Asked again just before it is sent: whoever signed a minute ago is left alone. */
  still(now: Date): Promise<boolean>
}

export interface Letter {
  readonly subject: string
  readonly text: string
}
