// What a setting and the Entra groups that it names say about an account in Teams, by the groups as they were last read:
// for whoever comes in by another way than Teams.
import type { Memberships } from '../ports/memberships.ts'
import type { ByGroups, Meeting } from '../ports/people.ts'

export interface KnownGroups {
  readonly memberships: Pick<Memberships, 'find'>
  readonly meeting: Pick<Meeting, 'groupOn'>
  /** Who is SLT by the settings for Teams: addresses, and ids of groups, in small letters. */
  readonly leaders: { readonly addresses: readonly string[]; readonly groups: readonly string[] }
}

/** `address` is one that the school itself knows of them. */
export type ByKnownGroups = (account: string, address: string | undefined) => Promise<ByGroups>

export function byKnownGroups({ memberships, meeting, leaders }: KnownGroups): ByKnownGroups {
  const isIn = async (group: string, account: string) => {
    const known = await memberships.find({ platform: 'teams', group: group.toLowerCase() })
    return known?.members.includes(account)
  }
  return async (account, address) => {
    const staff = meeting.groupOn('teams')
    const leading = await Promise.all(leaders.groups.map((group) => isIn(group, account)))
    const named = address !== undefined && leaders.addresses.includes(address.trim().toLowerCase())
    return {
      leads: named || leading.includes(true),
      inGroup: staff === undefined ? false : await isIn(staff, account),
    }
  }
}
