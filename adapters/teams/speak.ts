// Cards as messages in Teams: posted in a conversation, sent to one person alone, or put in place of an existing
// message.
import { defined } from '../../src/kit/defined.ts'
import type { Card } from '../../src/chat/cards.ts'
import type { Place } from '../../src/chat/people.ts'
import { briefly } from '../../src/kit/clean.ts'
import type { Log, Posted } from '../../src/ports/ports.ts'
import { bareWords } from '../bare-words.ts'
import type { Address, AddressBook } from './addresses.ts'
import type { Api, Outcome } from './api.ts'
import type { As } from './button.ts'
import { joinThread, splitThread, type Spot } from './from.ts'
import { limits } from './limits.ts'
import { verbs } from './names.ts'
import { showCard, summaryOf } from './show.ts'
import { tame } from './text.ts'

/** What speaking needs. */
export interface Voice {
  readonly api: Api
  readonly book: AddressBook
  readonly log: Log
}

/** What is sent, in Teams's own terms. */
export interface Outgoing {
  readonly type: 'message' | 'typing'
  readonly text?: string
  readonly textFormat?: 'plain'
  readonly summary?: string
  readonly attachments?: readonly Attachment[]
  /** Teams shows its own thumbs under the message. */
  readonly channelData?: { readonly feedbackLoop: { readonly type: 'default' } }
}

export interface Attachment {
  readonly contentType: 'application/vnd.microsoft.card.adaptive'
  readonly content: unknown
}

export const adaptive = 'application/vnd.microsoft.card.adaptive'

export function attach(card: Card, as: As = 'message'): Attachment {
  return { contentType: adaptive, content: showCard(card, as) }
}

export function messageOf(card: Card): Outgoing {
  return { type: 'message', summary: summaryOf(card), attachments: [attach(card)] }
}

/** The same with Teams's own thumbs in place of the card's buttons that ask whether it helped. */
export function withThumbs(card: Card): Outgoing {
  const blocks = card.blocks.filter(({ kind }) => kind !== 'rating')
  return { ...messageOf({ ...card, blocks }), channelData: { feedbackLoop: { type: 'default' } } }
}

/** A sentence of our own, without a card. */
export function sentence(text: string): Outgoing {
  return { type: 'message', text, textFormat: 'plain', summary: text }
}

/** What Teams refuses although the conversation is there is said again in plain words. */
export async function sayCard(
  { log }: Pick<Voice, 'log'>,
  { card, as = messageOf(card) }: { readonly card: Card; readonly as?: Outgoing },
  speak: (outgoing: Outgoing) => Promise<Posted>,
): Promise<Posted> {
  const posted = await speak(as)
  if (posted.kind !== 'refused' || posted.why !== 'other') return posted
  log.error({ card: card.title, why: posted.what }, 'teams refused a card: bare words stand in its place')
  return speak(sentence(tame(briefly(bareWords(card), limits.bareText))))
}

interface Where extends Pick<Spot, 'serviceUrl' | 'conversation' | 'bot'> {
  /** Whom it is for, in a personal chat. */
  readonly user?: { readonly id: string } | undefined
  readonly replyTo?: string | undefined
  readonly shared?: boolean
}

export async function say({ api }: Voice, where: Where, outgoing: Outgoing): Promise<Posted> {
  const { conversation, replyTo } = where
  const under = replyTo === undefined ? '' : `/${encodeURIComponent(replyTo)}`
  const outcome = await api.call({
    method: 'POST',
    serviceUrl: where.serviceUrl,
    path: `conversations/${encodeURIComponent(conversation)}/activities${under}`,
    body: {
      ...outgoing,
      locale: 'en-GB',
      from: where.bot,
      conversation: { id: conversation },
      ...defined({
        recipient: where.user === undefined || where.shared === true ? undefined : { id: where.user.id },
        replyToId: replyTo,
      }),
    },
    repeatable: outgoing.type === 'typing',
    ...defined({
      // A sign of life that comes too late is useless.
      patience: outgoing.type === 'typing' ? ('short' as const) : undefined,
    }),
  })
  return asPosted(outcome)
}

/** Replaces one of our messages by the card, for everybody. */
export function replace(
  { api }: Voice,
  { spot, message }: { spot: Pick<Spot, 'serviceUrl' | 'conversation' | 'bot'>; message: string },
  card: Card,
): Promise<Outcome> {
  const { id } = splitThread(spot.conversation)
  return api.call({
    method: 'PUT',
    serviceUrl: spot.serviceUrl,
    path: `conversations/${encodeURIComponent(id)}/activities/${encodeURIComponent(message)}`,
    body: { ...messageOf(card), id: message, locale: 'en-GB', from: spot.bot, conversation: { id } },
    repeatable: true,
  })
}

/** The same long after, in the personal chat. */
export async function overwrite(
  voice: Voice,
  { place, message }: { readonly place: string; readonly message: string },
  card: Card,
): Promise<Posted> {
  const address = await voice.book.find(place)
  const conversation = address?.conversation
  if (address === undefined || conversation === undefined) return unknownTo(place)
  const outcome = await replace(voice, { spot: { ...address, conversation }, message }, card)
  return asPosted(outcome)
}

/** In the personal chat; where there is none yet, it is started, if Teams allows it. */
export async function sayAlone(voice: Voice, { account }: Pick<Spot, 'account'>, card: Card): Promise<Posted> {
  const address = await voice.book.find(account.id)
  if (address === undefined) return unknownTo(account.id)
  return sayAt(voice, { id: account.id, address }, card)
}

/** Messages that are not answers. The id of a private place may be an account's. */
export async function post(voice: Voice, place: Place, card: Card): Promise<Posted> {
  const address = await voice.book.find(place.id)
  if (address === undefined) return unknownTo(place.id)
  const { conversation } = address
  if (conversation === undefined || !address.shared) return sayAt(voice, { id: place.id, address }, card)
  const { serviceUrl, bot } = address
  const thread = joinThread({ id: conversation, thread: place.thread })
  return sayCard(voice, { card }, (outgoing) =>
    say(voice, { serviceUrl, bot, conversation: thread, shared: true }, outgoing),
  )
}

/** A view that only the people in `viewers` ask for; everybody else sees the card. Ids are Teams's own. */
export function withView(card: Card, { view, viewers }: { view: string; viewers: readonly string[] }): Outgoing {
  const refresh = {
    action: { type: 'Action.Execute', title: 'Show it to me', verb: verbs.view, data: { view } },
    userIds: viewers,
  }
  const content = { ...showCard(card), refresh }
  return { type: 'message', summary: summaryOf(card), attachments: [{ contentType: adaptive, content }] }
}

async function sayAt(voice: Voice, { id, address }: { id: string; address: Address }, card: Card): Promise<Posted> {
  const opened =
    address.conversation === undefined
      ? await open(voice, { id, address })
      : ({ kind: 'done', id: address.conversation } as const)
  if (opened.kind !== 'done') return opened
  const { serviceUrl, bot, user } = address
  const to = user === undefined ? {} : { user: { id: user } }
  return sayCard(voice, { card }, (outgoing) =>
    say(voice, { serviceUrl, bot, conversation: opened.id, ...to }, outgoing),
  )
}

/** Starts the personal chat. Teams refuses where the bot is not installed for that person. */
async function open({ api, book }: Voice, { id, address }: { id: string; address: Address }): Promise<Outcome> {
  const { serviceUrl, tenant, bot, user } = address
  const outcome = await api.call({
    method: 'POST',
    serviceUrl,
    path: 'conversations',
    body: {
      bot,
      isGroup: false,
      members: [{ id: user ?? id }],
      ...defined({ tenantId: tenant, channelData: tenant === undefined ? undefined : { tenant: { id: tenant } } }),
    },
    // The same conversation is returned each time.
    repeatable: true,
  })
  if (outcome.kind !== 'done') return outcome
  if (outcome.id === '') return { kind: 'failed', what: 'Teams opened a conversation without an id' }
  await book.keep(id, { ...address, conversation: outcome.id })
  return outcome
}

function unknownTo(id: string): Posted {
  return { kind: 'refused', why: 'not-installed', what: `no address is kept for ${id}` }
}

function asPosted(outcome: Outcome): Posted {
  return outcome.kind === 'done' ? { kind: 'sent', message: outcome.id } : outcome
}
