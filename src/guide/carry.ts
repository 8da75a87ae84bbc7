// Decides what becomes of pointers when another edition replaces the text they were written for. A number alone never
// carries a pointer over.
import type { Edition } from '../policy/types.ts'
import { hashesOf } from './hash.ts'
import type { Carried, Pointer } from './types.ts'

/** One result for each pointer, in their order. */
export function carry<P extends Pointer>(pointers: readonly P[], edition: Edition): readonly Carried<P>[] {
  const hashes = hashesOf(edition)
  const refs = refsByHash(hashes)
  return pointers.map((pointer): Carried<P> => {
    const here = hashes.get(pointer.ref)
    if (here !== undefined && pointer.hashes.includes(here)) return { kind: 'kept', pointer, ref: pointer.ref }
    const [elsewhere, ...more] = new Set(pointer.hashes.flatMap((hash) => refs.get(hash) ?? []))
    // Where the text occurs twice, only a person can tell which place is meant.
    if (elsewhere !== undefined && more.length === 0) return { kind: 'moved', pointer, ref: elsewhere }
    return here === undefined ? { kind: 'lost', pointer } : { kind: 'changed', pointer, ref: pointer.ref }
  })
}

/** The ref where the pointer may be used in that edition; undefined where a person must look first. */
export function refIn(carried: Carried): string | undefined {
  return carried.kind === 'kept' || carried.kind === 'moved' ? carried.ref : undefined
}

function refsByHash(hashes: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const refs = new Map<string, string[]>()
  for (const [ref, hash] of hashes) {
    const same = refs.get(hash)
    if (same === undefined) refs.set(hash, [ref])
    else same.push(ref)
  }
  return refs
}
