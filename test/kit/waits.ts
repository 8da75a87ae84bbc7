// An adapter's waits, which end only when the test says so.

export interface Waits {
  readonly wait: (ms: number) => Promise<void>
  /** The lengths of the present waits, in milliseconds. */
  pending(): readonly number[]
  /** Resolves when something waits for exactly that long. */
  reached(ms: number): Promise<void>
  /** Ends all waits of exactly that length. */
  end(ms: number): void
}

export function createWaits(): Waits {
  let waiting: { readonly ms: number; readonly go: () => void }[] = []
  const watching = new Map<() => void, number>()
  return {
    wait: (ms) => {
      if (ms === 0) return Promise.resolve()
      return new Promise((go) => {
        waiting.push({ ms, go })
        for (const [look, length] of [...watching]) if (length === ms) look()
      })
    },
    pending: () => waiting.map(({ ms }) => ms),
    reached: (ms) =>
      new Promise((resolve) => {
        const look = () => {
          watching.delete(look)
          resolve()
        }
        watching.set(look, ms)
        if (waiting.some((one) => one.ms === ms)) look()
      }),
    end(ms) {
      const ended = waiting.filter((one) => one.ms === ms)
      waiting = waiting.filter((one) => one.ms !== ms)
      for (const { go } of ended) go()
    },
  }
}
