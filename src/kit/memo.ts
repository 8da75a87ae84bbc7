// Remembering what was worked out. Where it is used, a comment says what is gained.

/** What `make` makes of an object, made once for as long as the object is in use. */
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

/** What `make` made of the last values, as long as the same are asked for again: for long walks in which neighbours are alike. */
export function memoLast<A extends readonly unknown[], V>(make: (...given: A) => V): (...given: A) => V {
  let last: { readonly given: A; readonly value: V } | undefined
  return (...given) => {
    if (last !== undefined && isSame(last.given, given)) return last.value
    last = { given, value: make(...given) }
    return last.value
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at])
}
