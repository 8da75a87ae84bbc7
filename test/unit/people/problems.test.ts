// What is said about a faulty list: a problem with its headings, or the number of faulty rows.
import { expect } from 'chai'
import { readTable } from '../../../src/people/columns.ts'
import { readCsv } from '../../../adapters/documents/csv.ts'
import { countProblems } from '../../../src/people/problems.ts'

const row = (line: number) => ({ line, what: 'w', fix: 'f' })

describe('people: problems of a list', () => {
  it('counts rows, and one row once', () => {
    expect(countProblems([row(3)])).to.equal('There is a problem with 1 row')
    expect(countProblems([row(3), row(3), row(5)])).to.equal('There is a problem with 2 rows')
  })

  for (const [what, file] of [
    ['an empty file', ''],
    ['no column with names', 'Post,Email\nTeacher,a@b.example\n'],
    ['a column twice', 'Name,Email,E-mail\nAda,a@b.example,a@b.example\n'],
  ] as const) {
    it(`${what} is a problem with the headings`, () => {
      const read = readCsv(file)
      expect(countProblems(readTable(read.kind === 'broken' ? [] : read.records).problems)).to.equal(
        'There is a problem with the headings',
      )
    })
  }
})
