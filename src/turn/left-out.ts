// How many people a platform has shown who do not belong, by reason. Who they are is held in memory only, so that
// nobody is counted twice; only the numbers are kept.
import { accountKey, type Account, type Platform } from '../chat/people.ts'
import type { Belonging, Outside } from '../people/belongs.ts'
import type { Memberships } from '../ports/memberships.ts'

export interface LeftOutCounts {
  count(account: Account, belonging: Belonging): void
  /** Keeps the numbers of a platform, where they have changed since they were last kept. */
  keep(platform: Platform): Promise<void>
}

export function countLeftOut(memberships: Pick<Memberships, 'leaveOut'>, clock: () => Date): LeftOutCounts {
  const why = new Map<string, Outside>()
  const changed = new Set<Platform>()
  const since = clock()
  return {
    count(account, belonging) {
      const key = accountKey(account)
      const now = belonging.kind === 'outside' && isSomebody(belonging.why) ? belonging.why : undefined
      if (why.get(key) === now) return
      if (now === undefined) why.delete(key)
      else why.set(key, now)
      changed.add(account.platform)
    },
    async keep(platform) {
      if (!changed.delete(platform)) return
      const counts: Partial<Record<Outside, number>> = {}
      for (const [key, each] of why) if (key.startsWith(`${platform}:`)) counts[each] = (counts[each] ?? 0) + 1
      await memberships.leaveOut(platform, { counts, since, at: clock() })
    },
  }
}

/** Programs and closed accounts are nobody whom a rule could leave out. */
function isSomebody(why: Outside): boolean {
  return why !== 'program' && why !== 'gone'
}
