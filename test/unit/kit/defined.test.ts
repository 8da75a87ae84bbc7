// What is left out of lists and records, and what is kept.
import { expect } from 'chai'
import { compact, defined } from '../../../src/kit/defined.ts'

describe('parts that may be missing', () => {
  it('a list leaves out false and undefined, and nothing else that is empty', () => {
    const none: string | undefined = undefined
    expect(compact(['a', none, false, '', 'b'])).to.deep.equal(['a', '', 'b'])
    expect(compact([0, null, false])).to.deep.equal([0, null])
  })

  it('a record leaves out what is undefined, and nothing else that is empty', () => {
    const found = defined({ a: 1, b: undefined, c: false, d: '', e: null })
    expect(found).to.deep.equal({ a: 1, c: false, d: '', e: null })
    expect(found).to.not.have.property('b')
  })
})
