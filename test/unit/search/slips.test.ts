import { expect } from 'chai'
import { compileSlips } from '../../../src/search/slips.ts'

describe('slips of the finger', () => {
  const meant = compileSlips(['threatened', 'harassment', 'suicidal'])

  const found: [string, string][] = [
    ['threatend', 'threatened'],
    ['threattened', 'threatened'],
    ['thraatened', 'threatened'],
    ['therat', ''],
    ['harrassment', 'harassment'],
    ['harassmnet', 'harassment'],
    ['suicidel', 'suicidal'],
    ['suicidal', 'suicidal'],
  ]
  for (const [typed, word] of found) {
    it(`${typed} → ${word || 'nothing'}`, () => expect(meant(typed) ?? '').to.equal(word))
  }

  it('does not forgive two slips, a wrong first letter or a short word', () => {
    expect(meant('thretend')).to.equal(undefined)
    expect(meant('carassment')).to.equal(undefined)
    expect(compileSlips(['threat'])('treat')).to.equal(undefined)
  })
})
