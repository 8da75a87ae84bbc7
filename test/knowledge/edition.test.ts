// The restated Social Media Policy: complete, honest about its gaps, and in its own words.
import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { wordsOf } from '../../src/kit/text.ts'
import { textOf } from '../../src/policy/text.ts'
import { theLibrary } from '../kit/library.ts'

const refs = '1 2 3 4 5 6 6.a 6.b 6.c 6.d 6.e 7 7.a 7.b 8 8.1 8.2 A1 A1.1 A1.2 A1.3 A2'.split(' ')
const source = '../shared/policy/43-social-media-policy.txt'

describe('the restated edition', () => {
  const library = theLibrary()
  const policy = library.policies[0]
  const edition = policy?.editions[0]
  if (policy === undefined || edition === undefined) throw new Error('there is no policy in knowledge/')

  it('has every section under its own ref, in order', () => {
    expect(edition.sections.map(({ ref }) => ref)).to.deep.equal(refs)
  })

  it('has the dates of the policy, months as months', () => {
    expect(edition).to.include({
      wording: 'restated',
      published: '2015-10-26',
      reviewed: '2015-10',
      ratified: '2015-10',
      nextReview: '2016-10',
      approvedBy: undefined,
    })
  })

  it('marks the five places where the text announces a list and stops', () => {
    const gaps = edition.sections.filter(({ parts }) => parts.some(({ kind }) => kind === 'gap'))
    expect(gaps.map(({ ref }) => ref)).to.deep.equal(['5', '6.a', '6.b', '6.c', '6.d'])
  })

  it('has a plain heading and questions for every section, and none twice', () => {
    const asked = library.asked.get(policy.id)
    expect([...(asked?.keys() ?? [])]).to.have.members(refs)
    const questions = [...(asked?.values() ?? [])].flatMap((each) => each.asked.map((question) => question.toLowerCase()))
    expect(questions.length).to.be.greaterThan(400)
    expect(new Set(questions).size).to.equal(questions.length)
  })

  it('copies no sentence of the school’s text', function () {
    if (!existsSync(source)) {
      console.log(`      left out: ${source} is not here`)
      this.skip()
    }
    const runOf = (words: readonly string[], at: number) => words.slice(at, at + 9).join(' ')
    // Shorter runs of words are titles, laws and names of documents, which are facts.
    const theirs = new Set<string>()
    for (const paragraph of readFileSync(source, 'utf8').split('\n')) {
      const words = wordsOf(paragraph)
      for (let at = 0; at + 9 <= words.length; at++) theirs.add(runOf(words, at))
    }
    expect(theirs.size).to.be.greaterThan(500)
    const copied = edition.sections.flatMap((section) =>
      textOf(section)
        .split('\n')
        .flatMap((line) => {
          const words = wordsOf(line)
          return words.flatMap((_, at) => (at + 9 <= words.length && theirs.has(runOf(words, at)) ? [`${section.ref}: ${runOf(words, at)}`] : []))
        }),
    )
    expect(copied).to.be.empty
  })
})
