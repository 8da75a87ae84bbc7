// What a connection depends on, in memory: waits that a test controls, addresses, and thumbs.
import type { Addresses } from '../../../src/ports/ports.ts'
import type { KeptThumbs, Thumbs } from '../../../src/ports/thumbs.ts'

/** Waits that end only when the test says so. */
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
    wait: (ms) =>
      new Promise((go) => {
        waiting.push({ ms, go })
        for (const [look, length] of [...watching]) if (length === ms) look()
      }),
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

export function memoryAddresses(): { readonly addresses: Addresses; readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    addresses: {
      keep: ({ id }, address) => Promise.resolve(void kept.set(id, address)),
      find: ({ id }) => Promise.resolve(kept.get(id)),
      forget: ({ id }) => Promise.resolve(void kept.delete(id)),
    },
  }
}

export function memoryThumbs(): Thumbs {
  const kept = new Map<string, KeptThumbs>()
  return {
    keep: ({ message }, thumbs) => Promise.resolve(void kept.set(message, thumbs)),
    find: ({ message }) => Promise.resolve(kept.get(message)),
  }
}
