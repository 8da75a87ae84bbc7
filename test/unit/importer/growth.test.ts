// The cost of importing grows no faster than a document's length, whatever the document is made of: some of these files
// once took minutes.
import { execFileSync } from 'node:child_process'
import { expect } from 'chai'
import { joinLines } from '../../../src/importer/blocks.ts'
import { bringText } from '../../kit/documents.ts'
import { head, prose, shapes, typed } from '../../kit/documents/long.ts'
import type { Counted } from '../../kit/documents/count-work.ts'

/** Processor time of this process in microseconds, so that other work on the machine does not count. */
function work(text: string, isMarkdown: boolean): number {
  const before = process.cpuUsage()
  bringText(text, { isMarkdown })
  const { user, system } = process.cpuUsage(before)
  return user + system
}

describe('the work of importing', () => {
  for (const { what, line, isMarkdown = false } of shapes) {
    it(`grows no faster than the document, with ${what}`, () => {
      const [small, large] = [typed(line, 8_000), typed(line, 48_000)]
      const least = (text: string) => Math.min(...[1, 2, 3, 4, 5].map(() => work(text, isMarkdown)))
      // The first run is slower, so it is not measured.
      least(large)
      // Six times the length; quadratic work would take 36 times as long.
      expect(least(large) / least(small)).to.be.below(18)
    })
  }

  it('does as many steps for each line, however many there are', () => {
    // In a process of its own, because a coverage report of the tests would use the same counters.
    const { NODE_V8_COVERAGE: _, ...env } = process.env
    const output = execFileSync(process.execPath, ['--import', 'tsx', 'test/kit/documents/count-work.ts'], { env })
    const counted = JSON.parse(output.toString('utf8')) as Counted[]
    expect(counted.map(({ what }) => what)).to.deep.equal(shapes.map(({ what }) => what))
    for (const { what, small, large } of counted) {
      expect(small, what).to.be.above(1_000)
      // Six times the length, and a few heading lines that take the same steps in both.
      expect(large / small, what).to.be.below(7)
    }
  })

  it('is refused beyond a number of lines, however short they are', () => {
    expect(bringText(head + 'a\n'.repeat(49_000)).kind).to.equal('imported')
    const refused = bringText(head + 'a\n'.repeat(50_000))
    expect(refused.kind === 'refused' && refused.what).to.equal('has 50004 lines, and at most 50000 can be imported')
  })

  it('reads so many lines about dates, and says where it stopped', () => {
    const lines = (count: number) => bringText(head + 'The policy was reviewed: May 2024.\n\n'.repeat(count))
    const said = (read: ReturnType<typeof bringText>) =>
      read.kind === 'imported' ? read.problems.filter(({ what }) => what.includes('were not read')) : expect.fail()
    expect(said(lines(4_900))).to.deep.equal([])
    expect(said(lines(5_100)).map(({ kind }) => kind)).to.deep.equal(['date'])
  })

  it('copies no line that stands alone, of which a long file has hundreds of thousands', () => {
    const line = { text: 'a', gap: false, indent: 0, plain: false, level: undefined, isFirst: false }
    const lines = [1, 2, 3].map((no) => ({ ...line, no }))
    const blocks = joinLines(lines)
    expect(blocks).to.have.length(3)
    for (const [at, block] of blocks.entries()) expect(block).to.equal(lines[at])
  })

  it('is no more than a few times that of plain text, with 100,000 cells', () => {
    const bytes = 200_000
    const rows = head + 'a\tb\tc\n'.repeat(bytes / 6)
    const text = head + `${prose}\n\n`.repeat(bytes / (prose.length + 2))
    work(rows, false)
    const least = (typed: string) => Math.min(...[1, 2, 3].map(() => work(typed, false)))
    // Each one-letter cell is a block, which makes a hundred times as many blocks as there are paragraphs in text of
    // the same length.
    expect(least(rows) / least(text)).to.be.below(30)
  })
})
