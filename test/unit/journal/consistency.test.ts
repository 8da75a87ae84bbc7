// Proof that a tree has only grown, for somebody who holds an older root: every size is proved against every other, and
// any alteration is noticed.
import { expect } from 'chai'
import { consistencyProof, isConsistent, rootOf } from '../../../src/journal/consistency.ts'
import { growTree } from '../../../src/journal/tree.ts'
import { sha256 } from '../../../src/kit/hash.ts'

describe('journal: a tree that has only grown', () => {
  const hashes = Array.from({ length: 40 }, (_, n) => sha256(`entry ${n}`))
  const tree = (size: number) => ({ size, root: rootOf(hashes, 0, size) })

  it('has the root that is grown entry by entry', () => {
    for (let size = 1; size <= hashes.length; size++) {
      const growing = growTree()
      for (const hash of hashes.slice(0, size)) growing.add(hash)
      expect(growing.tree()).to.deep.equal(tree(size))
    }
  })

  it('is shown for each older size, with few hashes', () => {
    for (let size = 1; size <= hashes.length; size++)
      for (let old = 1; old <= size; old++) {
        const proof = consistencyProof(hashes.slice(0, size), old)
        expect(isConsistent(tree(old), tree(size), proof), `${old} of ${size}`).to.equal(true)
        expect(proof.length).to.be.at.most(7)
      }
  })

  it('is not shown for one that was changed, cut or made up', () => {
    const other = hashes.map((hash, at) => (at === 2 ? sha256('changed') : hash))
    for (let size = 4; size <= hashes.length; size++)
      for (let old = 3; old < size; old++) {
        const now = { size, root: rootOf(other, 0, size) }
        const proof = consistencyProof(other.slice(0, size), old)
        expect(isConsistent(tree(old), now, proof), `${old} of ${size}`).to.equal(false)
        const good = consistencyProof(hashes.slice(0, size), old)
        expect(isConsistent(tree(old), tree(size), good.slice(0, -1))).to.equal(false)
        expect(isConsistent(tree(old), tree(size), [...good, sha256('more')])).to.equal(false)
        expect(isConsistent(tree(size), tree(old), good)).to.equal(false)
      }
    expect(isConsistent({ size: 0, root: '' }, tree(4), [])).to.equal(false)
    expect(isConsistent(tree(4), tree(4), []), 'nothing was added').to.equal(true)
    const replaced = { size: 4, root: rootOf(other, 0, 4) }
    expect(isConsistent(tree(4), replaced, []), 'another of the same length').to.equal(false)
    expect(isConsistent(tree(4), tree(4), [sha256('more')])).to.equal(false)
  })
})
