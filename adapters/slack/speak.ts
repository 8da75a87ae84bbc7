// Cards as messages: posted in a conversation, shown to one person in it, or put in place of an existing message.
import { z } from 'zod'
import { unstyled, type Card } from '../../src/chat/cards.ts'
import type { Wait } from '../../src/kit/wait.ts'
import type { Log, Posted } from '../../src/ports/ports.ts'
import { endsEverything, type Api } from './api.ts'
import { perhapsTaken, type Outcome } from './attempt.ts'
import { attach, shareFiles } from './attach.ts'
import { bareMessage, isAboutLooks } from './bare.ts'
import { findSent } from './find.ts'
import { limits } from './limits.ts'
import { noticeEvent } from './names.ts'
import { hasPictures, hasTable, inWords, showBlock, showMessages, type Attached, type SlackMessage } from './show.ts'
import { escape } from './text.ts'

/** What speaking needs. */
export interface Voice {
  readonly api: Api
  readonly log: Log
  readonly wait: Wait
}

/** A conversation; `user` is the person whom an answer in it is for. */
export interface Spot {
  readonly channel: string
  readonly thread: string | undefined
  readonly user: string
}

export async function say(
  voice: Voice,
  { channel, thread }: Pick<Spot, 'channel' | 'thread'>,
  card: Card,
  { key, since }: { readonly key?: string | undefined; readonly since?: Date } = {},
): Promise<Outcome> {
  const attached = await attach(voice, card, { aside: isPrivate(channel) })
  let last: Outcome = { kind: 'done', answer: undefined }
  for (const [at, message] of showMessages(card, attached).entries()) {
    last = await showing(voice, { card, message }, (shown) =>
      post(voice, { channel, ...inThread(thread), ...shown }, at === 0 ? { key, since } : {}),
    )
    if (last.kind === 'refused') return last
  }
  // A person's conversation has an id of its own, which only Slack's answer reveals.
  if (attached.files.size > 0) {
    const found = Sent.safeParse(last.answer).data?.channel ?? channel
    await giveFiles(voice, attached, { channel: found, thread })
  }
  return last
}

/**
 * Its key is on the message. With `since`, it is looked for before it is sent again: Slack may have accepted it without
 * saying so.
 */
function post(
  { api }: Voice,
  message: Shown & { readonly channel: string },
  { key, since }: { readonly key?: string | undefined; readonly since?: Date | undefined },
): Promise<Outcome> {
  const args = { ...message, ...noPreviews, ...noMentions }
  if (key === undefined) return api.call('chat.postMessage', args)
  if (since === undefined) return api.call('chat.postMessage', { ...args, ...named(key) })
  const taken = () => findSent(api, { place: message.channel, keys: [key], since })
  return api.call('chat.postMessage', { ...args, ...named(key) }, { taken })
}

/** What a message without blocks consists of as well. */
type Shown = SlackMessage | ReturnType<typeof bareMessage>

/** With its layout; as plain text where Slack does not accept that. */
async function showing(
  voice: Voice,
  { card, message }: { readonly card: Card; readonly message: SlackMessage },
  post: (message: Shown) => Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await showingTable(voice, { card, message }, post)
  if (outcome.kind === 'done' || !isAboutLooks(outcome.error)) return outcome
  voice.log.error(
    { card: card.title, why: outcome.error },
    'slack refused how a card looks: bare words stand in its place',
  )
  return post(bareMessage(card))
}

/** A workspace, or a way of answering, may not have tables yet: the same as a list. */
async function showingTable(
  voice: Voice,
  { card, message }: { readonly card: Card; readonly message: SlackMessage },
  post: (message: Shown) => Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await showingPictures(voice, { card, message }, post)
  if (!hasTable(message) || outcome.kind === 'done' || !isAboutLooks(outcome.error)) return outcome
  voice.log.warn({ why: outcome.error }, 'slack did not show a table: a list stands in its place')
  return post(inWords(message, card))
}

/** Retries for some seconds while Slack is still processing a picture, and then says it in words. */
async function showingPictures(
  { wait, log }: Voice,
  { card, message }: { readonly card: Card; readonly message: SlackMessage },
  post: (message: Shown) => Promise<Outcome>,
): Promise<Outcome> {
  if (!hasPictures(message)) return post(message)
  for (const pause of [...pictureWaits, undefined]) {
    const outcome = await post(message)
    if (outcome.kind === 'done' || outcome.error !== 'invalid_blocks') return outcome
    if (pause !== undefined) await wait(pause)
  }
  log.warn({}, 'slack did not show a picture in time: words stand in its place')
  return post(inWords(message, card))
}

/** Milliseconds; Slack usually needs one or two seconds for a picture. */
const pictureWaits = [300, 700, 1_500, 3_000] as const

async function giveFiles(voice: Voice, { files }: Attached, where: Pick<Spot, 'channel' | 'thread'>): Promise<void> {
  const unsent = await shareFiles(voice, files, where)
  if (unsent.length === 0) return
  const blocks = unsent.flatMap((block, at) => showBlock(block, `${at}`))
  const text = escape(
    unsent.flatMap((block) => (block.kind === 'text' ? [unstyled(block.text)] : [])).join(' '),
    limits.fallback,
  )
  const { channel, thread } = where
  await voice.api.call('chat.postMessage', { channel, ...inThread(thread), text, blocks, ...noPreviews, ...noMentions })
}

/** Whether only one person reads it: it is their conversation with the bot, or they themselves. */
function isPrivate(channel: string): boolean {
  return /^[DUW]/.test(channel)
}

/** Invisible to people; the message can be found again by it. */
function named(key: string) {
  return { metadata: { event_type: noticeEvent, event_payload: { key } } }
}

const Sent = z.object({ ts: z.string(), channel: z.string().optional() })

/** What became of a message, in the app's terms. */
export function sayPosted(outcome: Outcome): Posted {
  if (outcome.kind === 'done') return { kind: 'sent', message: Sent.safeParse(outcome.answer).data?.ts ?? '' }
  if (outcome.error === perhapsTaken) return { kind: 'unknown', what: 'the connection to Slack broke while sending' }
  const what = `Slack refused a message: ${outcome.error}`
  if (endsEverything.has(outcome.error)) return { kind: 'failed', what, whose: 'tenant' }
  return { kind: 'refused', why: whyNot[outcome.error] ?? 'other', what }
}

const whyNot: Readonly<Record<string, 'not-installed' | 'blocked' | 'left'>> = {
  not_in_channel: 'not-installed',
  user_disabled: 'left',
  user_not_found: 'left',
  cannot_dm_bot: 'blocked',
  messages_tab_disabled: 'blocked',
  restricted_action: 'blocked',
}

/** Where the place cannot be posted to, the person still gets their answer. */
export async function answer(voice: Voice, spot: Spot, card: Card, key?: string): Promise<void> {
  const outcome = await say(voice, spot, card, { key })
  if (outcome.kind === 'refused') await sayDirectly(voice, { user: spot.user, why: outcome.error }, card)
}

/** Seen only by `user`, in a place that others read. A file put there would be seen by everybody, so there are none. */
export async function whisper(voice: Voice, { channel, thread, user }: Spot, card: Card): Promise<void> {
  for (const message of showMessages(card, await attach(voice, card, { aside: false }))) {
    const outcome = await showing(voice, { card, message }, (shown) =>
      voice.api.call('chat.postEphemeral', { channel, user, ...inThread(thread), ...shown, ...noMentions }),
    )
    if (outcome.kind === 'refused') return sayDirectly(voice, { user, why: outcome.error }, card)
  }
}

/** Replaces one of our messages by the card; what does not fit into one message follows below. */
export async function replace(voice: Voice, spot: Spot & { readonly ts: string }, card: Card): Promise<void> {
  const { channel, ts, thread } = spot
  const attached = await attach(voice, card, { aside: isPrivate(channel) })
  for (const [at, message] of showMessages(card, attached).entries()) {
    const outcome = await showing(voice, { card, message }, (shown) =>
      at === 0
        ? voice.api.call('chat.update', { channel, ts, ...shown, ...noMentions })
        : voice.api.call('chat.postMessage', { channel, ...inThread(thread), ...shown, ...noPreviews, ...noMentions }),
    )
    if (outcome.kind === 'refused' && at === 0) return answer(voice, spot, card)
  }
  if (attached.files.size > 0) await giveFiles(voice, attached, { channel, thread })
}

/** Nothing of the former message is left; a card that does not fit into one message ends where the first one does. */
export async function overwrite(
  voice: Voice,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  card: Card,
): Promise<Outcome> {
  const [message] = showMessages(card)
  if (message === undefined) return { kind: 'refused', error: 'no_text' }
  return showing(voice, { card, message }, (shown) =>
    voice.api.call('chat.update', { channel, ts, ...shown, ...noMentions }),
  )
}

export interface Response {
  readonly url: string
  readonly user: string
  readonly thread?: string | undefined
  readonly how: 'privately' | 'instead' | 'aloud'
}

/**
 * Through the address that came with a command or a press: the only way to change what only one person sees. It takes
 * no uploaded pictures.
 */
export async function respond(voice: Voice, { url, user, thread, how }: Response, card: Card): Promise<void> {
  const kind = { response_type: how === 'aloud' ? 'in_channel' : 'ephemeral', ...inThread(thread) }
  for (const [at, message] of showMessages(card).slice(0, limits.responsesPerUrl).entries()) {
    const outcome = await showing(voice, { card, message }, (shown) =>
      voice.api.respond(url, { ...kind, replace_original: how === 'instead' && at === 0, ...shown }),
    )
    if (outcome.kind === 'refused') return sayDirectly(voice, { user, why: outcome.error }, card)
  }
}

/** Throws where Slack takes nothing at all from the app, so that the answer is kept until it does. */
export async function sayDirectly(
  voice: Voice,
  { user, why }: { user: string; why: string },
  card: Card,
): Promise<void> {
  voice.log.warn({ why }, 'slack refused an answer in its place, so it goes to the person directly')
  const outcome = await say(voice, { channel: user, thread: undefined }, card)
  if (outcome.kind === 'done') return
  if (endsEverything.has(outcome.error)) throw new Error(`Slack takes nothing from the app: ${outcome.error}`)
  voice.log.error({ error: outcome.error }, 'slack refused an answer')
}

const noPreviews = { unfurl_links: false, unfurl_media: false } as const
const noMentions = { parse: 'none', link_names: false } as const

function inThread(thread: string | undefined): { thread_ts?: string } {
  return thread === undefined ? {} : { thread_ts: thread }
}
