// When, under which id and with which salt something enters the journal: drawn once, handed to a pure decision.
import type { Fact, NewEntry } from './types.ts'

export interface Stamp {
  readonly at: Date
  readonly id: string
  readonly salt: string
}

/** `newId` gives at least 64 random bits, so that two make a salt. */
export function stampOf({ clock, newId }: { readonly clock: () => Date; readonly newId: () => string }): Stamp {
  return { at: clock(), id: newId(), salt: `${newId()}${newId()}` }
}

/** What is undefined or empty in `hidden` was not said, and is left out. */
export function entryOf(
  fact: Fact,
  { at, id, salt }: Stamp,
  hidden: Readonly<Record<string, string | undefined>> = {},
): NewEntry {
  const said = Object.entries(hidden).flatMap(([field, text]) =>
    text === undefined || text === '' ? [] : [[field, text] as const],
  )
  return { id, at, fact, hidden: Object.fromEntries(said), salt }
}
