// The first questions that people are offered: those that many people ask, in the words of the policies' owners.
import { expect } from 'chai'
import { firstQuestions } from '../../../src/asking/first-questions.ts'
import type { Edition, Section } from '../../../src/policy/types.ts'
import type { ShelvedSection } from '../../../src/search/types.ts'

const edition = (policy: string, title: string): Edition => ({
  policy,
  id: '2026-09',
  title,
  wording: 'adopted',
  school: 'Example School',
  published: undefined,
  reviewed: undefined,
  ratified: undefined,
  nextReview: undefined,
  approvedBy: undefined,
  sections: [],
})
const section = (ref: string, title: string): Section => ({ ref, title, parent: undefined, parts: [] })
const shelved = (of: Edition, made: Section, ...asked: string[]): ShelvedSection => ({
  edition: of,
  section: made,
  asked: asked.length === 0 ? undefined : { heading: made.title, asked },
})

const [phones, trips] = [edition('phones', 'Phones Policy'), edition('trips', 'Trips Policy')]
const shelf = [
  shelved(phones, section('1', 'Staff phones'), 'can i use my phone at break', 'phone in class'),
  shelved(phones, section('2', 'DBS checks')),
  shelved(trips, section('1', 'Consent'), 'Do I need consent for a trip?'),
]
const often = (policy: string, ref: string, count: number) => ({ policy, section: ref, count })

describe('first questions', () => {
  const tell = (asked: ReturnType<typeof often>[], most = 4) => firstQuestions(shelf, asked, most)

  it('are what many asked, most first, each once', () => {
    expect(tell([often('trips', '1', 9), often('phones', '2', 4), often('phones', '1', 3)])).to.deep.equal([
      'Do I need consent for a trip?',
      'What does the Phones Policy say about “DBS checks”?',
      'Can i use my phone at break?',
    ])
  })

  it('show nothing that only one or two have asked', () => {
    expect(tell([often('phones', '2', 2)])).to.deep.equal([
      'Can i use my phone at break?',
      'Do I need consent for a trip?',
    ])
  })

  it('of a school where nobody has asked yet: from one policy after another, what its owner knows most questions of', () => {
    const rich = [
      ...shelf,
      shelved(phones, section('3', 'Lost phones'), 'i lost my phone', 'found a phone', 'whose phone is it'),
      shelved(phones, section('4', 'Chargers'), 'where do I charge it'),
    ]
    expect(firstQuestions(rich, [], 4)).to.deep.equal([
      'I lost my phone?',
      'Do I need consent for a trip?',
      'Can i use my phone at break?',
      'Where do I charge it?',
    ])
  })

  it('are at most so many, and none about what the editions in force no longer have', () => {
    expect(tell([often('phones', '2', 8), often('trips', '1', 7), often('phones', '9', 6)], 2)).to.deep.equal([
      'What does the Phones Policy say about “DBS checks”?',
      'Do I need consent for a trip?',
    ])
    expect(firstQuestions([], [often('phones', '1', 9)], 4)).to.deep.equal([])
  })
})
