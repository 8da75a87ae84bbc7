// Remembers where somebody last spoke, because later messages to them go there.
import { accountKey, type Account } from '../chat/people.ts'
import type { People } from '../ports/people.ts'

/** Accurate to the minute, which saves a write with every message of a conversation. */
const everyMs = 60_000
const mostAccounts = 10_000

export function createLastSpoke(people: Pick<People, 'spoke'>): (account: Account, now: Date) => Promise<void> {
  const noted = new Map<string, number>()
  return async (account, now) => {
    const key = accountKey(account)
    const at = now.getTime()
    if (Math.abs(at - (noted.get(key) ?? -Infinity)) < everyMs) return
    if (noted.size >= mostAccounts) noted.clear()
    noted.set(key, at)
    await people.spoke(account, now)
  }
}
