import { expect } from 'chai'
import { hashesOf } from '../../../src/guide/hash.ts'
import { pointedRef, proposalsFrom, type Lesson } from '../../../src/guide/proposals.ts'
import { anEdition, aSection } from '../../kit/builders.ts'

const subject = (question: string) => question.split(' ').filter((word) => word.length > 4)
const keyOf = (text: string) => text
const lesson = (question: string, given: Partial<Lesson> = {}): Lesson => ({
  question,
  policy: 'dress',
  pointer: { ref: '2', hashes: ['aaaa'] },
  from: 'chosen',
  ...given,
})

describe('proposals', () => {
  it('puts together what is about the same, and counts how often it was asked and by whom it was answered', () => {
    const proposals = proposalsFrom(
      [
        lesson('may we wear trainers'),
        lesson('what of trainers', { from: 'person' }),
        lesson('what of trainers'),
        lesson('are sandals fine', { pointer: { ref: '3', hashes: ['bbbb'] } }),
      ],
      { subject, keyOf },
    )
    expect(proposals.map(({ questions, asked, byPeople }) => ({ questions, asked, byPeople }))).to.deep.equal([
      { questions: ['may we wear trainers', 'what of trainers'], asked: 3, byPeople: 1 },
      { questions: ['are sandals fine'], asked: 1, byPeople: 0 },
    ])
  })

  it('proposes nothing for a question that says nothing, nor puts two sections together', () => {
    expect(proposalsFrom([lesson('and he?')], { subject, keyOf })).to.deep.equal([])
    const apart = [lesson('what of trainers'), lesson('what of trainers', { pointer: { ref: '9', hashes: ['cccc'] } })]
    expect(proposalsFrom(apart, { subject, keyOf })).to.have.lengthOf(2)
  })

  it('follows the text to another number, and stops where the text is gone', () => {
    const text = 'Trainers are for sport alone, whatever the weather and whatever the day may be.'
    const before = anEdition({ sections: [aSection('2', 'Shoes', text)] })
    const pointer = { ref: '2', hashes: [hashesOf(before).get('2') ?? ''] }
    expect(pointedRef(pointer, before)).to.equal('2')
    expect(
      pointedRef(pointer, anEdition({ sections: [aSection('1', 'Hats', 'No.'), aSection('5', 'Shoes', text)] })),
    ).to.equal('5')
    expect(pointedRef(pointer, anEdition({ sections: [aSection('2', 'Shoes', 'Anything at all.')] }))).to.equal(
      undefined,
    )
  })
})
