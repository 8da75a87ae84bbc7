// Remembers which accounts are for practice only, so that not every question asks the directory.
import { accountKey, type Account } from '../chat/people.ts'
import type { Directory } from '../ports/people.ts'

const mostAccounts = 10_000

/** Somebody who is not known yet is asked for again. */
export function createPractising(directory: Pick<Directory, 'find'>): (account: Account) => Promise<boolean> {
  const known = new Map<string, boolean>()
  return async (account) => {
    const key = accountKey(account)
    const before = known.get(key)
    if (before !== undefined) return before
    const person = await directory.find(account)
    if (person === undefined) return false
    if (known.size >= mostAccounts) known.clear()
    known.set(key, person.practice)
    return person.practice
  }
}
