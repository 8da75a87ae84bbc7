// The computed index of a shelf as bytes, to be kept from one start to the next: typed arrays as they are, with the
// tables of terms. V8's own serialisation holds both, and writes a term that occurs in many tables once.
import { deserialize, serialize } from 'node:v8'
import { z } from 'zod'
import { sha256 } from '../kit/hash.ts'
import type { Worked } from '../search/build.ts'
import { withRarity, type TextIndex } from '../search/text-index.ts'
import type { General, ShelvedSection } from '../search/types.ts'

/** A different key for every change of its input: the texts, the lexicon and the topics. */
export function keyOfWorked(shelf: readonly ShelvedSection[], general: General): string {
  const texts = shelf.map(({ edition: { policy, title }, section, usual }) => ({ policy, title, section, usual }))
  return sha256(JSON.stringify({ texts, general }))
}

export function packWorked({ topics, text, treats, parts }: Worked): Uint8Array {
  return serialize({ topics: { ...topics, text: bareIndex(topics.text) }, text: bareIndex(text), treats, parts })
}

/** Undefined for bytes that hold something else. */
export function unpackWorked(bytes: Uint8Array): Worked | undefined {
  const read = Packed.safeParse(unclone(bytes))
  if (!read.success) return undefined
  const { topics, text, treats, parts } = read.data
  const { background } = topics
  const topicText = withRarity(topics.text, background)
  return { topics: { ...topics, text: topicText }, text: withRarity(text, background), treats, parts }
}

function unclone(bytes: Uint8Array): unknown {
  try {
    return deserialize(bytes)
  } catch {
    return undefined
  }
}

/** The rarity of a word follows from the rest, and is a function, which cannot be kept. */
function bareIndex({ rarity: _, ...index }: TextIndex): Omit<TextIndex, 'rarity'> {
  return index
}

/** The tables are checked as a whole, because they have tens of thousands of entries. */
const table = <V>() => z.custom<ReadonlyMap<string, V>>((value) => value instanceof Map)
const numbers = z.instanceof(Uint32Array)
const shares = z.instanceof(Float64Array)
const strings = z.array(z.string())

const Kept = z.object({
  numberOf: table<number>(),
  starts: numbers,
  places: numbers,
  weights: z.instanceof(Float32Array),
})
const Text = z.object({
  size: z.int(),
  whole: Kept,
  pieces: Kept,
  sectionOf: numbers,
  headings: Kept,
  above: Kept,
  titles: Kept,
  held: Kept,
  policies: strings,
  policyOf: numbers,
})
const Part = z.object({
  topic: z.int(),
  part: z.object({ called: strings, body: strings, asked: strings }),
  called: z.array(strings),
  body: z.custom<ReadonlySet<string>>((value) => value instanceof Set),
})
const Packed = z.object({
  topics: z.object({
    parts: z.array(Part),
    text: Text,
    lexicon: table<Worked['topics']['lexicon'] extends ReadonlyMap<string, infer L> ? L : never>(),
    background: z.object({ count: z.int(), spread: table<number>() }),
    titles: z.array(z.array(strings)),
    phrases: z.object({
      all: z.array(z.object({ part: z.int(), weight: z.number() })),
      of: table<readonly number[]>(),
    }),
  }),
  text: Text,
  treats: z.array(shares),
  parts: z.array(z.array(z.int())),
})
