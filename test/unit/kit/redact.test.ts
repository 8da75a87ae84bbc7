import { expect } from 'chai'
import { redact } from '../../../src/kit/redact.ts'

const common = new Set(['facebook', 'monday'])
const clean = (text: string) =>
  redact(text, { names: ['Priya Nair', 'Tom O’Hara'], isCommon: (word) => common.has(word) })

describe('redact', () => {
  for (const [what, text, expected] of [
    ['a directory name in any case', 'can priya see my posts', 'can […] see my posts'],
    ['a name inside a sentence', 'can I tag Liam Smith on Facebook', 'can I tag […] […] on Facebook'],
    ['an email address', 'mail liam@school.uk please', 'mail […] please'],
    ['a phone number', 'ring 07700 900 123 now', 'ring […] now'],
    ['a postcode', 'she lives at rg22 4hs', 'she lives at […]'],
    ['a link', 'see https://example.org/liam', 'see […]'],
  ] as const) {
    it(`takes out ${what}`, () => expect(clean(text)).to.equal(expected))
  }

  it('leaves an ordinary question as it is', () => {
    for (const text of ['Can I use Facebook at work?', 'When is the next review? Monday?', 'USE OF ICT', '']) {
      expect(clean(text)).to.equal(text)
    }
  })
})
