// The small part of DER (X.690) that a time-stamp request needs: writing and reading tagged values.

export interface Der {
  readonly tag: number
  readonly content: Uint8Array
}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  nothing: 0x05,
  object: 0x06,
  time: 0x18,
  sequence: 0x30,
  first: 0xa0,
} as const

export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content])
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 + bytes.length, ...bytes]
}

/** The values that follow one another; undefined where the bytes are not valid DER. */
export function readDer(bytes: Uint8Array): readonly Der[] | undefined {
  const found: Der[] = []
  for (let at = 0; at < bytes.length;) {
    const [tag, first] = [bytes[at], bytes[at + 1]]
    if (tag === undefined || first === undefined) return undefined
    const more = first < 0x80 ? 0 : first - 0x80
    if (more > 4 || (more === 0 && first >= 0x80)) return undefined
    const start = at + 2 + more
    const length = more === 0 ? first : bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0)
    if (start + length > bytes.length) return undefined
    found.push({ tag, content: bytes.subarray(start, start + length) })
    at = start + length
  }
  return found
}
