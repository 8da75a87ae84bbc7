// What the project's own knowledge makes of a shelf beside it: words listed as another subject's, everyday words, and a
// shelf that grows.
import { expect } from 'chai'
import { ask } from '../../../src/search/ask.ts'
import { crowd, policyOf, shelfOf, strangersPolicies, strangersQuestions, type Shelf } from '../../bench/shelves.ts'
import { anEdition, aSection } from '../../kit/builders.ts'

const cited = ({ index }: Shelf, question: string) =>
  ask(index, question).matches.map(({ cites }) => `${cites.policy} ${cites.section}`)

describe('a shelf beside the own policy', () => {
  const homework = policyOf(
    anEdition({
      policy: 'homework',
      title: 'Homework Policy',
      sections: [
        aSection(
          '1',
          'Amounts',
          'Pupils in Years 7 and 8 are set thirty minutes of homework in each subject every week.',
        ),
        aSection('2', 'Late work', 'Work that is late is handed in at break on the next day.'),
      ],
    }),
  )
  const beside = shelfOf('beside', [...strangersPolicies(), homework], { own: true })
  // The own policy's words list "sick" and "homework" as other subjects', and now they are on the shelf.
  const listed: [string, string][] = [
    ['what time do i have to ring in sick by', 'absence 2.1'],
    ['how much homework should year 7 get', 'homework 1'],
  ]
  for (const [question, expected] of listed) {
    it(`does not refuse "${question}"`, () => {
      expect(ask(beside.index, question).outcome).to.not.equal('not-covered')
      expect(cited(beside, question).slice(0, 2)).to.include(expected)
    })
  }

  it('lets the text of a section decide, and not who was curated', () => {
    expect(cited(beside, 'taking pics of the kids on my own phone').slice(0, 2)).to.include('devices 3.2')
  })

  it('leaves the own policy its own', () => {
    expect(cited(beside, 'can i be sacked for a post')[0]).to.equal('social-media 8.2')
  })
})

describe('everyday words', () => {
  const school = policyOf(
    anEdition({
      policy: 'school',
      title: 'Handbook',
      sections: [
        aSection('1', 'Head lice', 'Families of the class are told by letter.'),
        aSection('2', 'Defibrillator', 'It hangs beside the front door.'),
        aSection('3', 'Truancy', 'Whoever is absent without authorisation is visited at home.'),
        aSection('4', 'Destruction of records', 'Paper is destroyed in the confidential waste.'),
        aSection('5', 'Marriage', 'One day of leave is granted for a marriage in the family.'),
        aSection('6', 'Dress', 'Denim is not professional clothing.'),
      ],
    }),
  )
  const shelf = shelfOf('school', [school])
  const means: [string, string][] = [
    ['half the class has nits', 'school 1'],
    ['where are the defibs', 'school 2'],
    ['a kid is bunking off', 'school 3'],
    ['what do i do with the shredding', 'school 4'],
    ['my daughters wedding', 'school 5'],
    ['can i wear jeans', 'school 6'],
  ]
  for (const [question, expected] of means)
    it(`lead to ${expected}: "${question}"`, () => expect(cited(shelf, question)[0]).to.equal(expected))
})

describe('a shelf that grows', () => {
  it('refuses as much of what it does not cover, with ten policies and with a hundred', () => {
    const uncovered = strangersQuestions().filter(({ covered, half }) => covered === undefined && half === 'looked at')
    const refused = ({ index }: Shelf) =>
      uncovered.filter(({ q }) => ask(index, q).outcome === 'not-covered').length / uncovered.length
    const [ten, hundred] = [refused(crowd(10)), refused(crowd(100))]
    expect(ten).to.be.at.least(0.6)
    expect(Math.abs(ten - hundred)).to.be.at.most(0.15)
  })
})
