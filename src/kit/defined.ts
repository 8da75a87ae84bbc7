// Lists and records whose parts may be missing, without a conditional spread for each.

/** What is there: an item may be `condition && item`, or undefined. */
export function compact<const T>(items: readonly (T | false | undefined)[]): T[] {
  return items.filter((item): item is T => item !== undefined && item !== false)
}

/** Every field of an object, each of them optional, and none that is undefined. */
export type Defined<T> = { -readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** The fields that have a value: to a type with exact optional fields one that is undefined is not one that is missing. */
export function defined<const T extends object>(fields: T): Defined<T> {
  const found: Defined<T> = {}
  for (const key in fields) if (fields[key] !== undefined) found[key] = fields[key] as Exclude<T[typeof key], undefined>
  return found
}
