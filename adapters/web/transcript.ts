// What one person's page shows, in memory only: it contains what people typed, so it is limited and never written
// anywhere.
import type { Card } from '../../src/chat/cards.ts'

export interface Message {
  readonly id: string
  /** Increases with every change, so that a page can ask for everything after what it has. */
  readonly at: number
  readonly shown: Shown
}

export type Shown =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'chose'; readonly label: string }
  /** Something was sent whose words must not be shown or kept. */
  | { readonly kind: 'unkept'; readonly what: 'draft' | 'form' | 'message' }

export interface Transcript {
  /** In reading order. */
  all(): readonly Message[]
  find(id: string): Message | undefined
  /** Adds below, or replaces in place where the id exists already. */
  put(id: string, shown: Shown): Message
  /**
   * Everything that was added or replaced after `cursor`; all of it where the cursor is from before a restart, or
   * missing.
   */
  since(cursor: string | undefined): readonly Message[]
  /** A message's place in time as text, which a page can send back. */
  cursor(message: Message): string
  /** Whether anybody is listening at the moment. */
  watched(): boolean
  /** Reports every change from now on; returns the function that stops it. */
  watch(tell: (message: Message) => void): () => void
}

/** `run` is different in every run of the server. */
export function createTranscript(run: string, most: number): Transcript {
  // A map keeps the position of a key that is set again, which is exactly what replacing needs.
  const messages = new Map<string, Message>()
  const watchers = new Set<(message: Message) => void>()
  let latest = 0

  return {
    all: () => [...messages.values()],
    find: (id) => messages.get(id),
    put(id, shown) {
      latest += 1
      const message = { id, at: latest, shown }
      messages.set(id, message)
      for (const oldest of messages.keys()) {
        if (messages.size <= most) break
        messages.delete(oldest)
      }
      for (const tell of watchers) tell(message)
      return message
    },
    since(cursor) {
      const known = cursor?.startsWith(`${run}.`) === true ? Number(cursor.slice(run.length + 1)) : 0
      return [...messages.values()].filter(({ at }) => !(at <= known))
    },
    cursor: ({ at }) => `${run}.${at}`,
    watched: () => watchers.size > 0,
    watch(tell) {
      watchers.add(tell)
      return () => void watchers.delete(tell)
    },
  }
}
