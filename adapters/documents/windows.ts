// Decodes text in Windows-1252 where nothing better is known.

// Where Windows-1252 differs from Latin-1, from 0x80 on.
const differing = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20 decodes it as Latin-1, where quotation marks are control characters. */
export function decodeWindows(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => differing.charAt(sign.charCodeAt(0) - 0x80))
}

/** UTF-8 or UTF-16 where the bytes are valid in it, Windows-1252 otherwise. */
export function decodeAny(bytes: Uint8Array): string {
  const label = markOf(bytes)
  if (label !== undefined) return new TextDecoder(label).decode(bytes)
  return decodeStrictly(bytes, 'utf-8') ?? decodeWindows(bytes)
}

/** By the mark with which a text file may begin. */
export function markOf([one, two, three]: Uint8Array): string | undefined {
  if (one === 0xef && two === 0xbb && three === 0xbf) return 'utf-8'
  if (one === 0xff && two === 0xfe) return 'utf-16le'
  return one === 0xfe && two === 0xff ? 'utf-16be' : undefined
}

/** Undefined where the bytes are not valid in the encoding, or there is no such encoding. */
export function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    return decoder.encoding === 'windows-1252' ? decodeWindows(bytes) : decoder.decode(bytes)
  } catch {
    return undefined
  }
}
