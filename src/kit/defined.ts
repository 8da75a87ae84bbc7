// Builds lists and records whose parts may be missing, without a conditional spread for each part.

/** Drops what is missing: an item may be `condition && item`, or undefined. */
export function compact<const T>(items: readonly (T | false | undefined)[]): T[] {
  return items.filter((item): item is T => item !== undefined && item !== false)
}

/** All fields of an object, each optional, and none of them undefined. */
export type Defined<T> = { -readonly [K in keyof T]?: Exclude<T[K], undefined> }

/**
 * Keeps the fields that have a value. With exact optional property types, an undefined field is not the same as a
 * missing one.
 */
export function defined<const T extends object>(fields: T): Defined<T> {
  const found: Defined<T> = {}
  for (const key in fields) if (fields[key] !== undefined) found[key] = fields[key] as Exclude<T[typeof key], undefined>
  return found
}
