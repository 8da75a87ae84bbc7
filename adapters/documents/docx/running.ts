// Running heads and feet of Word: furniture, each different one once.
import { cellOf } from '../tables.ts'
import { childrenOf, elementsOf } from '../tree.ts'
import { readBlocks } from './blocks.ts'
import { newStory, type Word } from './word.ts'
import type { Piece } from '../pieces.ts'

const kinds = { 'w:headerReference': 'head', 'w:footerReference': 'foot' } as const

export function readRunning(word: Word, relations: ReadonlyMap<string, string>): void {
  const done = new Set<string>()
  for (const section of word.sections) {
    for (const name of ['w:headerReference', 'w:footerReference'] as const) {
      for (const { attributes } of childrenOf(section, name)) {
        const part = relations.get(attributes['r:id'] ?? '')
        if (part === undefined || done.has(part)) continue
        done.add(part)
        tell(kinds[name], part, word, done)
      }
    }
  }
}

function tell(kind: 'head' | 'foot', part: string, word: Word, done: Set<string>): void {
  for (const piece of readBlocks(elementsOf(word.package.tree(part)), word, newStory())) {
    for (const line of linesOf(piece)) {
      const key = `${kind} ${line}`
      if (done.has(key)) continue
      done.add(key)
      word.layout.furniture(/^(page )?\d+( of \d+)?$/i.test(line) ? 'page-number' : kind, line)
    }
  }
}

function linesOf(piece: Piece): string[] {
  if (piece.kind === 'table')
    return piece.rows.flatMap(({ cells }) => {
      const row = cells.map(cellOf)
      const text = row.map(({ text }) => text).join(' | ')
      return [
        ...(row.some(({ text }) => text !== '') ? [text] : []),
        ...row.flatMap(({ after }) => after.flatMap(linesOf)),
      ]
    })
  const { text, after } = cellOf([piece])
  return [...(text === '' ? [] : [text]), ...after.filter(({ kind }) => kind === 'table').flatMap(linesOf)]
}
