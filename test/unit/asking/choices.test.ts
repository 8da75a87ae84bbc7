import { expect } from 'chai'
import { choicesAmong } from '../../../src/asking/choices.ts'
import { reasonsOf } from '../../../src/asking/reasons.ts'
import { scenarioFor } from '../../../src/asking/scenario.ts'
import type { Match } from '../../../src/search/types.ts'
import { anEdition, aSection } from '../../kit/builders.ts'
import { theLibrary } from '../../kit/library.ts'

function match(title: string, { score = 1, policy = 'phones', text = 'Phones are put away.' } = {}): Match {
  const section = aSection(title.slice(0, 1), title, text)
  const edition = anEdition({ policy, title: `The ${policy} policy`, sections: [section] })
  return {
    cites: { policy, edition: edition.id, section: section.ref },
    edition,
    section,
    score,
    passage: { text, decides: undefined, marks: [], gap: undefined },
    because: { words: [], lines: [], about: undefined },
  }
}

describe('what is asked back', () => {
  const staff = match('Use by staff')
  const pupils = match('Use by pupils')
  for (const [question, matches, asks, labels] of [
    ['when are phones away', [staff, pupils], 'Is it about staff or about pupils?', ['Staff', 'Pupils']],
    ['when are my phones away', [staff, pupils], 'Which of these do you mean?', [undefined, undefined]],
    [
      'laptops at home',
      [match('Personal laptops'), match('Loan laptops')],
      'Is it your own device, or the school’s?',
      ['My own', 'The school’s'],
    ],
    [
      'being late',
      [match('Late'), match('Being late', { policy: 'leave' })],
      'Several policies cover that. Which one do you mean?',
      [undefined, undefined],
    ],
    ['being late', [match('Late'), match('Hats', { score: 0.5 })], undefined, []],
  ] as const)
    it(`${asks ?? 'nothing'} for "${question}"`, () => {
      const choices = choicesAmong(question, matches)
      expect(choices?.asks).to.equal(asks)
      expect(choices?.of.map(({ label }) => label) ?? []).to.deep.equal(labels)
    })

  it('is of four sections at most', () =>
    expect(
      choicesAmong(
        'x',
        ['A', 'B', 'C', 'D', 'E'].map((title) => match(title)),
      )?.of,
    ).to.have.lengthOf(4))
})

describe('the reason for a rule', () => {
  const rule = aSection('2', 'Phones', 'Phones are put away. This is so that nobody is filmed.')
  const bare = aSection('3', 'Hats', 'No hats are worn.')
  const aims = aSection('1', 'Aims of this policy', 'We want everybody to feel at ease.')
  it('is the section’s own, where it gives one', () =>
    expect(reasonsOf(rule, anEdition({ sections: [aims, rule] }))).to.deep.equal({
      kind: 'own',
      text: 'This is so that nobody is filmed.',
    }))
  it('is what the policy is for, where it does not', () =>
    expect(reasonsOf(bare, anEdition({ sections: [aims, bare] }))).to.include({
      kind: 'aims',
      text: 'We want everybody to feel at ease.',
    }))
  it('is none, where none is written', () =>
    expect(reasonsOf(bare, anEdition({ sections: [bare] }))).to.deep.equal({ kind: 'none' }))
})

describe('the check that is offered beside an answer', () => {
  const { scenarios } = theLibrary()
  for (const [question, id] of [
    ['may i set up a netball account', 'new-account-or-tool'],
    ['can i share the team photo', 'can-i-post-this'],
    ['is it fine to upload the team photo', 'can-i-post-this'],
    ['who has to sign', undefined],
  ] as const)
    it(`${id ?? 'is none'} for "${question}"`, () => expect(scenarioFor(question, scenarios)?.id).to.equal(id))
})
