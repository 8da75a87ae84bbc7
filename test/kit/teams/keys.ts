// The keys of the local issuer: which are published, and for which channels they are endorsed.
import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, type CryptoKey } from 'jose'
import type { Fields } from '../json.ts'

export interface Key {
  readonly kid: string
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
  readonly jwk: Fields
}

export interface Keys {
  /** Signs for Teams. */
  readonly channel: Key
  /** Published, and endorsed for another channel only. */
  readonly elsewhere: Key
  /** Published without endorsements: the SDK accepts it for any channel. */
  readonly bare: Key
  /** Not published. */
  readonly foreign: Key
  /** Signs the tokens with which the bot calls the connector. */
  readonly login: Key
}

let made: Promise<Keys> | undefined

/** Made once, because it takes a moment, and the SDK caches keys by address for the life of the process. */
export function theKeys(): Promise<Keys> {
  return (made ??= (async () => {
    const [channel, elsewhere, bare, foreign, login] = await Promise.all([
      makeKey(['msteams']),
      makeKey(['webchat', 'directline']),
      makeKey(undefined),
      makeKey(['msteams']),
      makeKey(undefined),
    ])
    return { channel, elsewhere, bare, foreign, login }
  })())
}

async function makeKey(endorsements: readonly string[] | undefined): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const kid = randomUUID()
  const { kty, n, e } = await exportJWK(publicKey)
  const jwk = { kty, n, e, use: 'sig', kid, ...(endorsements === undefined ? {} : { endorsements }) }
  return { kid, publicKey, privateKey, jwk }
}
