// Does a thing once, however often it is asked for. What failed is done again when it is asked for again.

/** Does it for the first caller, and lets all others wait for the same result. */
export function once(act: () => Promise<void>): () => Promise<void> {
  const acts = onceEach<unknown>(1)
  return async () => {
    await acts('', act)
  }
}

/** The same for each key; the latest `most` keys are remembered. */
export function onceEach<T>(most: number): (key: string, act: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (key, act) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const done = act().catch((error: unknown) => {
      known.delete(key)
      throw error
    })
    known.set(key, done)
    for (const oldest of known.keys()) {
      if (known.size <= most) break
      known.delete(oldest)
    }
    return done
  }
}
