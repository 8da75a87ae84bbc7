import { expect } from 'chai'
import type { Section } from '../../../src/policy/types.ts'
import { ask } from '../../../src/search/ask.ts'
import { buildIndex } from '../../../src/search/build.ts'
import { excerptsOf } from '../../../src/search/excerpts.ts'
import { findPassage } from '../../../src/search/passage.ts'
import { readQuery } from '../../../src/search/query.ts'
import { anEdition, aSection } from '../../kit/builders.ts'

const edition = anEdition({
  sections: [
    aSection('1', 'Bicycles', 'Bicycles are kept in the shed. The shed is locked at four.'),
    aSection('2', 'Visitors', 'Visitors sign in at reception and wear a badge.', {
      kind: 'gap',
      text: 'The list of exceptions is missing.',
    }),
    aSection('3', 'Mobile phones', 'Phones stay in lockers during lessons.'),
  ],
})
const asked = [
  { heading: 'Where bikes go', asked: ['Where can I lock my bike?', 'Is there a rack for cycles?'] },
  { heading: 'When somebody visits', asked: ['Does a guest need a badge?', 'Where do visitors go first?'] },
  { heading: 'Phones', asked: ['Can pupils use phones?', 'Where do phones go?'] },
]
const index = buildIndex(
  edition.sections.map((section, at) => ({ edition, section, asked: asked[at] })),
  [{ says: ['bike', 'push bike'], means: ['bicycles'] }],
)
const first = (question: string) => ask(index, question).matches[0]?.section.ref

describe('asking', () => {
  for (const [question, ref] of [
    ['where do bicycles go', '1'],
    ['is there somewhere for my push bike', '1'],
    ['BICYCLE???', '1'],
    ['do gusets need badges', '2'],
    ['bicyles', '1'],
    ['phnoes in lessons', '3'],
  ] as const) {
    it(`finds ${ref} for "${question}"`, () => expect(first(question)).to.equal(ref))
  }

  for (const nothing of ['', '   ', '🙂', 'a:b^~*', '+- ~2', 'the of and', 'xylophone concert tickets']) {
    it(`does not claim to cover "${nothing}"`, () => {
      const { outcome, certainty } = ask(index, nothing)
      expect(outcome).to.equal('not-covered')
      expect(certainty).to.be.lessThan(0.4)
    })
  }

  it('is surer of what the policy speaks of', () => {
    expect(ask(index, 'where do I lock my bicycle').certainty).to.be.greaterThan(
      ask(index, 'where do I lock my classroom').certainty,
    )
  })

  it('gives the same answer to the same question', () => {
    expect(ask(index, 'visitors badge')).to.deep.equal(ask(index, 'visitors badge'))
  })

  it('reads ten thousand characters', () => expect(first('bicycle shed '.repeat(800))).to.equal('1'))
})

describe('the passage', () => {
  const [bicycles, visitors] = edition.sections as readonly [Section, Section]
  const passageOf = (section: Section, question: string) => findPassage(excerptsOf(section), readQuery(question, index))

  it('marks the words of the question, also in other forms', () => {
    const { text, marks } = passageOf(bicycles, 'locking a bicycle')
    expect(marks.map(([start, end]) => text.slice(start, end))).to.deep.equal(['Bicycles', 'locked'])
  })

  it('says that the section stops after it', () => {
    expect(passageOf(visitors, 'visitors').gap?.text).to.equal('The list of exceptions is missing.')
    expect(passageOf(bicycles, 'shed').gap).to.equal(undefined)
  })

  it('is the part that answers, in whole sentences when it is long', () => {
    const filler = 'Nothing here is of any use to anybody who asks. '.repeat(20)
    const long = aSection('9', 'Long', `${filler}The shed is green. ${filler}`)
    const { text, marks } = passageOf(long, 'shed')
    expect(text).to.include('The shed is green.')
    expect(text.length).to.be.at.most(610)
    expect(text.startsWith('… ')).to.be.true
    expect(marks.map(([start, end]) => text.slice(start, end))).to.deep.equal(['shed'])
  })

  it('shows a list with the sentence that announces it', () => {
    const list = aSection('9', 'List', 'Bring these:', { kind: 'list', ordered: false, items: ['a helmet', 'a lock'] })
    expect(passageOf(list, 'helmet').text).to.equal('Bring these:\n• a helmet\n• a lock')
  })

  it('is empty for a section without text', () => expect(passageOf(aSection('9', 'Empty'), 'shed').text).to.equal(''))
})
