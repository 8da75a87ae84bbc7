// SHA-256 and its keyed form, as lower-case hex: the only cryptography that evidence rests on.
import { createHmac, hash } from 'node:crypto'

/** Of bytes, or of the UTF-8 bytes of a text. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex')
}

/** HMAC-SHA-256 of the UTF-8 bytes of `text`, keyed with those of `salt`. */
export function saltedHash(salt: string, text: string): string {
  return createHmac('sha256', salt).update(text, 'utf8').digest('hex')
}
