// What was sent and is still being looked at: kept in memory for an hour, and only up to a limit.

export interface Kept<T> {
  keep(id: string, value: T, at: Date): void
  find(id: string, at: Date): T | undefined
  drop(id: string): void
}

const hour = 3_600_000

/** Where there are too many, the oldest goes first. */
export function keepSome<T>(most: number): Kept<T> {
  const all = new Map<string, { readonly value: T; readonly since: number }>()
  return {
    keep(id, value, at) {
      all.set(id, { value, since: at.getTime() })
      for (const [oldest, { since }] of all) {
        if (all.size <= most && at.getTime() - since < hour) break
        all.delete(oldest)
      }
    },
    find(id, at) {
      const found = all.get(id)
      return found === undefined || at.getTime() - found.since >= hour ? undefined : found.value
    },
    drop: (id) => void all.delete(id),
  }
}
