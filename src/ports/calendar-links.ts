// The port that keeps the private links by which calendar programs read the school's year: one for each person, until
// that person withdraws it.
import type { NewEntry } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'

/** Only a token's SHA-256 is kept, so nobody can be shown a link a second time. `WaysIn.seeLink` says whose it is. */
export interface CalendarLinks {
  /** The day on which somebody's link was made; undefined where they have none. */
  since(person: string): Promise<Day | undefined>
  /** The link from before stops working. All of it or nothing is written, together with the entry. */
  make(link: CalendarLink): Promise<void>
  /** False where there was none: then no entry is written either. */
  withdraw(link: Pick<CalendarLink, 'person' | 'entry'>): Promise<boolean>
}

export interface CalendarLink {
  readonly person: string
  readonly token: string
  readonly since: Day
  readonly entry: NewEntry
}
