// Mistakes in understanding.yaml, each reported with its line and how to mend it.
import { expect } from 'chai'
import { sayProblem } from '../../../src/library/read.ts'
import { readUnderstanding } from '../../../src/library/understanding.ts'
import { anEdition } from '../../kit/builders.ts'

const good = `questions:
  - id: one
    section: '1'
    asks: What is it?
    choices:
      - right: This
      - wrong: That
`

function read(source: string) {
  return readUnderstanding({ path: 'p', shown: 'understanding.yaml', source, own: true }, [anEdition()])
}

describe('understanding.yaml', () => {
  it('is read in its order, as single lines', () => {
    const { questions, problems } = read(good.replace('What is it?', '|\n      What\n      is it?'))
    expect(problems).to.deep.equal([])
    expect(questions).to.deep.equal([
      {
        id: 'one',
        section: '1',
        text: 'What is it?',
        choices: [
          { text: 'This', right: true },
          { text: 'That', right: false },
        ],
      },
    ])
  })

  const more = (count: number) => Array.from({ length: count }, (_, at) => `      - wrong: No ${at}\n`).join('')
  for (const [what, source, reads] of [
    ['no question', 'questions: []\n', /understanding\.yaml:1 .*holds no question/],
    ['one choice', good.replace('      - wrong: That\n', ''), /understanding\.yaml:5 .*needs two choices at least/],
    ['five choices', good + more(3), /understanding\.yaml:5 .*may have four choices at most/],
    ['nothing right', good.replace('right: This', 'wrong: This'), /has no right choice/],
    ['nothing wrong', good.replace('wrong: That', 'right: That'), /has only right choices/],
    ['the same choice twice', good.replace('wrong: That', 'wrong: this'), /has the same choice twice/],
    ['neither right nor wrong', good.replace('wrong: That', 'maybe: That'), /is neither “right: …” nor “wrong: …”/],
    ['a choice that is too long', good.replace('That', 'x'.repeat(151)), /at most 150 characters/],
    [
      'an id with spaces',
      good.replace('id: one', 'id: the first one'),
      /understanding\.yaml:2 .*must be lower-case letters/,
    ],
    [
      'the same id twice',
      good + good.replace('questions:\n', ''),
      /understanding\.yaml:8 .*has the question one twice/,
    ],
    ['another edition', `edition: 1999-01\n${good}`, /warning: was written for the edition 1999-01, which is not here/],
    ['a word of its own', `colour: red\n${good}`, /colour/],
  ] as const)
    it(what, () => {
      expect(read(source).problems.map(sayProblem).join('\n')).to.match(reads)
    })
})
