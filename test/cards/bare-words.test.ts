// What a platform says in place of a card whose look it refuses: all that the card says in words.
import { expect } from 'chai'
import { bareWords } from '../../adapters/bare-words.ts'
import { listOfRows, unstyled, type Block } from '../../src/chat/cards.ts'
import { gallery } from '../kit/gallery.ts'

/** What must not be lost of a block, by a rule of its own. */
function wordsIn(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'text':
    case 'note':
      return [unstyled(block.text)]
    case 'quote':
      return [unstyled(block.text), block.source]
    case 'list':
      return block.items.map(unstyled)
    case 'table':
      return wordsIn(listOfRows(block))
    case 'bars':
    case 'chart':
      return [block.label]
    case 'file':
      return [block.otherwise]
    case 'link':
      return [block.label, block.url]
    default:
      return []
  }
}

describe('a card in bare words', () => {
  for (const [name, card] of Object.entries(gallery))
    it(`${name}: its title, all that it says, and that more may be missing`, () => {
      const words = bareWords(card)
      for (const each of [card.title, ...card.blocks.flatMap(wordsIn)]) expect(words).to.include(each)
      expect(words).to.match(/kept me from showing this as it should look/)
    })

  it('lists keep their numbers, and their order', () => {
    const items = ['first', 'second'].map((text) => [{ text }])
    const listed = (ordered: boolean) =>
      bareWords({ title: 'T', tone: 'plain', summary: 'T.', blocks: [{ kind: 'list', ordered, items }] })
    expect(listed(true)).to.include('1. first\n2. second')
    expect(listed(false)).to.include('• first\n• second')
  })

  it('what leads elsewhere says where, and what is drawn says what it shows', () => {
    const words = bareWords({
      title: 'T',
      tone: 'plain',
      summary: 'T.',
      blocks: [
        { kind: 'link', label: 'Open it', url: 'https://school.example/x' },
        { kind: 'heading', text: 'By group' },
        { kind: 'divider' },
      ],
    })
    expect(words).to.include('By group').and.include('Open it: https://school.example/x')
  })
})
