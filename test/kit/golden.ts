// Shared by the golden tests of cards: finds a card by its name, lists the words that must appear, and writes a golden
// again.
import { writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { unstyled, type Block, type Card } from '../../src/chat/cards.ts'
import { edges, gallery } from './gallery.ts'

export function cardNamed(name: string): Card {
  const found = { ...gallery, ...edges }[name]
  if (found === undefined) throw new Error(`the gallery has no ${name}`)
  return found
}

/** The words that a platform must show of a block, with button labels cut at `longestLabel`. */
export function wordsIn(block: Block, longestLabel = Infinity): string[] {
  switch (block.kind) {
    case 'buttons':
      return block.buttons.map(({ label }) => label.slice(0, longestLabel))
    case 'rating':
      return [block.helped.label, block.not.label]
    case 'list':
      return block.items.flatMap((item) => unstyled(item).split(/\s+/))
    case 'table':
      return block.rows.flat().flatMap((cell) => cell.split(/\s+/))
    case 'text':
    case 'note':
      return block.text.flatMap(({ text }) => text.split(/\s+/))
    case 'heading':
      return block.text.split(/\s+/)
    case 'form':
      return [block.form.submit.label, ...block.form.fields.map(({ label }) => label)]
    case 'bars':
    case 'chart':
      return block.bars.flatMap(({ label, spoken }) => [label, spoken])
    case 'file':
      return [block.otherwise]
    case 'link':
      return [block.label, block.url]
    // Quotes in the gallery contain characters that must not reach a screen.
    case 'quote':
    case 'timeline':
    case 'divider':
      return []
  }
}

/** `lines` come before the value, and export its type as `Golden`. */
export async function writeGolden(path: string, lines: readonly string[], made: object): Promise<void> {
  const source = [...lines, '', `export const golden: Golden = ${JSON.stringify(made, null, 2)}`].join('\n')
  const style = { parser: 'typescript', semi: false, singleQuote: true, printWidth: 120 } as const
  writeFileSync(path, await format(source, style))
}
