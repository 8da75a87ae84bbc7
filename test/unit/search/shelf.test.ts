// Policies without curated questions: what is found, what is said to be certain, and why.
import { expect } from 'chai'
import type { Edition } from '../../../src/policy/types.ts'
import { ask } from '../../../src/search/ask.ts'
import { buildIndex } from '../../../src/search/build.ts'
import { anEdition, aSection } from '../../kit/builders.ts'

const health = anEdition({
  policy: 'health',
  title: 'First Aid Policy',
  sections: [
    aSection('1', 'Equipment'),
    aSection('1.1', 'Defibrillator', 'The defibrillator hangs beside the front door.'),
    aSection('1.2', 'Boxes', 'Boxes stand in the hall and in the kitchen.'),
    aSection('8', 'Head lice', 'Families of the class are told by letter.'),
    aSection('9', 'Years', 'Pupils in Year 8 carry their own inhalers.'),
    aSection('10', 'Signature', 'The head signs here.'),
  ],
})
const trips = anEdition({
  policy: 'trips',
  title: 'Educational Visits Policy',
  sections: [
    aSection('1', 'Approval', 'The coordinator approves every visit six weeks before it starts.'),
    aSection('8', 'Transport', 'Only coaches of the approved list are used.'),
    aSection('8.1', 'Work', 'Pupils on a visit do their work in the evening.'),
    aSection('9', 'Sanctions', 'Misbehaviour may lead to one or more of these:', {
      kind: 'list',
      ordered: false,
      items: ['a warning', 'being sent home', 'a ban from visits'],
    }),
  ],
})
const general = {
  lexicon: [
    { subject: 'medical', says: ['nits'], means: ['head lice'] },
    { subject: 'medical', says: ['defib', 'defibs'], means: ['defibrillator', 'AED'] },
    { subject: 'visits', says: ['trip', 'school trip'], means: ['educational visit', 'visit'] },
    { subject: 'visits', says: ['signed off'], means: ['approval', 'approves'] },
    { subject: 'dress', says: ['jeans'], means: ['clothing', 'dress'] },
  ],
  topics: [],
}
const shelve = (...editions: Edition[]) =>
  editions.flatMap((edition) => edition.sections.map((section) => ({ edition, section, asked: undefined })))
const index = buildIndex(shelve(health, trips), [], general)
const first = (question: string) => {
  const [best] = ask(index, question).matches
  return best === undefined ? 'nothing' : `${best.cites.policy} ${best.section.ref}`
}

describe('a shelf that nobody curated', () => {
  const found: [string, string][] = [
    ['nits in my class', 'health 8'],
    ['where are the defibs', 'health 1.1'],
    ['wheres the defibrilator', 'health 1.1'],
    ['how do i get a trip signed off', 'trips 1'],
    ['can a kid be sent home from a visit', 'trips 9'],
    // A heading without text is answered by the section below it.
    ['first aid equipment boxes', 'health 1.2'],
    // The 8 is a year group, not a section number.
    ['inhalers for year 8', 'health 9'],
    ['what does section 8.1 say', 'trips 8.1'],
  ]
  for (const [question, expected] of found) {
    it(`finds ${expected} for "${question}"`, () => expect(first(question)).to.equal(expected))
  }

  for (const question of ['signs of bullying', 'can i wear jeans', 'when is payday']) {
    it(`does not claim to be sure of "${question}"`, () => {
      expect(ask(index, question).outcome).to.not.equal('answered')
    })
  }

  it('names the line of the lexicon that led there, and the words that were found', () => {
    const because = ask(index, 'nits in my class').matches[0]?.because
    expect(because?.words).to.deep.equal(['class'])
    expect(because?.lines).to.deep.equal([{ says: 'nits', means: ['head lice'] }])
  })

  it('adds nothing that the shelf does not hold', () => {
    expect(ask(index, 'can i wear jeans').matches.flatMap(({ because }) => because.lines)).to.deep.equal([])
  })

  it('shows an announced list with its sentence, and sets off the item that decides', () => {
    const passage = ask(index, 'who is sent home').matches[0]?.passage
    expect(passage?.text).to.equal(
      'Misbehaviour may lead to one or more of these:\n• a warning\n• being sent home\n• a ban from visits',
    )
    const [from, to] = passage?.decides ?? [0, 0]
    expect(passage?.text.slice(from, to)).to.equal('• being sent home')
  })

  it('is no less able to refuse because the shelf is larger', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      anEdition({
        policy: `other-${at}`,
        title: `Matter ${at} Policy`,
        sections: [aSection('1', `Item ${at}`, `The office keeps item ${at} in the cupboard and lists it each term.`)],
      }),
    )
    const large = buildIndex(shelve(health, trips, ...many), [], general)
    const question = 'is there a choir for teachers'
    expect(Math.abs(ask(large, question).certainty - ask(index, question).certainty)).to.be.lessThan(0.25)
  })

  it('asks which is meant where two are as good as each other', () => {
    const twins = [health, { ...health, policy: 'health-2', title: 'Medical Policy' }]
    const { outcome, why } = ask(buildIndex(shelve(...twins), [], general), 'where is the kitchen box')
    expect([outcome, why]).to.deep.equal(['unsure', 'which'])
  })
})

describe('a curated policy beside another', () => {
  const asked = {
    heading: 'Phones',
    asked: ['may i use my phone', 'can i have my phone out in class', 'phone on my desk'],
  }
  const curated = anEdition({
    policy: 'online',
    title: 'Online Policy',
    sections: [
      aSection('1', 'Devices', 'Private devices are not used for posts.'),
      aSection('2', 'Posts', 'Think before a post.'),
    ],
  })
  const plain = anEdition({
    policy: 'phones',
    title: 'Mobile Phones Policy',
    sections: [
      aSection('1', 'Lessons', 'A mobile phone is out of sight in lessons.'),
      aSection('2', 'Lockers', 'A phone is kept in a locker.'),
    ],
  })
  const both = buildIndex(
    [
      ...curated.sections.map((section, at) => ({
        edition: curated,
        section,
        asked: at === 0 ? asked : { heading: 'Posts', asked: ['can i post'] },
      })),
      ...shelve(plain),
    ],
    [{ policy: 'online', says: ['mobile'], means: ['devices'] }],
  )
  it('does not take what the other one’s own text says', () => {
    expect(ask(both, 'is my mobile phone kept in a locker').matches[0]?.cites.policy).to.equal('phones')
  })
  it('keeps its words to itself', () => {
    expect(ask(both, 'mobile').matches[0]?.cites.policy).to.equal('phones')
  })
})
