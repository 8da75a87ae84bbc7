// Word's running headers and footers are in parts that its sections name.
import { tellRunning } from '../running.ts'
import { childrenOf, elementsOf } from '../tree.ts'
import { readBlocks } from './blocks.ts'
import { newStory, type Word } from './word.ts'

const kinds = { 'w:headerReference': 'head', 'w:footerReference': 'foot' } as const

export function readRunning(word: Word, relations: ReadonlyMap<string, string>): void {
  const read = new Set<string>()
  const told = new Set<string>()
  // Only in broken files does a header contain sections of its own.
  for (const section of [...word.sections]) {
    for (const name of ['w:headerReference', 'w:footerReference'] as const) {
      for (const { attributes } of childrenOf(section, name)) {
        const part = relations.get(attributes['r:id'] ?? '')
        if (part === undefined || read.has(part)) continue
        read.add(part)
        const pieces = readBlocks(elementsOf(word.package.tree(part)), word, newStory())
        tellRunning(pieces, { kind: kinds[name], told, layout: word.layout })
      }
    }
  }
}
