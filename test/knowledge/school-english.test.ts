// The general lexicon and the topics are sound, and contain none of the questions that measure them.
import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { findFiles } from '../../src/library/files.ts'
import { readLibrary } from '../../src/library/read.ts'
import { wordsOf } from '../../src/kit/text.ts'
import { strangersQuestions } from '../bench/shelves.ts'

const files = findFiles({ root: '.', home: 'test/no-home' })
const { library, problems } = readLibrary(files)
const asked = [...(library?.asked.values() ?? [])].flatMap((sections) => [...sections.values()].flatMap((of) => of.asked))
const { lexicon, topics } = library?.general ?? { lexicon: [], topics: [] }

describe('the school English', () => {
  it('is sound', () => expect(problems.map(({ file, line, what }) => `${file}:${line} ${what}`)).to.deep.equal([]))

  it('has at least 300 lines of lexicon and some forty topics', () => {
    expect(lexicon.length).to.be.at.least(300)
    expect(topics.length).to.be.at.least(35)
  })

  it('says no phrase twice in one subject', () => {
    const seen = new Map<string, number>()
    for (const { subject, says } of lexicon)
      for (const phrase of says) seen.set(`${subject}: ${phrase}`, (seen.get(`${subject}: ${phrase}`) ?? 0) + 1)
    expect([...seen].filter(([, count]) => count > 1).map(([phrase]) => phrase)).to.deep.equal([])
  })

  // Why: a question that the knowledge contains measures nothing. Fix: take it out of the knowledge, never out of the
  // bench.
  it('holds no question of the benchmarks, and no five words in a row of one', () => {
    const own = readFileSync('test/bench/questions.jsonl', 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { q: string }).q)
    const bare = (text: string) => wordsOf(text).join(' ')
    const held = new Set([
      ...topics.flatMap(({ parts }) => parts.flatMap(({ asked }) => asked.map(bare))),
      ...lexicon.flatMap(({ says }) => says.map(bare)),
    ])
    const strangers = strangersQuestions().map(({ q }) => bare(q))
    const questions = [...own.map(bare), ...strangers]
    const known = new Set([...held, ...asked.map(bare)])
    expect(questions.filter((question) => known.has(question))).to.deep.equal([])
    const runs = (text: string) => {
      const words = text.split(' ')
      return words.slice(4).map((_, at) => words.slice(at, at + 5).join(' '))
    }
    const runsHeld = new Set([...held].flatMap(runs))
    expect(strangers.filter((question) => runs(question).some((run) => runsHeld.has(run)))).to.deep.equal([])
  })
})
