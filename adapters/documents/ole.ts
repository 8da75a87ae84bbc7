// The container of Word and Excel before 2007, which also wraps newer files with a password.
import { refusals } from './refuse.ts'
import type { UnreadDocument } from '../../src/ports/document.ts'

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

export function isOle2(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Such a file is never read; it is either encrypted or old. */
export function refuseOle2(bytes: Uint8Array): UnreadDocument {
  return hasStream(bytes, 'EncryptedPackage') ? refusals.password : refusals.oldFormat
}

/**
 * Names of streams are in the directory as UTF-16; they are searched anywhere, because the directory may be incomplete.
 */
function hasStream(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}
