// That a tree of entries has only grown since it was smaller (RFC 9162, 2.1.4): shown with few hashes, checked without any
// entry. Whoever holds an older root needs nothing else to see that nothing before it was changed.
import { leafOf, nodeOf, type Tree } from './tree.ts'

/** `hashes` are all entries' own, in order; `old` is how many there were, from 1. */
export function consistencyProof(hashes: readonly string[], old: number): readonly string[] {
  if (old < 1 || old >= hashes.length) return []
  return subproof(hashes, { from: 0, to: hashes.length, old, whole: true })
}

interface Part {
  readonly from: number
  readonly to: number
  readonly old: number
  /** Whether the old tree is known to be all of this part: then its own root need not be shown. */
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

/** Of the entries from `from` to before `to`. */
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

/** Whether `now` can only have come from `old` by entries that were added. */
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

/** Two places on their way up, as the RFC calls them: the last of the old tree, and of the new. */
interface Places {
  readonly fn: number
  readonly sn: number
}

interface Climb extends Places {
  readonly before: string
  readonly after: string
}

/** Up to where the old tree's last whole part ends. */
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
