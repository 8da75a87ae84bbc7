// Lists too long for one statement, taken a part at a time.

/** Databases take only so many values at once. */
export function inParts<T>(all: readonly T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))
}
