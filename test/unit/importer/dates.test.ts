import { expect } from 'chai'
import { findDate, readDate } from '../../../src/importer/dates.ts'

describe('dates as schools write them', () => {
  for (const [text, when] of [
    ['26-10-2015', '2015-10-26'],
    ['26/10/2015', '2015-10-26'],
    ['26.10.15', '2015-10-26'],
    ['1.9.23', '2023-09-01'],
    ['26th October 2015', '2015-10-26'],
    ['26 Oct 2015', '2015-10-26'],
    ['Monday 26th of October, 2015', '2015-10-26'],
    ['October 26, 2015', '2015-10-26'],
    ['2015-10-26', '2015-10-26'],
    ['on 1st September 2024.', '2024-09-01'],
    ['October 2015', '2015-10'],
    ['Oct 2015', '2015-10'],
    ['Sept. 2024', '2024-09'],
    ['Oct-15', '2015-10'],
    ['10/2015', '2015-10'],
    ['2015-10', '2015-10'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2023', undefined],
    ['31st June 2024', undefined],
    ['10/26/2015', undefined],
    ['13/2015', undefined],
    ['Autumn 2016', undefined],
    ['2016', undefined],
    ['annually', undefined],
    ['1.2 Aims', undefined],
    ['', undefined],
  ] as const) {
    it(`${when === undefined ? 'does not read' : 'reads'} "${text}"`, () => expect(readDate(text)?.when).to.equal(when))
  }

  it('finds one inside a line', () => {
    expect(findDate('Full Governing Body on 12/07/24 at 5 pm')).to.deep.equal({ when: '2024-07-12', text: '12/07/24' })
    expect(findDate('after 2 meetings and 112 replies')).to.equal(undefined)
  })
})
