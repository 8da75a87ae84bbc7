// Keeps a list that every question needs, without reading it for every question: it is read again on each beat of the
// clock, and at once when something here has changed it.

export interface Watch<T> {
  /** The same list as long as nothing changes, so that values computed from it can be reused. */
  readonly known: () => readonly T[]
  /** Resolves at once when something was read already. */
  ready(): Promise<void>
  /** Reads again, and so also sees what another server changed. */
  refresh(): Promise<void>
  /** Waits for a change made here, reads again, and passes on what the change returned. */
  after<R>(change: Promise<R>): Promise<R>
}

/** `read` returns the list, or undefined where nothing can have changed since it was last read. */
export function watchList<T>(read: () => Promise<readonly T[] | undefined>): Watch<T> {
  let known: readonly T[] = []
  let seen = false
  const refresh = async () => {
    const found = await read()
    // A list that only looks different is taken for a new one: that costs a little work, and is never wrong.
    if (found !== undefined && JSON.stringify(found) !== JSON.stringify(known)) known = found
    seen = true
  }
  return {
    known: () => known,
    ready: () => (seen ? Promise.resolve() : refresh()),
    refresh,
    async after(change) {
      const changed = await change
      // If it cannot be read now, the next question reads it: the change itself is already made.
      seen = false
      await refresh().catch(() => undefined)
      return changed
    },
  }
}
