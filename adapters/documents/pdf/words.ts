// The text of several lines as one: what to do about a hyphen at the end of a line.

/** Every word that occurs inside a line of the document, in lower case. */
export function wordsOf(lines: readonly string[]): Set<string> {
  const words = new Set<string>()
  for (const line of lines) {
    const all = line.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? []
    // The last word of a line may be half a word.
    for (const word of line.trimEnd().endsWith('-') ? all.slice(0, -1) : all) words.add(word)
  }
  return words
}

/** A hyphen at the end of a line is removed only if the joined word occurs elsewhere in the document. */
export function joinLines(lines: readonly string[], words: ReadonlySet<string>): string {
  return lines.reduce((text, line) => {
    if (text === '') return line
    if (text.endsWith('\u00AD')) return text.slice(0, -1) + line
    const cut = /([\p{L}\p{M}\p{N}'’-]+)[-‐]$/u.exec(text)
    const rest = /^[\p{L}\p{M}\p{N}'’-]+/u.exec(line)
    if (cut?.[1] === undefined || rest === null) return `${text} ${line}`
    const whole = (cut[1] + rest[0]).toLowerCase()
    return words.has(whole) && /^\p{Ll}/u.test(line) ? text.slice(0, -1) + line : text + line
  }, '')
}
