// Whether two values hold the same, whatever the order of an object's keys or of a set's members.
import { isDeepStrictEqual } from 'node:util'

export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one, other)
}
