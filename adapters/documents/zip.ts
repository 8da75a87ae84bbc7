// Opens zip archives from strangers: parts are unpacked one by one, and the sizes in headers are not trusted.
import { crc32, inflateRawSync } from 'node:zlib'
import { isOle2, refuseOle2 } from './ole.ts'
import { refusals, Unreadable } from './refuse.ts'

export interface Archive {
  readonly names: readonly string[]
  /**
   * A part's bytes; `undefined` where there is no such part. Only broken files have names that differ in case, so case
   * is ignored.
   */
  part(name: string): Uint8Array | undefined
}

export const archiveLimits = { part: 30_000_000, together: 60_000_000, parts: 30_000 } as const

interface Entry {
  readonly name: string
  readonly method: number
  readonly isLocked: boolean
  readonly crc: number
  readonly packed: number
  readonly at: number
}

export function openArchive(bytes: Uint8Array): Archive {
  if (bytes.length === 0) throw new Unreadable(refusals.empty)
  if (isOle2(bytes)) throw new Unreadable(refuseOle2(bytes))
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  // Of two parts with the same name, Word reads the first.
  for (const entry of readDirectory(file)) {
    const key = entry.name.toLowerCase()
    if (!entries.has(key)) entries.set(key, entry)
  }
  let unpacked = 0
  return {
    names: [...entries.values()].map(({ name }) => name),
    part(name) {
      const entry = entries.get(name.toLowerCase())
      if (entry === undefined) return undefined
      if (entry.isLocked) throw new Unreadable(refusals.password)
      const part = unpack(file, entry, Math.min(archiveLimits.part, archiveLimits.together - unpacked))
      unpacked += part.length
      return part
    },
  }
}

/** The list of parts is at the end of the file; the headers before each part may leave sizes out. */
function readDirectory(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (file.readUInt32LE(0) !== 0x04034b50 && end < 0)
    throw new Unreadable(refusals.notThis('a Word, OpenDocument or Excel file'))
  if (end < 0 || end + 22 > file.length) throw new Unreadable(refusals.damaged)
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  if (count > archiveLimits.parts) throw new Unreadable(refusals.tooLarge)
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw new Unreadable(refusals.damaged)
    const nameLength = file.readUInt16LE(at + 28)
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: file.readUInt16LE(at + 10),
      isLocked: (file.readUInt16LE(at + 8) & 1) === 1,
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(file: Buffer, entry: Entry, most: number): Uint8Array {
  const { at } = entry
  if (at + 30 > file.length || file.readUInt32LE(at) !== 0x04034b50) throw new Unreadable(refusals.damaged)
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  if (start + entry.packed > file.length) throw new Unreadable(refusals.damaged)
  const part = inflate(file.subarray(start, start + entry.packed), entry.method, most)
  if (crc32(part) !== entry.crc) throw new Unreadable(refusals.damaged)
  return part
}

function inflate(packed: Uint8Array, method: number, most: number): Uint8Array {
  if (method !== 0 && method !== 8) throw new Unreadable(refusals.damaged)
  if (method === 0 && packed.length > most) throw new Unreadable(refusals.tooLarge)
  if (method === 0) return packed
  if (most <= 0) throw new Unreadable(refusals.tooLarge)
  try {
    // It stops as soon as there is more, whatever the headers promised: a bomb costs no more than the limit.
    return inflateRawSync(packed, { maxOutputLength: most })
  } catch (error) {
    const isBomb = error instanceof RangeError
    throw new Unreadable(isBomb ? refusals.tooLarge : refusals.damaged)
  }
}
