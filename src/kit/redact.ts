// Takes out of a text what could point at somebody: names, numbers, addresses. What is left still says what it is about.
import { fold } from './text.ts'

const gone = '[…]'

/**
 * `names` are people known by name. A capitalised word inside a sentence that `isCommon` does not know is taken for a
 * name: losing a place name is better than keeping a child's.
 */
export function redact(
  text: string,
  { names, isCommon }: { names: readonly string[]; isCommon: (word: string) => boolean },
): string {
  const known = partsOf(names)
  return text
    .replace(/\S+@\S+/g, gone)
    .replace(/(?:https?:\/\/|www\.)\S+/gi, gone)
    .replace(/\+?\d[\d\s().-]{3,}\d/g, gone)
    .replace(/\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi, gone)
    .replace(/\p{L}[\p{L}'’-]*/gu, (word, at: number, whole: string) => {
      if (known.has(fold(word))) return gone
      const opensSentence = /(?:^|[.!?:]\s*|\n)\s*$/.test(whole.slice(Math.max(0, at - 8), at))
      const isProper = /^\p{Lu}\p{Ll}/u.test(word) && !opensSentence
      return isProper && !isCommon(fold(word)) ? gone : word
    })
}

/** Single names, folded. Of a whole school they take longer than all the rest, so those of one list are remembered. */
function partsOf(names: readonly string[]): ReadonlySet<string> {
  const parts =
    remembered.get(names) ?? new Set(names.flatMap((name) => fold(name).split(' ')).filter((part) => part.length > 2))
  remembered.set(names, parts)
  return parts
}
const remembered = new WeakMap<readonly string[], ReadonlySet<string>>()
