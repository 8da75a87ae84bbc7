// The nouns of asking people to sign: a campaign, and the register's rows.
import type { Person } from '../chat/people.ts'
import type { Standing } from './types.ts'
import type { Audience, Rhythm } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'

/** Asking an audience to sign a policy's edition by a day. */
export interface Campaign {
  readonly id: string
  readonly policy: string
  readonly edition: string
  readonly audience: Audience
  readonly due: Day
  readonly openedOn: Day
  readonly closedOn: Day | undefined
  readonly practice: boolean
  /** When those who owe are reminded; undefined: as the school does. */
  readonly rhythm: Rhythm | undefined
  /** Nobody is reminded from that day on, until it goes on. */
  readonly pausedOn: Day | undefined
}

/** What one person owes, of one campaign. */
export interface Owed {
  readonly campaign: Campaign
  /** Their own: a joiner has longer. */
  readonly due: Day
}

export interface RegisterRow {
  readonly person: Person
  readonly standing: Standing
  /** Undefined where no campaign asks anything of them any more. */
  readonly due: Day | undefined
}
