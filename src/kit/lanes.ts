// Keeps the order within each conversation, and none between conversations: work in one lane waits only for earlier
// work in that lane.

export interface Lanes {
  run<T>(lane: string, work: () => Promise<T>): Promise<T>
  /** The number of lanes that have work. */
  readonly busy: number
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<void>>()
  return {
    run: (lane, work) => {
      const before = tails.get(lane) ?? Promise.resolve()
      const mine = before.then(work)
      const tail = mine.then(nothing, nothing).then(() => {
        // Only the last one out closes the lane, so that a quiet conversation leaves nothing behind.
        if (tails.get(lane) === tail) tails.delete(lane)
      })
      tails.set(lane, tail)
      return mine
    },
    get busy() {
      return tails.size
    },
  }
}

function nothing(): void {
  // Whoever asked hears of the failure; the lane carries on.
}
