// Proves that a tree of entries has only grown since it was smaller (RFC 9162, 2.1.4). The proof needs a few hashes and
// no entries. Whoever holds an older root can see from it that nothing before that root was changed.
import { leafOf, nodeOf, type Tree } from './tree.ts'

/** `hashes` are the entries' own hashes, in order; `old` is the size of the older tree, at least 1. */
export function consistencyProof(hashes: readonly string[], old: number): readonly string[] {
  if (old < 1 || old >= hashes.length) return []
  return subproof(hashes, { from: 0, to: hashes.length, old, whole: true })
}

interface Part {
  readonly from: number
  readonly to: number
  readonly old: number
  /** Whether the old tree covers this whole part: then its root is known and not part of the proof. */
  readonly whole: boolean
}

function subproof(hashes: readonly string[], { from, to, old, whole }: Part): string[] {
  const size = to - from
  if (old === size) return whole ? [] : [rootOf(hashes, from, to)]
  const left = largestPower(size)
  const middle = from + left
  return old <= left
    ? [...subproof(hashes, { from, to: middle, old, whole }), rootOf(hashes, middle, to)]
    : [...subproof(hashes, { from: middle, to, old: old - left, whole: false }), rootOf(hashes, from, middle)]
}

/** The root of the entries from `from` to before `to`. */
export function rootOf(hashes: readonly string[], from: number, to: number): string {
  if (to - from === 1) return leafOf(hashes[from] ?? '')
  const middle = from + largestPower(to - from)
  return nodeOf(rootOf(hashes, from, middle), rootOf(hashes, middle, to))
}

/** The largest power of two below `size`. */
function largestPower(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

/** Whether adding entries to `old` can have led to `now`. */
export function isConsistent(old: Tree, now: Tree, proof: readonly string[]): boolean {
  if (old.size < 1 || old.size > now.size) return false
  if (old.size === now.size) return proof.length === 0 && old.root === now.root
  const [first, ...rest] = isPower(old.size) ? [old.root, ...proof] : proof
  if (first === undefined) return false
  let climb: Climb = { before: first, after: first, ...start(old.size - 1, now.size - 1) }
  for (const hash of rest) {
    if (climb.sn === 0) return false
    climb = step(climb, hash)
  }
  return climb.sn === 0 && climb.before === old.root && climb.after === now.root
}

/** Two positions on the way up, named as in the RFC: the last entry of the old tree and of the new one. */
interface Places {
  readonly fn: number
  readonly sn: number
}

interface Climb extends Places {
  readonly before: string
  readonly after: string
}

/** Climbs to the root of the old tree's last complete part. */
function start(fn: number, sn: number): Places {
  return fn % 2 === 1 ? start(half(fn), half(sn)) : { fn, sn }
}

function step({ before, after, fn, sn }: Climb, hash: string): Climb {
  if (fn % 2 === 0 && fn !== sn) return { before, after: nodeOf(after, hash), fn: half(fn), sn: half(sn) }
  const up = skip(fn, sn)
  return { before: nodeOf(hash, before), after: nodeOf(hash, after), fn: half(up.fn), sn: half(up.sn) }
}

function skip(fn: number, sn: number): Places {
  return fn % 2 === 0 && fn !== 0 ? skip(half(fn), half(sn)) : { fn, sn }
}

function half(number: number): number {
  return Math.floor(number / 2)
}

function isPower(number: number): boolean {
  return Math.log2(number) % 1 === 0
}
