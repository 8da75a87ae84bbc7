import { expect } from 'chai'
import { redact } from '../../../src/kit/redact.ts'

// Grammatical words count as common wherever they occur.
const common = new Set('facebook monday see my on when is the has hit me and'.split(' '))
const clean = (text: string) =>
  redact(text, { names: ['Priya Nair', 'Tom O’Hara'], isCommon: (word) => common.has(word) })

describe('redact', () => {
  for (const [what, text, expected] of [
    ['a directory name in any case', 'can priya see my posts', 'can […] see my posts'],
    ['a name inside a sentence', 'can I tag Liam Smith on Facebook', 'can I tag […] […] on Facebook'],
    ['an email address', 'mail liam@school.uk please', 'mail […] please'],
    ['a phone number', 'ring 07700 900 123 now', 'ring […] now'],
    ['a postcode', 'she lives at rg22 4hs', 'she lives at […]'],
    ['a child’s name in small letters', 'jamie smith hit me', '[…] […] hit me'],
    ['a name that opens a sentence', 'Jamie has a phone. Zbyszek’s mum rang', '[…] has a phone. […] mum rang'],
    ['a double name', 'I saw ellie-mae and O’Brien', 'I saw […] and […]'],
    ['a date of birth', 'born 12/03/2012 in year 9', 'born […] in year 9'],
    ['a street address', 'at 12 oak tree road today', 'at […] today'],
    ['a name on a social network', '@liam_2010 follows me', '[…] follows me'],
    ['an email address in words', 'it is liam at gmail dot com', 'it is […]'],
    ['a title with a surname', 'mr patel has hit me', '[…] […] has hit me'],
    ['a number plate', 'the van AB12 CDE was there', 'the van […] was there'],
    ['a name on a network that words introduce', 'snap: jaydenxx08 is rude', 'snap: […] is rude'],
    ['a street without a number', 'she lives on rookery lane', 'she […]'],
    ['a phone number in words', 'ring oh seven seven double oh nine oh oh one two three', 'ring […]'],
    ['a birthday', 'born on 3rd May, in year 9', 'born on […], in year 9'],
    ['a name with unseen signs in it', 'ask J\u200bayden', 'ask […]'],
    ['a link', 'see https://example.org/liam', 'see […]'],
  ] as const) {
    it(`takes out ${what}`, () => expect(clean(text)).to.equal(expected))
  }

  it('leaves an ordinary question as it is', () => {
    for (const text of [
      'Can I use Facebook at work?',
      'When is the next review? Monday?',
      'USE OF ICT',
      'Parking permits?',
      'How many days’ leave?',
      '',
    ]) {
      expect(clean(text)).to.equal(text)
    }
  })
})
