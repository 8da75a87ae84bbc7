// SHA-256 and HMAC-SHA-256 as lower-case hex: the only cryptography that the evidence relies on.
import { createHmac, hash } from 'node:crypto'

/** The hash of bytes, or of a text's UTF-8 bytes. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex')
}

/** HMAC-SHA-256 of the UTF-8 bytes of `text`; the key is the UTF-8 bytes of `salt`. */
export function saltedHash(salt: string, text: string): string {
  return createHmac('sha256', salt).update(text, 'utf8').digest('hex')
}
