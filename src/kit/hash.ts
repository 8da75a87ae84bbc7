// SHA-256 and HMAC-SHA-256 as lower-case hex: the only cryptography that the evidence relies on.
import { hash } from 'node:crypto'

/** The hash of bytes, or of a text's UTF-8 bytes. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex')
}

/** HMAC-SHA-256 of the UTF-8 bytes of `text`; the key is the UTF-8 bytes of `salt`. */
export function saltedHash(salt: string, text: string): string {
  return saltedHashes(salt, [text]).join('')
}

/** SHA-256 works on this many bytes at a time. */
const block = 64

/** Where a text and the hash inside are put behind the key. Most texts fit, and nothing else runs in between. */
const inside = Buffer.alloc(1024)
const outside = Buffer.alloc(block + 32)

/**
 * As RFC 2104 makes it of two plain hashes, with the key prepared once for all texts. Node's own makes an object for
 * each, which costs several times the hashing where a million are checked.
 */
export function saltedHashes(salt: string, texts: readonly string[]): string[] {
  const bytes = Buffer.from(salt)
  const key = bytes.length > block ? Buffer.from(sha256(bytes), 'hex') : bytes
  for (let at = 0; at < block; at++) {
    const byte = key[at] ?? 0
    outside[at] = byte ^ 0x5c
    inside[at] = byte ^ 0x36
  }
  return texts.map((text) => {
    outside.write(sha256(behindKey(text)), block, 'hex')
    return sha256(outside)
  })
}

/** The prepared key, and the text's bytes. */
function behindKey(text: string): Uint8Array {
  // No character takes more than three bytes.
  if (block + 3 * text.length > inside.length) return Buffer.concat([inside.subarray(0, block), Buffer.from(text)])
  return inside.subarray(0, block + inside.write(text, block))
}
