import { expect } from 'chai'
import { columnsOf } from '../../../src/kit/columns.ts'

describe('columns of numbers', () => {
  it('are all 0 at first, as long as there are rows, and each its own, however many are asked for', () => {
    const begin = columnsOf(3)
    // The second round reuses the first round's columns, which hold values by then.
    for (const time of [1, 2]) {
      const columns = begin()
      const made = Array.from({ length: 10 * time }, (_, n) => (n % 2 === 0 ? columns.floats() : columns.ints()))
      for (const [n, column] of made.entries()) {
        expect([...column]).to.deep.equal([0, 0, 0])
        column.fill(n + 1)
      }
      expect(made.map((column) => [...column])).to.deep.equal(made.map((_, n) => [n + 1, n + 1, n + 1]))
    }
  })
})
