// Finds the intended word, where the typed one is unknown and a single typing slip explains it.
import { wordsOf } from '../kit/text.ts'
import { compileSlips } from './slips.ts'

/** Double letters are the most frequent mistake, so they are reduced to one before words are compared. */
export function compileSpelling(texts: Iterable<string>): (word: string) => string | undefined {
  const squeezed = new Map<string, string>()
  for (const text of texts) for (const word of wordsOf(text)) squeezed.set(squeeze(word), word)
  // A wrong guess costs less here than in urgent matters, so shorter words are corrected too.
  const find = compileSlips(squeezed.keys(), 5)
  return (word) => squeezed.get(find(squeeze(word)) ?? '')
}

function squeeze(word: string): string {
  return word.replace(/(\p{L})\1/gu, '$1')
}
