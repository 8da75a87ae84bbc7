// What a connection depends on, in memory: addresses and thumbs.
import type { Addresses } from '../../../src/ports/ports.ts'
import type { KeptThumbs, Thumbs } from '../../../src/ports/thumbs.ts'

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
