// Order within each conversation, none between them: work in one lane waits for the work before it, and for nothing else.

export interface Lanes {
  run<T>(lane: string, work: () => Promise<T>): Promise<T>
  /** How many lanes have work. */
  readonly busy: number
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<void>>()
  return {
    run: (lane, work) => {
      const before = tails.get(lane) ?? Promise.resolve()
      const mine = before.then(work)
      const tail = mine.then(nothing, nothing).then(() => {
        // Only the last one out closes the lane, so that nothing is left of a conversation that has gone quiet.
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
  // What went wrong is for the one who asked; the lane goes on.
}
