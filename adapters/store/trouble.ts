// What goes wrong in the database itself, told apart from what goes wrong in us: each port's promises are rejected with
// StoreTrouble for the one, and with what it was for the other.
import { StoreTrouble } from '../../src/ports/trouble.ts'
import { isLost } from './patient-pool.ts'

/** The same port, whose rejections say whether the store is in trouble. */
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

/** PostgreSQL's classes: out of resources, wrong state, stopped by somebody, broken by the system, read-only, locked out. */
const classes = /^(53|55|57|58|XX)\w{3}$|^(25006|40001|40P01)$/
/** The operating system's words for a disk that does not take what is written. */
const disk = /^(ENOSPC|EIO|EROFS|EDQUOT|EACCES|EPERM|EBADF|ERR_INVALID_STATE)$/

function isTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('sqliteCodeName' in error) return !String(error.sqliteCodeName).startsWith('SQLITE_CONSTRAINT')
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (isLost(error) || classes.test(code) || disk.test(code)) return true
  // Once it is closed, its queue and its pool say so in words.
  return (
    /database is not open|driver has already been destroyed|after calling end/.test(error.message) ||
    isTrouble(error.cause)
  )
}
