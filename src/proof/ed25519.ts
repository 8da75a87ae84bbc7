// Ed25519 signatures: the same key and the same words give the same signature.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'

/** 32 bytes. */
export type PublicKey = Uint8Array

/** A new private key, as PEM. */
export function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

export function publicOf(pem: string): PublicKey {
  return new Uint8Array(createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'der' }).subarray(-32))
}

export function signBytes(pem: string, bytes: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, bytes, createPrivateKey(pem)))
}

const wrapping = Buffer.from('302a300506032b6570032100', 'hex')

/** Also false where the key is not valid. */
export function isSignedBy(key: PublicKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const der = Buffer.concat([wrapping, key])
    return verify(null, bytes, createPublicKey({ key: der, type: 'spki', format: 'der' }), signature)
  } catch {
    return false
  }
}
