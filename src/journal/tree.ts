// All entries of the journal under one hash, so that one entry can be shown to belong without showing any other: a
// Merkle tree as in RFC 6962 (Certificate Transparency), over the entries' own hashes in order.
import { sha256 } from '../kit/hash.ts'

/** The size of the tree, which is the number of the last entry, and its root. */
export interface Tree {
  readonly size: number
  readonly root: string
}

/** The hashes with which one entry's hash is combined on the way to the root, from the bottom up. */
export interface Sibling {
  readonly side: 'left' | 'right'
  readonly hash: string
}

export interface Growing {
  /** Takes the next entry's hash, in hex. */
  add(hash: string): void
  tree(): Tree
  /** The path of the requested entry; undefined where the tree has not grown that far. */
  path(): readonly Sibling[] | undefined
}

interface Branch {
  readonly size: number
  readonly hash: string
  readonly holds: boolean
}

/** Memory grows with the logarithm of the size. `seq` is the number of the entry whose path is wanted, from 1. */
export function growTree(seq?: number): Growing {
  const branches: Branch[] = []
  const path: Sibling[] = []
  let size = 0
  return {
    add(hash) {
      size += 1
      let branch: Branch = { size: 1, hash: leafOf(hash), holds: size === seq }
      for (let left = branches.at(-1); left?.size === branch.size; left = branches.at(-1)) {
        branches.pop()
        branch = join({ left, right: branch }, path)
      }
      branches.push(branch)
    },
    tree: () => ({ size, root: topOf(branches, [])?.hash ?? sha256('') }),
    path() {
      if (seq === undefined || seq < 1 || seq > size) return undefined
      const whole = [...path]
      topOf(branches, whole)
      return whole
    },
  }
}

function topOf(branches: readonly Branch[], path: Sibling[]): Branch | undefined {
  return branches.reduceRight<Branch | undefined>(
    (right, left) => (right === undefined ? left : join({ left, right }, path)),
    undefined,
  )
}

function join({ left, right }: { readonly left: Branch; readonly right: Branch }, path: Sibling[]): Branch {
  if (left.holds) path.push({ side: 'right', hash: right.hash })
  if (right.holds) path.push({ side: 'left', hash: left.hash })
  return { size: left.size + right.size, hash: nodeOf(left.hash, right.hash), holds: left.holds || right.holds }
}

/** The first byte tells a leaf from a branch, so that neither can be passed off as the other. */
export function leafOf(hash: string): string {
  return sha256(Buffer.from(`00${hash}`, 'hex'))
}

export function nodeOf(left: string, right: string): string {
  return sha256(Buffer.from(`01${left}${right}`, 'hex'))
}

export function rootBy(hash: string, path: readonly Sibling[]): string {
  return path.reduce(
    (at, { side, hash: other }) => (side === 'left' ? nodeOf(other, at) : nodeOf(at, other)),
    leafOf(hash),
  )
}
