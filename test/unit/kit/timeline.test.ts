// The timeline as a picture: its words contain everything in it, nothing overlaps, and no text becomes markup.
import { expect } from 'chai'
import { parse } from 'node-html-parser'
import type { Day } from '../../../src/kit/days.ts'
import { drawPng } from '../../../src/kit/picture.ts'
import { drawTimeline, sayTimeline, type Timeline } from '../../../src/kit/timeline.ts'
import { readPng } from '../../kit/png.ts'

const day = (text: string) => text as Day
const timeline: Timeline = {
  label: 'Timeline: Visitors Policy',
  from: day('2026-10-05'),
  to: day('2026-10-25'),
  today: day('2026-10-15'),
  marks: [
    { day: day('2026-10-05'), says: 'opened' },
    { day: day('2026-10-24'), says: 'due' },
    { day: day('2026-10-25'), says: 'late' },
  ],
  shaded: { says: 'Holidays', spans: [{ from: day('2026-10-10'), to: day('2026-10-14') }] },
  line: {
    says: 'signed so far',
    total: 40,
    points: [
      { day: day('2026-10-05'), count: 0 },
      { day: day('2026-10-15'), count: 20 },
    ],
  },
}
const drawn = (given: Partial<Timeline> = {}) => parse(drawTimeline({ ...timeline, ...given }, { id: 'x' }))
const numbers = (text = '') => (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)

describe('a timeline', () => {
  it('says in words all that it shows', () => {
    expect(sayTimeline(timeline)).to.deep.equal([
      '5 October 2026: opened.',
      '24 October 2026: due.',
      '25 October 2026: late.',
      'Holidays: 10 October 2026 to 14 October 2026.',
      'Today, 15 October 2026: signed so far, 20 of 40.',
    ])
    expect(drawn().querySelector('desc')?.text).to.equal(sayTimeline(timeline).join(' '))
    expect(drawn().querySelector('svg')?.getAttribute('aria-labelledby')).to.equal('x-t x-d')
  })

  it('draws each day where it is: half of the days at half of the width, half of the people at half of the height', () => {
    // The width runs from 36 to 308, and the height from 132 at the bottom to 40.
    expect(numbers(drawn().querySelector('.line')?.getAttribute('d'))).to.deep.equal([36, 132, 172, 86, 172])
    const shade = drawn().querySelector('.rest')
    expect([shade?.getAttribute('x'), shade?.getAttribute('width')]).to.deep.equal(['104', '68'])
  })

  it('puts marks that would cover each other below each other', () => {
    const ys = drawn()
      .querySelectorAll('.flag')
      .slice(0, 3)
      .map((flag) => flag.getAttribute('cy'))
    expect(ys).to.deep.equal(['146', '146', '166'])
  })

  it('shows nothing of today where today is not in it, no line where nobody is asked, and no holidays where there are none', () => {
    const later = drawn({ today: day('2027-01-01'), shaded: { says: 'Holidays', spans: [] } })
    const shown = later.querySelectorAll('text').map(({ text }) => text)
    expect(shown.join(' ')).to.not.include('Today').and.not.include('Holidays')
    expect(numbers(later.querySelector('.line')?.getAttribute('d')).at(-1)).to.equal(308)
    expect(drawn({ line: { says: 'signed', total: 0, points: [] } }).querySelectorAll('.line')).to.have.length(1)
    expect(drawTimeline({ ...timeline, to: timeline.from }, { id: 'x' })).to.not.include('NaN')
  })

  it('lets no text become markup, and can be drawn', async () => {
    const naughty = '<script>&"\'\u0000\uFFFF'
    const svg = drawTimeline({ ...timeline, label: naughty, marks: [{ day: timeline.to, says: naughty }] }, { id: 'x' })
    expect(svg).to.not.include('<script').and.not.include('\uFFFF')
    expect(readPng(Buffer.from(await drawPng(svg))).width).to.equal(1_080)
  })
})
