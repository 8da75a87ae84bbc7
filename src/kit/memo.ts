// Remembers computed values. Each use has a comment that says what it gains.

/** Remembers what `make` returns for an object, for as long as the object is in use. */
export function memo<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before.value
    const value = make(key)
    known.set(key, { value })
    return value
  }
}

/**
 * Remembers what `make` returned for the last arguments. This helps long loops whose neighbouring steps share their
 * arguments.
 */
export function memoLast<A extends readonly unknown[], V>(make: (...given: A) => V): (...given: A) => V {
  let last: { readonly given: A; readonly value: V } | undefined
  return (...given) => {
    if (last !== undefined && isSameList(last.given, given)) return last.value
    last = { given, value: make(...given) }
    return last.value
  }
}

/**
 * Remembers for each name, such as a file's, what `make` returned for its last arguments: what has not changed is not
 * worked out again. The names that were asked for longest ago are forgotten.
 */
export function memoByName<A extends readonly unknown[], V>(
  make: (name: string, ...given: A) => V,
  most = 500,
): (name: string, ...given: A) => V {
  const known = new Map<string, { readonly given: A; readonly value: V }>()
  return (name, ...given) => {
    const last = known.get(name)
    const value = last !== undefined && isSameList(last.given, given) ? last.value : make(name, ...given)
    known.delete(name)
    known.set(name, { given, value })
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return value
  }
}

/** Whether both hold the same things, by identity and in order. */
export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at])
}
