// The nouns of reminding: who is judged, at what moment, and the result for each person.
import type { Counting } from '../standing/totals.ts'
import type { Person } from '../chat/people.ts'
import type { Involvement } from '../standing/types.ts'
import type { Audience, Rhythm } from '../journal/types.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { Calendar } from '../kit/calendar.ts'
import type { Day } from '../kit/days.ts'
import type { Notice } from '../ports/notices.ts'

/** An edition that people may be asked to sign, with everything that a standing depends on. */
export interface Ask {
  readonly policy: string
  readonly edition: string
  readonly title: string
  readonly counting: Counting
  /** A restated edition that may not be signed in earnest. */
  readonly signable: boolean
  /** The day on which SLT wants everybody who owes it to hear of it, until everybody has. */
  readonly nudged: Day | undefined
  /** Where only those are to hear whom one campaign asks: its id. */
  readonly only?: string | undefined
}

/** One person, with what their standing depends on for each of the asks, in order. */
export interface Subject {
  readonly person: Person
  readonly involvements: readonly (Involvement | undefined)[]
  /** Everything that was ever recorded for them; needed only where they owe something. */
  readonly notices: readonly Notice[]
}

export interface ReminderMoment {
  /** Nothing is sent before this. */
  readonly now: Date
  readonly day: Day
  readonly calendar: Calendar
  /** The school’s own rhythm; a campaign may have another. */
  readonly rhythm: Rhythm
  /** For looking ahead: the days from this one to the day before are taken to have gone as planned. */
  readonly passingFrom?: Day
  /** Who hears of whoever is overdue; without it line managers, on the day after. */
  readonly chain?: LateChain | undefined
}

/** After so many of the school's working days, line managers or those people (ids) hear. */
export type LateChain = readonly { readonly after: number; readonly to: 'manager' | readonly string[] }[]

/** What one person owes for one ask. */
export interface OwedItem {
  readonly policy: string
  readonly edition: string
  readonly title: string
  readonly due: Day
  /** When they hear of it, by the campaign that is due first. */
  readonly rhythm?: Rhythm | undefined
  /** Each of the campaigns that ask for it, where there are several; the earliest due first. */
  readonly asked?: readonly { readonly whom: Audience; readonly due: Day }[]
  /** Where it is asked for together with others. */
  readonly round?: OwedRound | undefined
}

/** The bundle that a document is asked for with, and how far the person is with it. */
export interface OwedRound {
  readonly id: string
  readonly title: string
  /** The document's place in the bundle. */
  readonly at: number
  /** How many of their documents they have signed, and how many there are. */
  readonly signed: number
  readonly of: number
}

/** One message to one person, with everything that they owe. */
export interface Reminder {
  readonly person: Person
  /** The first key names the message. */
  readonly keys: readonly string[]
  /** Claimed together with them, so that nobody hears twice on one day. */
  readonly daily: string
  readonly at: Date
  /** The second attempt, or a later one. */
  readonly again: boolean
  readonly owes: readonly OwedItem[]
  /** The first message to somebody who started after everybody was asked. */
  readonly welcomes: boolean
  /** They hear of everything in it for the first time. */
  readonly first: boolean
  /** The first message to somebody who was away when everybody was asked, or on the due day. */
  readonly back: boolean
  /** In words, for an operator. */
  readonly reason: string
}

/** Why somebody is not reminded. */
export type NotReminded =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'left'; readonly on: Day }
  | { readonly kind: 'not-started'; readonly on: Day }
  | { readonly kind: 'signed' }
  | { readonly kind: 'excused'; readonly until: Day | undefined }
  | { readonly kind: 'concern-raised' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'not-signable' }
  /** They said that it is not for them to sign, and SLT was told. */
  | { readonly kind: 'not-theirs' }
  /** Every campaign that asks them is paused. */
  | { readonly kind: 'paused'; readonly on: Day }
  | { readonly kind: 'away' }
  /** They said so themselves, and SLT has not entered it yet. */
  | { readonly kind: 'away-said' }
  /** Part-time: not one of their days. */
  | { readonly kind: 'own-day-off' }
  | { readonly kind: 'day-off' }
  | { readonly kind: 'hours-over' }
  | { readonly kind: 'no-step-yet' }
  | { readonly kind: 'told'; readonly step: string }
  | { readonly kind: 'told-today' }
  | { readonly kind: 'being-told' }
  | { readonly kind: 'asked-for-later'; readonly on: Day }
  | { readonly kind: 'given-up'; readonly step: string }

export type ReminderVerdict =
  /** Most of a county hear at another minute, so what each hears is put together only for whoever hears now. */
  | {
      readonly kind: 'reminded'
      readonly person: Person
      readonly at: Date
      readonly again: boolean
      readonly reminder: () => Reminder
    }
  | { readonly kind: 'not-reminded'; readonly person: Person; readonly why: NotReminded }

/** Somebody's line manager, or somebody else whom the school names, is to hear that they are overdue. */
export interface Overdue extends Omit<OwedItem, 'rhythm'> {
  readonly key: string
  readonly campaign: Campaign
  readonly person: Pick<Person, 'id' | 'name' | 'away'>
  /** The person id of whoever hears. */
  readonly to: string
  readonly asManager: boolean
  /** The first day on which they may hear. */
  readonly from: Day
  /** When it is tried again, where it failed. */
  readonly nextAt: Date | undefined
}
