// One typing slip in a long word: a letter missing, added or replaced, or two letters swapped.

/**
 * Finds the word among `words` that `typed` was meant to be. The first letter must be right. Words are compared by what
 * is left when one letter is removed, so a lookup costs the length of the word and not the size of the list. Words
 * shorter than `shortest` are not corrected: there one letter makes another word, as with "threat" and "treat".
 */
export function compileSlips(words: Iterable<string>, shortest = 6): (typed: string) => string | undefined {
  const meant = new Map<string, string[]>()
  for (const word of words) {
    for (const rest of [word, ...withoutOneLetter(word)]) meant.set(rest, [...(meant.get(rest) ?? []), word])
  }
  return (typed) => {
    if (meant.size === 0 || typed.length < shortest || typed.length > longest) return undefined
    for (const rest of [typed, ...withoutOneLetter(typed)]) {
      const word = meant.get(rest)?.find((candidate) => isOneSlip(typed, candidate))
      if (word !== undefined) return word
    }
    return undefined
  }
}

const longest = 20

function withoutOneLetter(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))
}

function isOneSlip(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right === left.charAt(1) + left.charAt(0)
}
