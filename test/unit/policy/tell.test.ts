import { expect } from 'chai'
import { unstyled } from '../../../src/chat/cards.ts'
import { difference } from '../../../src/policy/difference.ts'
import { listDifference, sumUp, tellDifference } from '../../../src/policy/tell.ts'
import type { Section } from '../../../src/policy/types.ts'
import { anEdition, aSection } from '../../kit/builders.ts'

const arriving = aSection('1', 'Arriving', 'Visitors sign in. They wear a badge.')
const leaving = aSection('2', 'Leaving', 'The badge is handed back.')
const between = (was: readonly Section[], now: readonly Section[]) =>
  difference(anEdition({ sections: was }), anEdition({ id: '2026-09', sections: now }))
const changes = between(
  [arriving, leaving, aSection('3', 'Cars', 'Cars stand behind the hall.')],
  [
    aSection('1', 'Dogs', 'Dogs stay at home.'),
    aSection('2', 'Arriving', 'Visitors sign in. They wear a lanyard.'),
    aSection('3', 'Leaving', 'The badge is handed back.'),
  ],
)

function read(blocks: ReturnType<typeof tellDifference>): string {
  return blocks
    .map((block) => {
      if (block.kind === 'list') return block.items.map(unstyled).join('\n')
      return 'text' in block ? (typeof block.text === 'string' ? block.text : unstyled(block.text)) : ''
    })
    .join('\n')
}

describe('the difference of two editions, told', () => {
  it('sums up', () => {
    expect(sumUp(changes)).to.equal(
      'Of the sections, 1 is new, 1 has changed, 1 is no longer there and 1 reads as before.',
    )
    expect(sumUp(between([arriving, leaving], [arriving, leaving]))).to.equal('Of the sections, 2 read as before.')
    expect(sumUp([])).to.equal('There are no sections.')
  })

  it('names every section that changed, and says what it said and says now', () => {
    expect(read(tellDifference(changes, { id: '2025-09' }))).to.equal(`What changed since September 2025
1 Dogs: new
2 Arriving: changed, 1 before
3 Leaving: reads as before, as 2
3 Cars: no longer there
2 Arriving
No longer: They wear a badge.
New: They wear a lanyard.`)
  })

  it('says so where nothing changed', () => {
    expect(read(tellDifference(between([arriving], [arriving]), { id: '2025-09' }))).to.equal(
      'Every section reads as before.',
    )
  })

  it('fits a card however much changed', () => {
    const many = (words: string) =>
      Array.from({ length: 300 }, (_, at) => aSection(String(at), `Rule ${at}`, `${words} ${at}. `.repeat(40)))
    const blocks = tellDifference(between(many('Keep the old rule'), many('Keep the new rule')), { id: '2025-09' })
    expect(read(blocks)).to.include('And 288 more.')
    expect(read(blocks).length).to.be.lessThan(1_000)
  })

  it('lists everything for a terminal', () => {
    expect(listDifference(changes)).to.include.members([
      '  2 Arriving: changed, 1 before',
      '    - They wear a badge.',
      '    + They wear a lanyard.',
    ])
  })
})
