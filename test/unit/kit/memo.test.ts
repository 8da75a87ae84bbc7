// A remembered result is reused for as long as its inputs stay the same.
import { expect } from 'chai'
import { memo, memoByName, memoLast } from '../../../src/kit/memo.ts'

describe('remembering', () => {
  const made: string[] = []
  const make = (name: string, text: string) => {
    made.push(name)
    return { text }
  }
  beforeEach(() => void made.splice(0))

  it('by name makes anew only what has changed', () => {
    const read = memoByName(make)
    const first = read('a.md', 'one')
    expect(read('b.md', 'one')).to.not.equal(first)
    expect(read('a.md', 'one')).to.equal(first)
    expect(read('a.md', 'two').text).to.equal('two')
    expect(read('a.md', 'one').text).to.equal('one')
    expect(made).to.deep.equal(['a.md', 'b.md', 'a.md', 'a.md'])
  })

  it('by name forgets what was asked for longest ago', () => {
    const read = memoByName(make, 2)
    for (const name of ['a.md', 'b.md', 'a.md', 'c.md', 'a.md', 'b.md']) read(name, 'one')
    expect(made).to.deep.equal(['a.md', 'b.md', 'c.md', 'b.md'])
  })

  it('of the last makes anew where any argument is another', () => {
    const read = memoLast(make)
    const first = read('a.md', 'one')
    expect(read('a.md', 'one')).to.equal(first)
    expect(read('b.md', 'one')).to.not.equal(first)
    expect(made).to.deep.equal(['a.md', 'b.md'])
  })

  it('of an object makes once, also where nothing came of it', () => {
    let times = 0
    const found = memo((_: object) => void (times += 1))
    const key = {}
    found(key)
    found(key)
    found({})
    expect(times).to.equal(2)
  })
})
