// The first page of practice: what Policy Guide is, with a picture, and three things to try.
import { expect } from 'chai'
import { parse } from 'node-html-parser'
import { choosePage } from '../../../adapters/web/page.ts'

describe('web: the first page of practice', () => {
  const page = parse(choosePage('Hill School', undefined))

  it('says what Policy Guide is, and what to try', () => {
    expect(page.querySelector('main p')?.text).to.match(/answers questions about the school’s policies/)
    expect(page.querySelectorAll('ul.tries li')).to.have.length(3)
  })

  it('shows it in a picture that is read aloud, too, and that no address has to be asked for', () => {
    const svg = page.querySelector('main svg')
    expect([svg?.getAttribute('role'), svg?.getAttribute('aria-label')]).to.deep.equal([
      'img',
      'You ask a question, you are shown the section that answers it, and you sign.',
    ])
    expect(page.querySelectorAll('main img, main svg image, main svg use')).to.be.empty
  })
})
