// Seals an entry of the journal: its hash covers everything in it and the hash of the entry before it.
import { saltedHashes, sha256 } from '../kit/hash.ts'
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
export function sealedText({ seq, id, at, before, ...rest }: Omit<Entry, 'hash'>): string {
  return joinedText({ seq, id, at: at.toISOString(), before, ...textsOf(rest) })
}

/** The two parts of an entry that are kept as texts, in the form that is hashed. */
export function textsOf({ fact, hidden }: Pick<Entry, 'fact' | 'hidden'>): { fact: string; hidden: string } {
  return { fact: canonical(fact), hidden: canonical(hidden) }
}

/** An entry's parts as they are kept. */
export interface KeptTexts extends Pick<Entry, 'seq' | 'id' | 'before'> {
  readonly at: string
  readonly fact: string
  readonly hidden: string
}

/** The text that is hashed, where the parts are in its form already: nothing is parsed, so it costs nearly nothing. */
export function joinedText({ seq, id, at, fact, hidden, before }: KeptTexts): string {
  const quoted = JSON.stringify(id)
  return `{"at":"${at}","before":"${before}","fact":${fact},"hidden":${hidden},"id":${quoted},"seq":${seq}}`
}

/** What an entry holds in place of a hidden field. */
export function hashHidden(salt: string, fields: Readonly<Record<string, string>>): Record<string, string> {
  const made = saltedHashes(salt, Object.values(fields))
  const hashes: Record<string, string> = {}
  Object.keys(fields).forEach((field, at) => {
    hashes[field] = made[at] ?? ''
  })
  return hashes
}
