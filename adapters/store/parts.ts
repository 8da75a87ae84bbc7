// Splits lists that are too long for one statement.

/** Databases accept only this many values at once. */
export function inParts<T>(all: readonly T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))
}
