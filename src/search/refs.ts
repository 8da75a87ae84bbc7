// Recognises a section that somebody names by its number: "section 8.1", "para 3", "§6.d". A bare number is a year
// group, a count or a time.

/** The ref, where the text says that it is one; otherwise undefined. */
export function refSaid(text: string): string | undefined {
  const said =
    /(?:§|\b(?:section|sections|sec|paragraph|para|clause|rule|point|(appendix)))\s*(?:no\.?\s*)?((?:[a-z]?\d{1,3})(?:\.[a-z0-9]{1,3})*)(?![\w-])/i.exec(
      text,
    )
  // A ref of two parts can be nothing else, unless it is a time or a price.
  const bare = /(?:^|\s)([A-Za-z]?\d{1,2}(?:\.\d{1,2}){2,}|\d{1,2}\.[a-z])(?=[\s?!.,]|$)/.exec(text)
  const [, appendix, ref] = said ?? []
  // "Appendix 2" is not section 2: its ref begins with a letter.
  if (appendix !== undefined && ref !== undefined && /^\d/.test(ref)) return `A${ref}`
  return ref ?? bare?.[1]
}

/** Whether a section has this ref; letters may be typed in upper or lower case. */
export function bears(ref: string, said: string): boolean {
  return ref.toLowerCase() === said.toLowerCase()
}

/** The words of a question without its bare numbers: in "year 8 work" the number does not refer to section 8. */
export function withoutNumbers(words: readonly string[]): string[] {
  return words.filter((word) => !/^\d{1,2}$/.test(word))
}
