import { expect } from 'chai'
import { hashesOf, hashOfText } from '../../../src/guide/hash.ts'
import { anEdition, aSection } from '../../kit/builders.ts'

const text = 'Staff must sign in at the desk, and wear the badge until they leave the building.'
const hash = hashOfText(aSection('1', 'Visitors', text))

describe('the hash of a section', () => {
  for (const [what, section] of [
    ['another number and title', aSection('7.b', 'Coming in', text)],
    ['other spacing', aSection('1', 'Visitors', text.replaceAll(' ', '\u00A0 \n'))],
    ['other marks and capitals', aSection('1', 'Visitors', text.toUpperCase().replace(',', ' –').replace('.', ''))],
    ['a word parted at the end of a line', aSection('1', 'Visitors', text.replace('building', 'build-\ning'))],
    ['ligatures and soft hyphens', aSection('1', 'Visitors', text.replace('leave', 'le\u00ADave'))],
    ['two paragraphs of one', aSection('1', 'Visitors', ...text.split(/(?<=,) /))],
    ['a gap that we marked', aSection('1', 'Visitors', text, { kind: 'gap', text: 'A list is missing.' })],
    ['a page number in between', aSection('1', 'Visitors', text, 'Page 3 of 12')],
    ['a list of it', aSection('1', 'Visitors', { kind: 'list', ordered: true, mark: '(a)', items: text.split(', ') })],
  ] as const) {
    it(`is the same with ${what}`, () => expect(hashOfText(section)).to.equal(hash))
  }

  for (const [what, from, to] of [
    ['a word', 'must', 'should'],
    ['a not', 'must', 'must not'],
    ['an amount', 'the badge', 'the £5 badge'],
  ] as const) {
    it(`is another with ${what}`, () => {
      expect(hashOfText(aSection('1', 'Visitors', text.replace(from, to)))).not.to.equal(hash)
    })
  }

  const long = (figure: string) =>
    hashOfText(aSection('1', 'Keeping', `Records of visits are kept locked away for ${figure} years.`))
  for (const [one, other] of [
    ['1.5', '15'],
    ['1 5', '15'],
    ['1-5', '15'],
    ['1, 5', '15'],
    ['> 5', '< 5'],
    ['5', '5%'],
  ] as const) {
    it(`tells ${one} from ${other}`, () => expect(long(one)).not.to.equal(long(other)))
  }

  it('counts the title of a text that says nothing without it', () => {
    const [a, b] = [aSection('4', 'Fees', 'Not used.'), aSection('4', 'Trips', 'Not used.')]
    expect(hashOfText(a)).not.to.equal(hashOfText(b))
    expect(hashOfText(a)).to.equal(hashOfText(aSection('5', 'FEES', 'not used')))
  })

  it('knows a section without text by what stands inside it', () => {
    const of = (...inside: readonly string[]) =>
      hashesOf(anEdition({ sections: [aSection('8', 'Signature'), aSection('8.1', 'Signing', ...inside)] })).get('8')
    expect(of(text)).to.equal(of(text))
    expect(of(text)).not.to.equal(of(`${text} Nobody is let in without.`))
  })
})
