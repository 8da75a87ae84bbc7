// What the names of styles mean, which are the same words in Word, OpenDocument and RTF.

/**
 * All of them use this name for the title of the whole document. The nearest name comes first: a heading whose style is
 * based on the title's is a heading.
 */
export function headed(names: readonly string[], heading: number | undefined): { heading?: number; isTitle?: true } {
  const known = names.find((name) => name === 'title' || name === 'subtitle' || outlineByName(name) !== undefined)
  if (known === 'title') return { heading: 1, isTitle: true }
  if (known === 'subtitle') return { heading: 2, isTitle: true }
  return heading === undefined ? {} : { heading }
}

/** A line of a contents list, or the heading above it. */
export function isContentsStyle(names: readonly string[]): boolean {
  return names.some((name) => /^(toc \d|toc heading|table of figures|contents heading|contents \d+)$/.test(name))
}

/** 0 for the outermost heading; Word's own styles have these names in every language. */
export function outlineByName(name: string): number | undefined {
  const level = /^heading ([1-9])$/.exec(name)?.[1]
  return level === undefined ? undefined : Number(level) - 1
}
