// What is remembered of who belongs besides the people themselves: groups of a platform as they were last read, and how
// many people a rule left out.
import type { Outside } from '../people/belongs.ts'
import type { Platform } from '../chat/people.ts'

/** A restart or an outage must not change what anybody may do, so the last known members go on. */
export interface Memberships {
  /** Undefined where the group was never read. */
  find(group: GroupKey): Promise<Membership | undefined>
  keep(group: GroupKey, membership: Membership): Promise<void>
  /** In place of what was kept for that platform before. */
  leaveOut(platform: Platform, left: LeftOut): Promise<void>
  leftOut(platform: Platform): Promise<LeftOut | undefined>
}

export interface GroupKey {
  readonly platform: Platform
  /** As the setting names it: the object id of an Entra group, the handle of a user group in Slack. */
  readonly group: string
}

export interface Membership {
  /** Account ids. */
  readonly members: readonly string[]
  readonly readAt: Date
}

/** What is known of a platform's groups besides its settings, for whoever looks whether they can be read. */
export interface AboutGroups {
  /** The group whose members belong, where the school's setting names one. */
  readonly staff: string | undefined
  /** Who was in a group when it was last read; undefined where it never was. */
  readonly lastKnown: (group: string) => Promise<Membership | undefined>
}

/** Numbers only: nothing is kept of anybody who does not belong. */
export interface LeftOut {
  readonly counts: Readonly<Partial<Record<Outside, number>>>
  /** Since when they were counted, and when the last of them was met. */
  readonly since: Date
  readonly at: Date
}
