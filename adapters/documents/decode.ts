// Decodes the bytes of a text file, or says why they are not text.
import type { UnreadDocument } from '../../src/ports/document.ts'

export const mostBytes = 10_000_000

export type DecodedText = { readonly kind: 'text'; readonly text: string } | UnreadDocument

/** UTF-8, UTF-16 and Windows-1252 are told apart; no character is dropped by a guess. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > mostBytes) return tooLarge(bytes.length)
  if (bytes.length === 0) return empty
  const format = formats.find(({ signature }) => startsWith(bytes, signature))
  if (format !== undefined) return refuse('binary', `is ${format.is}`, format.fix)
  const text = decode(bytes)
  if (text === undefined) {
    return refuse(
      'encoding',
      'is in an encoding that cannot be read',
      'Save it as plain text in UTF-8 and import that.',
    )
  }
  // Ctrl-Z ends a file of old DOS programs.
  const clean = text.replace(/^\uFEFF/, '').replace(/\x1A+$/, '')
  if (!/[\p{L}\p{N}]/u.test(clean)) return /[^\s\p{P}]/u.test(clean) ? binary : empty
  return countControls(clean) > clean.length / 500 ? binary : { kind: 'text', text: clean }
}

export function tooLarge(size: number): UnreadDocument {
  const what = `is too large: ${(size / 1_000_000).toFixed(1)} MB, and at most 10 MB can be imported`
  return refuse('too-large', what, 'A policy is text of some pages; save it without pictures, as plain text.')
}

function refuse(why: UnreadDocument['why'], what: string, fix: string): UnreadDocument {
  return { kind: 'refused', why, what, fix }
}

const asText = 'Open it, save it as plain text (.txt) or Markdown (.md), and import that.'
const empty = refuse('empty', 'is empty: it holds no text', 'Check that it is the right file, and that it was saved.')
const binary = refuse('binary', 'is not a text file', asText)

const formats = [
  { signature: [0x25, 0x50, 0x44, 0x46], is: 'a PDF', fix: asText },
  { signature: [0x50, 0x4b, 0x03, 0x04], is: 'a Word document or another packed file', fix: asText },
  { signature: [0xd0, 0xcf, 0x11, 0xe0], is: 'an old Word document', fix: asText },
  { signature: [0x7b, 0x5c, 0x72, 0x74, 0x66], is: 'a rich text file (RTF)', fix: asText },
]

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

function decode(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) return undefined
  if (startsWith(bytes, [0xff, 0xfe])) return strictly('utf-16le', bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return strictly('utf-16be', bytes)
  if (bytes.includes(0)) return decodeBareUtf16(bytes)
  return strictly('utf-8', bytes) ?? decodeWindows(bytes)
}

/** UTF-16 without a byte-order mark: every other byte of English text is zero. */
function decodeBareUtf16(bytes: Uint8Array): string | undefined {
  const noughts = [0, 0]
  for (const [at, byte] of bytes.entries()) if (byte === 0) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = noughts
  const enough = bytes.length * 0.35
  if (odd > enough && even === 0) return strictly('utf-16le', bytes)
  if (even > enough && odd === 0) return strictly('utf-16be', bytes)
  // It is not text, and should be refused as such, not as text in an unknown encoding.
  return '\0'
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

// Where Windows-1252 differs from Latin-1, from 0x80 on; a space stands for the five bytes without a meaning.
const windows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/**
 * What Notepad wrote for decades. Node's own decoder takes it for Latin-1, where quotation marks are control
 * characters.
 */
function decodeWindows(bytes: Uint8Array): string | undefined {
  const text = strictly('latin1', bytes)?.replace(/[\u0080-\u009f]/g, (sign) => {
    const letter = windows.charAt(sign.charCodeAt(0) - 0x80)
    return letter === ' ' ? '\0' : letter
  })
  return text === undefined || text.includes('\0') ? undefined : text
}

function countControls(text: string): number {
  return text.match(/[\x00-\x08\x0E-\x1F\x7F]/g)?.length ?? 0
}
