// The instant, id and salt with which something enters the journal: drawn once, and given to a pure decision.
import type { Fact, NewEntry } from './types.ts'

export interface Stamp {
  readonly at: Date
  readonly id: string
  readonly salt: string
}

/** `newId` returns at least 64 random bits, so two of them make a salt. */
export function stampOf({ clock, newId }: { readonly clock: () => Date; readonly newId: () => string }): Stamp {
  return { at: clock(), id: newId(), salt: `${newId()}${newId()}` }
}

/** A field of `hidden` that is undefined or empty was not given, and is left out. */
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
