// Makes zip archives for tests: correct ones, one with false sizes, and one with false checksums.
import { strToU8, zipSync } from 'fflate'

export type Parts = Readonly<Record<string, string>>

export function zipOf(parts: Parts): Uint8Array {
  // OpenDocument requires `mimetype` uncompressed, so that programs find it without unpacking.
  const packed = (name: string) => ({ level: name === 'mimetype' ? 0 : 6 }) as const
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [strToU8(text), packed(name)]])))
}

/** All headers state `claimed` as the unpacked size of their part. */
export function lyingZip(parts: Parts, claimed: number): Uint8Array {
  const zip = Buffer.from(zipOf(parts))
  for (let at = 0; at + 46 < zip.length; at++) {
    if (zip.readUInt32LE(at) === 0x04034b50) zip.writeUInt32LE(claimed, at + 22)
    if (zip.readUInt32LE(at) === 0x02014b50) zip.writeUInt32LE(claimed, at + 24)
  }
  return zip
}

/** The parts can be unpacked, but do not match their checksums. */
export function wrongSums(parts: Parts): Uint8Array {
  const zip = Buffer.from(zipOf(parts))
  for (let at = 0; at + 46 < zip.length; at++)
    if (zip.readUInt32LE(at) === 0x02014b50) zip.writeUInt32LE((zip.readUInt32LE(at + 16) ^ 1) >>> 0, at + 16)
  return zip
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** Whether the content begins with an XML element such as `<w:r>`, and is not text. */
export function isXml(content: string): boolean {
  return /^<[a-z]+:/.test(content)
}
