// The words of a text with their places, for code that looks for names.
import { fold } from '../text.ts'

export interface Token {
  /** Folded, and without a possessive ending. */
  readonly word: string
  readonly capital: boolean
  readonly possessive: boolean
  readonly start: number
  /** Without a possessive ending. */
  readonly end: number
}

export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu), ({ 0: raw, index }) => {
    const bare = /['’]s$/i.test(raw) ? raw.slice(0, -2) : raw
    return {
      word: fold(bare),
      capital: /^\p{Lu}/u.test(raw),
      possessive: bare !== raw,
      start: index,
      end: index + bare.length,
    }
  })
}
