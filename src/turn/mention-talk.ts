// Tells each person once, below an answer or help that others can read, that the next message must mention the bot again.
import { note } from '../chat/cards.ts'
import { accountKey } from '../chat/people.ts'
import type { Reply } from '../chat/replies.ts'
import { memo } from '../kit/memo.ts'
import type { Turn } from './turn.ts'

export async function sayingToMention(turn: Turn, replies: readonly Reply[]): Promise<Reply[]> {
  const last = replies.findLastIndex(({ to }) => to === 'place')
  if (last < 0 || !isAmongOthers(turn) || !(await isFirstTime(turn))) return [...replies]
  return replies.map((reply, at) =>
    at === last ? { ...reply, card: { ...reply.card, blocks: [...reply.card.blocks, line] } } : reply,
  )
}

const line = note('Here I hear only messages that mention me. To go on, begin your next one with @Policy Guide.')

function isAmongOthers({ event }: Turn): boolean {
  return event.kind === 'said' && event.quietly !== true && event.place.kind === 'shared'
}

/** An answer comes before bookkeeping: where the store does not respond, the line is left out. */
async function isFirstTime({ ports: { store }, event, now }: Turn): Promise<boolean> {
  const account = accountKey(event.account)
  const told = toldOver(store)
  if (told.has(account)) return false
  const first = await store.claim(`mention:${account}`, now).catch(() => undefined)
  if (told.size >= mostRemembered) told.clear()
  if (first !== undefined) told.add(account)
  return first ?? false
}

/**
 * People who were told already, by the store. That is nearly everybody, and asking costs a write beside each answer.
 */
const toldOver = memo((_: Turn['ports']['store']) => new Set<string>())
const mostRemembered = 10_000
