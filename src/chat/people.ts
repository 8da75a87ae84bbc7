// Who speaks and where: the app's own words for what each platform calls something different.

import type { Day } from '../kit/days.ts'

export type Platform = 'web' | 'slack' | 'teams'

/** A human's identity on one platform. One person may have several. */
export interface Account {
  readonly platform: Platform
  readonly id: string
}

/** Where a message goes. Other people can read a `shared` place; a `private` one belongs to one person and the bot. */
export interface Place {
  readonly platform: Platform
  readonly id: string
  readonly kind: 'private' | 'shared'
  /** The thread in a shared place that an answer belongs to. */
  readonly thread?: string
}

/** What the bot knows about somebody. */
export interface Person {
  /** A pseudonym: it reveals nothing about the person, and stays after they are erased. */
  readonly id: string
  readonly name: string
  readonly email: string | undefined
  /** The school's own number for them, as its list has it. */
  readonly staffNumber?: string | undefined
  readonly roles: readonly Role[]
  /** Undefined until the office or SLT sets it. */
  readonly group: Group | undefined
  /** The person id of their line manager. */
  readonly manager: string | undefined
  readonly startsOn: Day | undefined
  /** Their last day. After it they are a leaver. */
  readonly leavesOn: Day | undefined
  readonly away: readonly Away[]
  /** For part-time staff: ISO weekdays, Monday is 1. Undefined means the school's weekdays. */
  readonly weekdays: readonly number[] | undefined
  /** True where they were on the school's own list when it was last imported. Whoever drops off that list has left. */
  readonly listed: boolean
  /** An invented person, for trying the bot out. What they do is marked PRACTICE and is never counted. */
  readonly practice: boolean
}

export const roles = ['staff', 'slt', 'policy-owner', 'administrator'] as const
export type Role = (typeof roles)[number]

/** The people whom the policy is for: the groups that section 4 of the Social Media Policy names. */
export const groups = ['teaching', 'support', 'governor', 'contractor', 'trainee', 'volunteer'] as const
export type Group = (typeof groups)[number]

/** Both days are included. */
export interface Away {
  readonly from: Day
  readonly to: Day
}

/** A text that identifies one account, for use as a map key. */
export function accountKey({ platform, id }: Account): string {
  return `${platform}:${id}`
}
