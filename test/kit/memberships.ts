// Keeps a platform's groups as last read, in memory.
import type { GroupKey, Membership, Memberships } from '../../src/ports/memberships.ts'

export function memoryMemberships(): { readonly memberships: Memberships; readonly groups: Map<string, Membership> } {
  const groups = new Map<string, Membership>()
  const keyOf = ({ platform, group }: GroupKey) => `${platform} ${group}`
  return {
    groups,
    memberships: {
      find: (group) => Promise.resolve(groups.get(keyOf(group))),
      keep: (group, membership) => Promise.resolve(void groups.set(keyOf(group), membership)),
      leaveOut: () => Promise.resolve(),
      leftOut: () => Promise.resolve(undefined),
    },
  }
}
