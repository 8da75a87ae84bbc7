// Seals an entry of the journal: its hash covers everything in it and the hash of the entry before it.
import { saltedHash, sha256 } from '../kit/hash.ts'
import { canonical } from './canonical.ts'
import type { Entry } from './types.ts'

/** An entry before it is sealed. */
export type Unsealed = Omit<Entry, 'before' | 'hash'>

export type Seal = (entry: Unsealed, before: string) => Entry

/** The hash that comes before the first entry. */
export const zeros = '0'.repeat(64)

export const seal: Seal = ({ seq, id, at, fact, hidden }, before) => {
  const sealed = { seq, id, at, fact, hidden, before }
  return { ...sealed, hash: sha256(sealedText(sealed)) }
}

/**
 * Exactly the text that is hashed: canonical JSON (RFC 8785) in UTF-8, the instant as ISO 8601 in UTC with
 * milliseconds.
 */
export function sealedText({ seq, id, at, fact, hidden, before }: Omit<Entry, 'hash'>): string {
  return canonical({ seq, id, at: at.toISOString(), fact, hidden, before })
}

/** What an entry holds in place of a hidden field. */
export function hashHidden(salt: string, fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, saltedHash(salt, value)]))
}
