// Cards as messages: said in a conversation, whispered to one person in it, or put in place of a message that is there.
import { z } from 'zod'
import type { Card } from '../../src/chat/cards.ts'
import type { Log, Posted } from '../../src/ports.ts'
import type { Api, Outcome } from './api.ts'
import { limits } from './limits.ts'
import { showMessages } from './show.ts'

/** What speaking takes. */
export interface Voice {
  readonly api: Api
  readonly log: Log
}

/** A conversation; `user` is whom an answer in it is for. */
export interface Spot {
  readonly channel: string
  readonly thread: string | undefined
  readonly user: string
}

export async function say(
  { api }: Voice,
  { channel, thread }: Pick<Spot, 'channel' | 'thread'>,
  card: Card,
  { key }: { readonly key?: string } = {},
): Promise<Outcome> {
  let last: Outcome = { kind: 'done', answer: undefined }
  for (const [at, message] of showMessages(card).entries()) {
    last = await api.call('chat.postMessage', {
      channel,
      ...inThread(thread),
      ...message,
      ...noPreviews,
      ...noMentions,
      ...(key !== undefined && at === 0 ? named(key) : {}),
    })
    if (last.kind === 'refused') return last
  }
  return last
}

/** Seen by no person: the message can be found again by it. */
function named(key: string) {
  return { metadata: { event_type: 'policy_guide_notice', event_payload: { key } } }
}

const Sent = z.object({ ts: z.string() })

/** What became of a message, in the app's words. */
export function sayPosted(outcome: Outcome): Posted {
  if (outcome.kind === 'done') return { kind: 'sent', message: Sent.safeParse(outcome.answer).data?.ts ?? '' }
  return { kind: 'refused', why: whyNot[outcome.error] ?? 'other', what: `Slack refused a message: ${outcome.error}` }
}

const whyNot: Readonly<Record<string, 'not-installed' | 'blocked' | 'left'>> = {
  account_inactive: 'not-installed',
  token_revoked: 'not-installed',
  not_in_channel: 'not-installed',
  user_disabled: 'left',
  user_not_found: 'left',
  cannot_dm_bot: 'blocked',
  messages_tab_disabled: 'blocked',
  restricted_action: 'blocked',
}

/** Where the place cannot be posted to, the person still gets their answer. */
export async function answer(voice: Voice, spot: Spot, card: Card): Promise<void> {
  const outcome = await say(voice, spot, card)
  if (outcome.kind === 'refused') await sayDirectly(voice, { user: spot.user, why: outcome.error }, card)
}

/** Seen by `user` alone, in a place that others read. */
export async function whisper(voice: Voice, { channel, thread, user }: Spot, card: Card): Promise<void> {
  for (const message of showMessages(card)) {
    const outcome = await voice.api.call('chat.postEphemeral', {
      channel,
      user,
      ...inThread(thread),
      ...message,
      ...noMentions,
    })
    if (outcome.kind === 'refused') return sayDirectly(voice, { user, why: outcome.error }, card)
  }
}

/** Puts the card in place of one of our messages; what does not fit into one message follows below. */
export async function replace(voice: Voice, spot: Spot & { readonly ts: string }, card: Card): Promise<void> {
  const [first, ...more] = showMessages(card)
  const { channel, ts, thread } = spot
  const outcome = await voice.api.call('chat.update', { channel, ts, ...first, ...noMentions })
  if (outcome.kind === 'refused') return answer(voice, spot, card)
  for (const message of more) {
    await voice.api.call('chat.postMessage', { channel, ...inThread(thread), ...message, ...noPreviews, ...noMentions })
  }
}

export interface Response {
  readonly url: string
  readonly user: string
  readonly thread?: string | undefined
  readonly how: 'privately' | 'instead' | 'aloud'
}

/** Through the address that came with a command or a press: the only way to change what one person alone sees. */
export async function respond(voice: Voice, { url, user, thread, how }: Response, card: Card): Promise<void> {
  const kind = { response_type: how === 'aloud' ? 'in_channel' : 'ephemeral', ...inThread(thread) }
  for (const [at, message] of showMessages(card).slice(0, limits.responsesPerUrl).entries()) {
    const outcome = await voice.api.respond(url, {
      ...kind,
      replace_original: how === 'instead' && at === 0,
      ...message,
    })
    if (outcome.kind === 'refused') return sayDirectly(voice, { user, why: outcome.error }, card)
  }
}

export async function sayDirectly(
  voice: Voice,
  { user, why }: { user: string; why: string },
  card: Card,
): Promise<void> {
  voice.log.warn({ why }, 'slack refused an answer in its place, so it goes to the person directly')
  const outcome = await say(voice, { channel: user, thread: undefined }, card)
  if (outcome.kind === 'refused') voice.log.error({ error: outcome.error }, 'slack refused an answer')
}

const noPreviews = { unfurl_links: false, unfurl_media: false } as const
const noMentions = { parse: 'none', link_names: false } as const

function inThread(thread: string | undefined): { thread_ts?: string } {
  return thread === undefined ? {} : { thread_ts: thread }
}
