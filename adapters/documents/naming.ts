// What the names of styles say, which are the same words in Word, OpenDocument and RTF.

/** The name of the whole document is called so in each of them. */
export function headed(names: readonly string[], heading: number | undefined): { heading?: number; isTitle?: true } {
  if (names.includes('title')) return { heading: 1, isTitle: true }
  if (names.includes('subtitle')) return { heading: 2, isTitle: true }
  return heading === undefined ? {} : { heading }
}

/** A line of a contents list, or the words over it. */
export function isContentsStyle(names: readonly string[]): boolean {
  return names.some((name) => /^(toc \d|toc heading|table of figures|contents heading|contents \d+)$/.test(name))
}

/** 0 for the outermost heading; Word's own styles are called so in every language. */
export function outlineByName(name: string): number | undefined {
  const level = /^heading ([1-9])$/.exec(name)?.[1]
  return level === undefined ? undefined : Number(level) - 1
}
