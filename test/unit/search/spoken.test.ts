import { expect } from 'chai'
import { spokenWords } from '../../../src/search/spoken.ts'

describe('spoken words', () => {
  const table: [string, string][] = [
    ["He's gonna stab me", 'he going to stab me'],
    ['I dont wanna', 'i do not want to'],
    ["they'll, I'd, we've", 'they will i would we have'],
    ["won't can't cannot", 'will not can not can not'],
    ["her dad's car", 'her dad car'],
    ['a lad in y10, yr 9 and Year11s', 'a lad in year 10 year 9 and year 11'],
    ['the year 8s', 'the year 8'],
    ['a 13yo', 'a 13 year old'],
    ['msg from some1', 'message from someone'],
    ['', ''],
    ['!!! … 🙂', ''],
  ]
  for (const [text, words] of table) {
    it(`spells out “${text}”`, () =>
      expect(
        spokenWords(text)
          .map(({ word }) => word)
          .join(' '),
      ).to.equal(words))
  }

  it('counts a sentence end as three words', () => {
    expect(spokenWords('one two. three').map(({ at, sentence }) => [at, sentence])).to.deep.equal([
      [0, 0],
      [1, 0],
      [5, 1],
    ])
  })

  it('does not take a point inside a word for a sentence end', () => {
    expect(new Set(spokenWords('see hants.gov.uk today').map(({ sentence }) => sentence)).size).to.equal(1)
  })
})
