// Irregular forms belong to their base word, in texts and in questions alike.
import { expect } from 'chai'
import { baseOf } from '../../../src/search/irregular.ts'
import { stem, stemAsTyped, termsOf } from '../../../src/search/terms.ts'

describe('irregular forms', () => {
  for (const [form, base] of [
    ['taken', 'take'],
    ['broke', 'break'],
    ['broken', 'breaking'],
    ['left', 'leave'],
    ['wrote', 'write'],
    ['bought', 'buying'],
    ['stolen', 'steal'],
    ['children', 'child'],
    ['men', 'man'],
    ['teeth', 'tooth'],
    ['criteria', 'criterion'],
  ] as const)
    it(`${form} is found with ${base}`, () => expect(termsOf(form)).to.deep.equal(termsOf(base)))

  it('leave alone what is more often another word, or says next to nothing', () => {
    for (const word of ['leaves', 'saw', 'felt', 'ground', 'made', 'given', 'come']) expect(baseOf(word)).to.equal(word)
  })

  it('are no form of a second word', () => {
    expect(stem('leaves')).to.equal(stem('leave'))
  })

  it('stay as they were typed where a message may be urgent', () => {
    expect(stemAsTyped('broke')).to.equal('broke')
    expect(stem('broke')).to.equal('break')
  })
})
