// Tells failures of the database itself from our own: each port's promises reject with StoreTrouble for the first, and
// with the original error for the second.
import { StoreTrouble } from '../../src/ports/trouble.ts'
import { Displaced } from './in-place.ts'
import { isLost } from './patient-pool.ts'

/** The same port, whose rejections say whether the store has failed. */
export function tellingTrouble<T extends object>(port: T): T {
  const told = Object.entries(port).map(([name, verb]: [string, unknown]) => {
    if (typeof verb !== 'function') return [name, verb]
    const call = (...given: readonly unknown[]): unknown => {
      const outcome: unknown = Reflect.apply(verb, port, given)
      return outcome instanceof Promise ? outcome.catch(rethrow) : outcome
    }
    return [name, call]
  })
  return Object.fromEntries(told) as T // the same verbs under the same names
}

function rethrow(error: unknown): never {
  throw isTrouble(error) && !(error instanceof StoreTrouble) ? new StoreTrouble(error) : error
}

/**
 * Whatever PostgreSQL refuses: it lacks room, a lock, a right that was taken away, a table that somebody renamed. Only
 * values that it cannot take (22) and rows that contradict others (23) are our own doing.
 */
const refusals = /^(?=.*\d)(?!2[23])[0-9A-Z]{5}$/
/** The operating system's codes for a disk that does not accept writes. */
const disk = /^(ENOSPC|EIO|EROFS|EDQUOT|EACCES|EPERM|EBADF|ERR_INVALID_STATE)$/

function isTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('sqliteCodeName' in error) return !String(error.sqliteCodeName).startsWith('SQLITE_CONSTRAINT')
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (error instanceof Displaced || isLost(error) || refusals.test(code) || disk.test(code)) return true
  // Once closed, its queue and its pool say so in words.
  return (
    /database is not open|driver has already been destroyed|after calling end/.test(error.message) ||
    isTrouble(error.cause)
  )
}
