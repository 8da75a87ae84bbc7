// Who speaks and where: the app's words for what every platform calls something else.

import type { Day } from '../kit/days.ts'

export type Platform = 'web' | 'slack' | 'teams'

/** A human's identity on one platform. One person may have several. */
export interface Account {
  readonly platform: Platform
  readonly id: string
}

/** Where a message goes. Others can read a `shared` place; a `private` one belongs to one person and the bot. */
export interface Place {
  readonly platform: Platform
  readonly id: string
  readonly kind: 'private' | 'shared'
  /** The conversation inside a shared place that an answer belongs to. */
  readonly thread?: string
}

/** What the bot knows of somebody. */
export interface Person {
  /** Pseudonymous: it says nothing of who they are, and outlives an erasure. */
  readonly id: string
  readonly name: string
  readonly email: string | undefined
  readonly roles: readonly Role[]
  /** Undefined until the office or SLT says. */
  readonly group: Group | undefined
  /** The person id of whoever they report to. */
  readonly manager: string | undefined
  readonly startsOn: Day | undefined
  /** The last day. Afterwards they are a leaver. */
  readonly leavesOn: Day | undefined
  readonly away: readonly Away[]
  /** Part-time: ISO weekdays, Monday is 1. Undefined: those of the school. */
  readonly weekdays: readonly number[] | undefined
  /** On the school's own list as last imported: whoever drops out of that list has left. */
  readonly listed: boolean
  /** Invented, for trying the bot out: what they do is marked PRACTICE and counts nowhere. */
  readonly practice: boolean
}

export const roles = ['staff', 'slt', 'policy-owner', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Who the policy is for: the groups that section 4 of the Social Media Policy names. */
export const groups = ['teaching', 'support', 'governor', 'contractor', 'trainee', 'volunteer'] as const
export type Group = (typeof groups)[number]

/** Both days belong to it. */
export interface Away {
  readonly from: Day
  readonly to: Day
}

/** One text for one account, for maps. */
export function accountKey({ platform, id }: Account): string {
  return `${platform}:${id}`
}
