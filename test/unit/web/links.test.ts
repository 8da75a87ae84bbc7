// Where a link on a card leads, on the page and in Teams' frame.
import { expect } from 'chai'
import { leading } from '../../../adapters/web/links.ts'

const own = 'https://policies.school.example'

describe('a link on a card', () => {
  const table: readonly [url: string, href: string, beside: boolean][] = [
    [`${own}/receipt/token`, `${own}/receipt/token`, true],
    [`${own}/register.csv?policy=a`, '/tab/register.csv?policy=a', false],
    [`${own}/office`, '/tab/office', false],
    [`${own}/office/people`, '/tab/office?to=people', false],
    [`${own}/office/people/new`, `${own}/office/people/new`, true],
    ['https://other.example/office/people', 'https://other.example/office/people', true],
    ['https://other.example/register.csv', 'https://other.example/register.csv', true],
    ['javascript:alert(1)', 'javascript:alert(1)', true],
    ['mailto:a@school.example', 'mailto:a@school.example', true],
    ['no address', 'no address', false],
  ]
  for (const [url, href, beside] of table)
    it(`in a frame: ${url}`, () => expect(leading(url, own)).to.eql({ href, beside }))
  it('on the page: stays as it is', () =>
    expect(leading(`${own}/office/people`, undefined)).to.eql({ href: `${own}/office/people`, beside: false }))
})
