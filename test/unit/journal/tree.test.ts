// The tree over all entries, compared with a plain recursive one as RFC 6962 defines it, with each entry's path in it.
import { expect } from 'chai'
import { growTree, leafOf, nodeOf, rootBy } from '../../../src/journal/tree.ts'
import { sha256 } from '../../../src/kit/hash.ts'

/** Exactly as RFC 6962, section 2.1, defines it. */
function plain(hashes: readonly string[]): string {
  if (hashes.length === 0) return sha256('')
  const [first = ''] = hashes
  if (hashes.length === 1) return leafOf(first)
  let k = 1
  while (k * 2 < hashes.length) k *= 2
  return nodeOf(plain(hashes.slice(0, k)), plain(hashes.slice(k)))
}

describe('journal: the tree over all entries', () => {
  const hashes = Array.from({ length: 70 }, (_, n) => sha256(`entry ${n}`))

  it('has the root of a plain one, for every size', () => {
    const growing = growTree()
    for (const [n, hash] of hashes.entries()) {
      expect(growing.tree()).to.deep.equal({ size: n, root: plain(hashes.slice(0, n)) })
      growing.add(hash)
    }
  })

  it('leads from every entry to the root, and from no other', () => {
    for (const size of [1, 2, 3, 7, 8, 9, 33, 70])
      for (let seq = 1; seq <= size; seq++) {
        const growing = growTree(seq)
        for (const hash of hashes.slice(0, size)) growing.add(hash)
        const path = growing.path() ?? expect.fail('no path')
        expect(rootBy(hashes[seq - 1] ?? '', path)).to.equal(growing.tree().root)
        expect(rootBy(sha256('another'), path)).not.to.equal(growing.tree().root)
        expect(path.length).to.be.at.most(Math.ceil(Math.log2(size)))
      }
  })

  it('has no way for an entry that it does not hold', () => {
    expect(growTree().path()).to.equal(undefined)
    expect(growTree(3).path()).to.equal(undefined)
  })
})
