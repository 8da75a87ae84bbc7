import { expect } from 'chai'
import fc from 'fast-check'
import { fitCard } from '../../../adapters/teams/fit.ts'
import { plain, unstyled, type Card } from '../../../src/chat/cards.ts'

const sizeOf = (card: Card) => JSON.stringify(card).length
const cardOf = (...texts: readonly string[]): Card => ({
  title: 'A title',
  tone: 'plain',
  summary: '',
  blocks: texts.map((one) => ({ kind: 'text', text: plain(one) })),
})

describe('teams: making a card fit', () => {
  it('what fits stays as it is', () => {
    const card = cardOf('One. Two.')
    expect(fitCard(card, 1_000, sizeOf)).to.equal(card)
  })

  it('fits whatever it holds, and says that there is more', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3_000 }), { maxLength: 30 }), (texts) => {
        const card = cardOf(...texts)
        const fitting = fitCard(card, 2_000, sizeOf)
        expect(sizeOf(fitting)).to.be.at.most(2_000)
        if (fitting !== card) expect(JSON.stringify(fitting.blocks.at(-1))).to.contain('There is more')
      }),
    )
  })

  it('styled text is cut where the plain text would be, and keeps its styles', () => {
    const text = [
      { text: 'One is here. ' },
      { text: 'Two is bold. ', style: 'strong' as const },
      { text: 'Three '.repeat(1_500) },
    ]
    const [block] = fitCard({ ...cardOf(), blocks: [{ kind: 'text', text }] }, 1_000, sizeOf).blocks
    if (block?.kind !== 'text') throw new Error('it is gone')
    expect(unstyled(block.text)).to.equal('One is here. Two is bold. …')
    expect(block.text[1]).to.include({ style: 'strong' })
  })
})
