// Which questions are asked, what counts as right, and which sections are misunderstood.
import { expect } from 'chai'
import { hashesOf } from '../../../src/guide/hash.ts'
import type { Edition, Policy, UnderstandingQuestion } from '../../../src/policy/types.ts'
import { isRight, questionsAsked, questionsLeft, questionsText } from '../../../src/understanding/asked.ts'
import { misunderstoodIn, sayMisunderstood } from '../../../src/understanding/figures.ts'
import { anEdition, aPolicy, aSection } from '../../kit/builders.ts'

const question = (id: string, section: string, given: Partial<UnderstandingQuestion> = {}): UnderstandingQuestion => ({
  id,
  section,
  text: `What of ${section}?`,
  choices: [
    { text: 'This', right: true },
    { text: 'That', right: false },
  ],
  ...given,
})

const words = {
  one: 'The first section says that lanyards are yellow, and why.',
  two: 'The second says who stays with visitors, and for how long.',
}
const edition = anEdition({ sections: [aSection('1', 'One', words.one), aSection('2', 'Two', words.two)] })

function asks(editions: readonly Edition[], ...understanding: readonly UnderstandingQuestion[]): Policy {
  const sections = new Map([...hashesOf(edition)].map(([ref, hash]) => [ref, [hash]]))
  const written = { sections, for: {}, confirmed: {}, base: [] }
  return { ...aPolicy(...editions), understanding, asksUnderstanding: true, written }
}

describe('the questions that are asked', () => {
  const both = [question('a', '1'), question('b', '2')] as const

  it('are none until the school turns them on', () => {
    expect(questionsAsked({ ...asks([edition], ...both), asksUnderstanding: false }, edition)).to.deep.equal([])
    expect(questionsAsked(asks([edition], ...both), edition).map(({ id, place }) => [id, place])).to.deep.equal([
      ['a', '1'],
      ['b', '2'],
    ])
  })

  it('move with their section, and wait where it reads otherwise or is gone', () => {
    const later = anEdition({
      id: '2027-01',
      sections: [
        aSection('1', 'One', 'Lanyards are green now, and nobody knows why that is so.'),
        aSection('3', 'Two', words.two),
      ],
    })
    const policy = asks([later, edition], ...both, question('c', '9'))
    expect(questionsAsked(policy, later).map(({ id, place }) => [id, place])).to.deep.equal([['b', '3']])
  })

  it('are left until they are answered in this edition and in these words', () => {
    const asked = questionsAsked(asks([edition], ...both), edition)
    const [first, second] = asked.map(({ key }) => key)
    const left = (keys: readonly (string | undefined)[], id = edition.id) =>
      questionsLeft(asked, { edition: id, keys: keys.map(String) }, edition).map((each) => each.id)
    expect(left([])).to.deep.equal(['a', 'b'])
    expect(left([first])).to.deep.equal(['b'])
    expect(left([first, second])).to.deep.equal([])
    expect(left([first, second], '2014-01')).to.deep.equal(['a', 'b'])
    const reworded = questionsAsked(asks([edition], question('a', '1', { text: 'What else?' }), both[1]), edition)
    expect(
      questionsLeft(reworded, { edition: edition.id, keys: [String(first), String(second)] }, edition),
    ).to.have.lengthOf(1)
  })

  it('are right if all that is right is chosen, and nothing else', () => {
    const choices = [
      { text: 'A', right: true },
      { text: 'B', right: false },
      { text: 'C', right: true },
    ]
    const judged = ([[], [0], [0, 1], [0, 2], [0, 1, 2], [2, 0]] as const).map((chosen) =>
      isRight(question('a', '1', { choices }), chosen),
    )
    expect(judged).to.deep.equal([false, false, false, true, false, true])
  })

  it('are kept as they were put, a line for each', () => {
    const text = questionsText(edition, questionsAsked(asks([edition], both[0]), edition))
    expect(text).to.match(
      /^Questions about the .+, edition .+\n\n1\. What of 1\? \(section 1\)\n- right: This\n- wrong: That$/,
    )
  })
})

describe('what is misunderstood', () => {
  const count = (section: string, missed: number, people: number) => ({
    question: `${section}.${missed}`,
    section,
    people,
    missed,
  })

  it('is told by section, the greatest share first, and never of fewer than five people', () => {
    const found = misunderstoodIn(edition, [count('1', 1, 10), count('2', 3, 5), count('2', 0, 5), count('1', 4, 4)])
    expect(found).to.deep.equal([
      { section: '2', missed: 3, answers: 10 },
      { section: '1', missed: 1, answers: 10 },
    ])
    expect(found.map((each) => sayMisunderstood(edition, each))).to.deep.equal([
      '2 Two: 3 of 10 first answers were not right',
      '1 One: 1 of 10 first answers were not right',
    ])
  })
})
