// A policy's title in what somebody says: "sign the Lettings Policy" is "sign the policy", of that one.
import { wordsOf } from '../kit/text.ts'

export interface Titled {
  readonly id: string
  readonly title: string
}

/** The policy with the longest title in `words`, and ways to say the same without it. Undefined where there is none. */
export function takeTitle(
  words: readonly string[],
  policies: readonly Titled[],
): { readonly policy: string; readonly said: readonly string[] } | undefined {
  let best: { readonly policy: string; readonly at: number; readonly length: number } | undefined
  for (const { id, title } of policies) {
    for (const name of namesOf(title)) {
      const at = placeOf(name, words)
      if (at !== undefined && name.length > (best?.length ?? 0)) best = { policy: id, at, length: name.length }
    }
  }
  if (best === undefined) return undefined
  const [before, after] = [words.slice(0, best.at), words.slice(best.at + best.length)]
  const bare = before.slice(0, before.findLastIndex((word) => !joins.has(word)) + 1)
  return {
    policy: best.policy,
    said: [
      [...before, 'policy', ...after],
      [...bare, ...after],
    ].map((said) => said.join(' ')),
  }
}

/** "Lettings Policy" is called "lettings", too. */
function namesOf(title: string): string[][] {
  const words = wordsOf(title)
  return words.length > 1 && words.at(-1) === 'policy' ? [words, words.slice(0, -1)] : [words]
}

function placeOf(name: readonly string[], words: readonly string[]): number | undefined {
  const at = words.findIndex((_, from) => name.every((word, i) => words[from + i] === word))
  return name.length === 0 || at < 0 ? undefined : at
}

/** What may stand between a command and the title. */
const joins = new Set(['the', 'our', 'of', 'for', 'in', 'to', 'from', 'about'])
