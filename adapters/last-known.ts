// What goes on while a group of a platform cannot be read, in words for `doctor`.
import type { Membership } from '../src/ports/memberships.ts'

export function sayLastKnown(known: Membership | undefined): string {
  if (known === undefined) return 'it was never read, so nobody counts as in it yet'
  const { length } = known.members
  const people = length === 1 ? '1 person goes' : `${length} people go`
  const at = known.readAt.toISOString().replace('T', ' ').slice(0, 16)
  return `the last known ${people} on, read at ${at} UTC`
}
