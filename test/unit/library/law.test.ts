import { expect } from 'chai'
import { readLaws } from '../../../src/library/law.ts'
import type { Problem } from '../../../src/turn/library.ts'

const entry = '- names: [Libel Act 1843]\n  change: Repealed in part.\n  source: https://law.example/1843\n'

function read(source: string) {
  const problems: Problem[] = []
  return { laws: readLaws({ path: 'law.yaml', shown: 'law.yaml', source, own: false }, problems), problems }
}

describe('what has changed in the law', () => {
  for (const [added, sure] of [
    ['', 'likely'],
    ['  looked: 2026-11-30\n', 'certain'],
    ['  looked: 2026-11-30\n  sure: likely\n', 'likely'],
    ['  sure: certain\n', 'certain'],
  ] as const)
    it(`is ${sure} with “${added.trim().replace('\n ', ',')}”`, () => {
      expect(read(entry + added).laws[0]?.sure).to.equal(sure)
    })

  it('tells of a day and of a word that it does not know', () => {
    expect(read(`${entry}  looked: someday\n`).problems[0]?.what).to.include('is not a date')
    expect(read(`${entry}  sure: maybe\n`).problems[0]?.what).to.include('neither certain nor likely')
  })
})
