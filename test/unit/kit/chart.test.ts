// The picture of a chart shows what its words say, whatever the words are, and never relies on colour alone.
import { expect } from 'chai'
import { JSDOM } from 'jsdom'
import { drawChart, sayBars, type Chart, type ChartBar } from '../../../src/kit/chart.ts'
import { drawPng } from '../../../src/kit/picture.ts'
import { readPng } from '../../kit/png.ts'

const bar = (label: string, count: number, total: number): ChartBar => ({
  label,
  count,
  total,
  spoken: `${count} of ${total} have signed`,
})
const chart = (...bars: readonly ChartBar[]): Chart => ({
  label: 'Signed, by group',
  parts: ['Signed', 'Outstanding'],
  bars,
})

/** Parses strictly as XML, as programs that display the picture do. */
function read(svg: string): Element {
  return new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document.documentElement
}

describe('a chart as a drawing', () => {
  it('has a name, a description with every bar in words, and its numbers to read', () => {
    const drawn = read(drawChart(chart(bar('Teaching', 12, 12), bar('Governors', 1, 8)), { id: 'x' }))
    expect(drawn.getAttribute('role')).to.equal('img')
    expect(drawn.getAttribute('aria-labelledby')).to.equal('x-t x-d')
    expect(drawn.querySelector('#x-t')?.textContent).to.equal('Signed, by group')
    expect(drawn.querySelector('#x-d')?.textContent).to.equal(
      'Signed and Outstanding: Teaching: 12 of 12 have signed. Governors: 1 of 8 have signed.',
    )
    expect([...drawn.querySelectorAll('text')].map(({ textContent }) => textContent)).to.deep.equal([
      'Signed, by group',
      'Signed',
      'Outstanding',
      'Teaching',
      '12 of 12',
      'Governors',
      '1 of 8',
    ])
  })

  for (const { count, total, full, rest } of [
    { count: 0, total: 8, full: 0, rest: 304 },
    { count: 4, total: 8, full: 152, rest: 152 },
    { count: 8, total: 8, full: 304, rest: 0 },
    { count: 9, total: 8, full: 304, rest: 0 },
    { count: 0, total: 0, full: 0, rest: 304 },
  ]) {
    it(`${count} of ${total}: ${full} full and ${rest} striped or empty`, () => {
      const boxes = [...read(drawChart(chart(bar('A', count, total)), { id: 'x' })).querySelectorAll('rect')].slice(3)
      const widthOf = (kind: string) =>
        Number(boxes.find((box) => box.classList.contains(kind))?.getAttribute('width') ?? 0)
      expect({ full: widthOf('full'), rest: widthOf('rest') }).to.deep.equal({ full, rest })
      const fill = boxes.find((box) => box.classList.contains('rest'))?.getAttribute('fill')
      if (rest > 0) expect(fill).to.equal(total === 0 ? 'none' : 'url(#x-p)')
    })
  }

  it('holds whatever somebody is called, and stays a drawing', async () => {
    const naughty = '</svg><script>alert(1)</script> & "\'\u0000\u202E\uD800\uFFFE]]>'.repeat(3)
    const svg = drawChart({ label: naughty, parts: [naughty, naughty], bars: [bar(naughty, 1, 2)] }, { id: 'x' })
    const drawn = read(svg)
    expect(drawn.querySelectorAll('script')).to.have.length(0)
    expect(drawn.querySelector('title')?.textContent).to.contain('</svg><script>')
    expect((await drawPng(svg)).length).to.be.greaterThan(1_000)
  })

  it('is a picture whose full part is dark and whose rest is not all of one colour', async () => {
    const png = readPng(Buffer.from(await drawPng(drawChart(chart(bar('Teaching', 5, 10)), { id: 'x' }))))
    expect(png.width).to.equal(1_080)
    const y = Math.round((34 + 26 + 18 + 7) * (1_080 / 320))
    expect(png.at(100, y).slice(0, 3)).to.deep.equal([0x17, 0x50, 0x7a])
    const striped = Array.from({ length: 60 }, (_, x) => png.at(700 + x, y)[0])
    expect(Math.max(...striped)).to.equal(255)
    expect(Math.min(...striped)).to.be.lessThan(130)
    expect(png.at(3, 3)).to.deep.equal([255, 255, 255, 255])
  })

  it('is told in sentences', () => {
    expect(sayBars([bar('Teaching', 1, 2)])).to.equal('Teaching: 1 of 2 have signed.')
  })
})
