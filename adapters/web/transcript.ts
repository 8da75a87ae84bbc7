// What one person's page shows, in memory only: it holds what people typed, so it is bounded and never written anywhere.
import type { Card } from '../../src/chat/cards.ts'

export interface Message {
  readonly id: string
  /** Grows with every change, so that a page can ask for what came after what it has. */
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
  /** Adds below, or replaces where it stands when the id is there already. */
  put(id: string, shown: Shown): Message
  /** All that was added or replaced after `cursor`; everything when the cursor is from before a restart, or none. */
  since(cursor: string | undefined): readonly Message[]
  /** A message's place in time as text, which a page can send back. */
  cursor(message: Message): string
  /** Whether anybody is told of changes just now. */
  watched(): boolean
  /** Tells of every change from now on; returns what stops it. */
  watch(tell: (message: Message) => void): () => void
}

/** `run` is different in every run of the server. */
export function createTranscript(run: string, most: number): Transcript {
  // A map keeps the place of a key that is set again, which is what replacing means here.
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
