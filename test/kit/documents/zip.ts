// Zip archives for tests, honest ones and one that lies of its sizes.
import { strToU8, zipSync } from 'fflate'

export type Parts = Readonly<Record<string, string>>

export function zipOf(parts: Parts): Uint8Array {
  // OpenDocument has its `mimetype` stand in the file as it is, so that programs find it without unpacking.
  const packed = (name: string) => ({ level: name === 'mimetype' ? 0 : 6 }) as const
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [strToU8(text), packed(name)]])))
}

/** Every header of it says that its parts are `claimed` bytes once they are unpacked. */
export function lyingZip(parts: Parts, claimed: number): Uint8Array {
  const zip = Buffer.from(zipOf(parts))
  for (let at = 0; at + 46 < zip.length; at++) {
    if (zip.readUInt32LE(at) === 0x04034b50) zip.writeUInt32LE(claimed, at + 22)
    if (zip.readUInt32LE(at) === 0x02014b50) zip.writeUInt32LE(claimed, at + 24)
  }
  return zip
}

/** Its parts can be unpacked, but their sums say that they are not what was packed. */
export function wrongSums(parts: Parts): Uint8Array {
  const zip = Buffer.from(zipOf(parts))
  for (let at = 0; at + 46 < zip.length; at++)
    if (zip.readUInt32LE(at) === 0x02014b50) zip.writeUInt32LE((zip.readUInt32LE(at + 16) ^ 1) >>> 0, at + 16)
  return zip
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** Whether it is meant as an element of one of the languages, `<w:r>`, and not as text. */
export function isXml(content: string): boolean {
  return /^<[a-z]+:/.test(content)
}
