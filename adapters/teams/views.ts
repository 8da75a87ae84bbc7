// What one person alone is to see in a place that others read: kept until their own client asks for it.
import { randomUUID } from 'node:crypto'
import type { Card } from '../../src/chat/cards.ts'

export interface Views {
  /** The name under which the card waits for this person. */
  keep(account: string, card: Card): string
  find(view: string, account: string): Found
}

export type Found =
  { readonly kind: 'yours'; readonly card: Card } | { readonly kind: 'not-yours' } | { readonly kind: 'gone' }

/** In memory only, and the oldest are dropped first: what is private is not kept for long. */
const most = 300

export function createViews(): Views {
  const kept = new Map<string, { readonly account: string; readonly card: Card }>()
  return {
    keep: (account, card) => {
      const view = randomUUID()
      kept.set(view, { account, card })
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return view
    },
    find: (view, account) => {
      const found = kept.get(view)
      if (found === undefined) return { kind: 'gone' }
      return found.account === account ? { kind: 'yours', card: found.card } : { kind: 'not-yours' }
    },
  }
}
