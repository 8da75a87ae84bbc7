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

/** Whether both hold the same things, by identity and in order. */
export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at])
}
