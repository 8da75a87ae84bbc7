import { expect } from 'chai'
import { refSaid } from '../../../src/search/refs.ts'
import { spokenForm, subjectTerms } from '../../../src/search/terms.ts'

describe('a section that is named by its number', () => {
  const said: [string, string | undefined][] = [
    ['what does section 8.1 say', '8.1'],
    ['Section 6.d please', '6.d'],
    ['show me §7.b', '7.b'],
    ['para 3', '3'],
    ['appendix A1', 'A1'],
    ['what is in Appendix 2', 'A2'],
    ['appendix 1.2', 'A1.2'],
    ['6.c?', '6.c'],
    ['1.2.3', '1.2.3'],
    ['year 8 work', undefined],
    ['year 7 photos', undefined],
    ['3 pupils at 8.30', undefined],
    ['can i leave at 3.15', undefined],
    ['£2.50 each', undefined],
    ['8.1', undefined],
  ]
  for (const [text, ref] of said) it(`is ${ref ?? 'none'} in "${text}"`, () => expect(refSaid(text)).to.equal(ref))
})

describe('what a text is about', () => {
  const terms: [string, string[]][] = [
    ['year 7 photos', ['year 7', 'photo']],
    ['a y10 lad', ['year 10', 'lad']],
    ['Years 1 to 3', ['year 1', 'year 3']],
    ['30 kids', ['30', 'kid']],
    // A typing mistake for "policies"; it has nothing to do with the police.
    ['other polices', ['polici']],
  ]
  for (const [text, expected] of terms)
    it(`is ${expected.join(', ')} for "${text}"`, () => expect(subjectTerms(text)).to.include.members(expected))

  it('a stem is not a meaning', () => {
    expect(spokenForm('trains')).to.equal(spokenForm('train'))
    for (const [a, b] of [
      ['training', 'train'],
      ['dates', 'dating'],
      ['sets', 'setting'],
      ['aed', 'a'],
    ] as const)
      expect(spokenForm(a), `${a} and ${b}`).to.not.equal(spokenForm(b))
  })
})
