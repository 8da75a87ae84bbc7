// What was read of each edition's text, beside the indexes in the home's folder `cache`: a text is taken apart once, and
// not at every start. Whatever the text, its place or the program is, something else is asked for.
import { deserialize, serialize } from 'node:v8'
import { z } from 'zod'
import { sha256 } from '../kit/hash.ts'
import { readEdition, type ReadEdition, type ReadText } from '../library/editions.ts'
import type { KeptIndexes } from '../ports/indexes.ts'

export interface Remembered {
  readonly readText: ReadText
  /** Called when everything has been read: keeps what was asked for, where that has changed. */
  readonly keep: () => void
}

/** Once for a running program: what is read again is the same object as long as its text is the same. */
export function rememberEditions(kept: KeptIndexes | undefined): Remembered {
  if (kept === undefined) return { readText: readEdition, keep: () => undefined }
  let known = unpack(kept.find(name))
  let asked = new Map<string, ReadEdition>()
  let isNew = false
  return {
    readText(file, source) {
      const key = sha256(`${file}\n${source}`)
      const before = asked.get(key) ?? known.get(key)
      isNew ||= before === undefined
      const read = before ?? readEdition(file, source)
      asked.set(key, read)
      return read
    },
    keep() {
      if (isNew || asked.size !== known.size) kept.keep(name, serialize(asked))
      known = asked
      asked = new Map()
      isNew = false
    },
  }
}

const name = 'editions'

/** Empty for bytes that hold something else. */
function unpack(bytes: Uint8Array | undefined): ReadonlyMap<string, ReadEdition> {
  if (bytes === undefined) return new Map()
  try {
    return Packed.parse(deserialize(bytes))
  } catch {
    return new Map()
  }
}

/** Checked as a whole: the same program wrote it, and a seal before the bytes says that none is damaged. */
const Packed = z.map(
  z.string(),
  z.custom<ReadEdition>((value) => typeof value === 'object' && value !== null && 'problems' in value),
)
