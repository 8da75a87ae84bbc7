// A card as plain words, for when a platform refuses how it looks: a plain answer is better than none.
import { listOfRows, unstyled, type Block, type Card } from '../src/chat/cards.ts'

export function bareWords({ title, blocks }: Card): string {
  return [title, ...blocks.flatMap(wordsOf), closing].join('\n\n')
}

const closing = 'Something kept me from showing this as it should look. Write to me if you miss anything.'

function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'text':
    case 'note':
      return [unstyled(block.text)]
    case 'quote':
      return [`“${unstyled(block.text)}” (${block.source})`]
    case 'list':
      return [block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '•'} ${unstyled(item)}`).join('\n')]
    case 'table':
      return wordsOf(listOfRows(block))
    case 'bars':
    case 'chart':
      return [block.label]
    case 'file':
      return [block.otherwise]
    case 'link':
      return [`${block.label}: ${block.url}`]
    case 'buttons':
    case 'rating':
    case 'form':
    // What a timeline shows stands beside it in words.
    case 'timeline':
    case 'divider':
      return []
  }
}
