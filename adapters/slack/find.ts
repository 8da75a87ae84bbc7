// Whether something was sent: the bot's own messages carry their key, and Slack shows them to the bot.
import { z } from 'zod'
import type { Sought } from '../../src/ports/ports.ts'
import type { Api } from './api.ts'
import type { Outcome } from './attempt.ts'
import { noticeEvent } from './names.ts'

/** Where to look, for what, and how far back. */
export interface Search {
  /** A person's id, or a conversation's. */
  readonly place: string
  readonly keys: readonly string[]
  readonly since: Date
}

/** Far more than anybody is sent in a day; beyond it nobody can tell. */
const mostPages = 10

const Opened = z.object({ channel: z.object({ id: z.string() }) })
const Page = z.object({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z.looseObject({ event_type: z.string(), event_payload: z.looseObject({}) }).optional(),
    }),
  ),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
})

/** Never throws. */
export async function findSent(api: Api, { place, keys, since }: Search): Promise<Sought> {
  try {
    const channel = await conversationOf(api, place)
    if (typeof channel !== 'string') return channel
    let cursor: string | undefined
    for (let page = 0; page < mostPages; page++) {
      const outcome = await api.call(
        'conversations.history',
        {
          channel,
          oldest: (since.getTime() / 1_000).toFixed(6),
          include_all_metadata: true,
          limit: 100,
          cursor,
        },
        { patience: 'short' },
      )
      if (outcome.kind === 'refused') return cannotTell(outcome)
      const { messages, response_metadata: next } = Page.parse(outcome.answer)
      const found = messages.find(({ metadata }) => keyIn(metadata, keys))
      if (found !== undefined) return { kind: 'found', message: found.ts }
      cursor = next?.next_cursor === '' ? undefined : next?.next_cursor
      if (cursor === undefined) return { kind: 'absent' }
    }
    return { kind: 'cannot-tell', what: 'there is too much in the conversation to look through' }
  } catch (error) {
    return { kind: 'later', what: error instanceof Error ? error.message.slice(0, 200) : 'Slack did not answer' }
  }
}

export async function conversationOf(api: Api, place: string): Promise<string | Sought> {
  if (!/^[UW]/.test(place)) return place
  const outcome = await api.call('conversations.open', { users: place }, { patience: 'short' })
  return outcome.kind === 'refused' ? cannotTell(outcome) : Opened.parse(outcome.answer).channel.id
}

function cannotTell({ error }: Extract<Outcome, { kind: 'refused' }>): Sought {
  return { kind: 'cannot-tell', what: `Slack does not let us look: ${error}` }
}

function keyIn(metadata: z.infer<typeof Page>['messages'][number]['metadata'], keys: readonly string[]): boolean {
  if (metadata?.event_type !== noticeEvent) return false
  const { key } = metadata.event_payload
  return typeof key === 'string' && keys.includes(key)
}
