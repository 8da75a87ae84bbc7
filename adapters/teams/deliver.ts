// Replies on their way to Teams: the way back depends on how the person came.
import { pack } from '../../src/chat/actions.ts'
import type { Card } from '../../src/chat/cards.ts'
import type { Reply } from '../../src/chat/replies.ts'
import { never } from '../../src/kit/never.ts'
import type { Posted } from '../../src/ports/ports.ts'
import type { KeptThumbs } from '../../src/ports/thumbs.ts'
import type { As } from './button.ts'
import type { From, Spot } from './from.ts'
import { limits } from './limits.ts'
import { botName } from './names.ts'
import { mergeCards, showCard } from './show.ts'
import {
  adaptive,
  attach,
  messageOf,
  replace,
  sayAlone,
  sayCard,
  sentence,
  withThumbs,
  withView,
  type Outgoing,
  type Voice,
} from './speak.ts'
import { label, spoken } from './text.ts'
import type { Views } from './views.ts'
import { forOneCard, wording } from './wording.ts'

export interface Delivering {
  readonly voice: Voice
  readonly views: Views
  /** Says it in the conversation that the turn is about. */
  readonly speak: (spot: Spot, outgoing: Outgoing) => Promise<Posted>
  /** Keeps what thumbs under a message mean. Undefined where nobody would tell us which message it is. */
  readonly noteThumbs: ((message: string, thumbs: KeptThumbs) => void) | undefined
}

export interface Delivered {
  /** The response to the request itself; undefined where Teams waits for none. */
  readonly answer: unknown
  /** Cards that exist only in the response. */
  readonly only: readonly Card[]
  /** What continues after the response. */
  readonly after: () => Promise<void>
}

/** Shows the replies in order. */
export async function deliver(way: Delivering, from: From, replies: readonly Reply[]): Promise<Delivered> {
  switch (from.kind) {
    case 'message':
      for (const { to, card } of replies) {
        await (to === 'person' && from.spot.shared ? whisper(way, from.spot, card) : tell(way, from.spot, card))
      }
      return done(undefined)
    case 'card':
      return deliverToCard(way, from, replies)
    case 'dialog':
      return deliverToDialog(replies)
    case 'search':
      return done(showResults(replies.map(({ card }) => card)))
    default:
      return never(from)
  }
}

type FromCard = Extract<From, { kind: 'card' }>

/** A replacement is shown by the response itself, and also put into the message for everybody and for later. */
async function deliverToCard(way: Delivering, from: FromCard, replies: readonly Reply[]): Promise<Delivered> {
  let shown: Shown | undefined
  let notice: string = wording.again
  for (const reply of replies) {
    const put = staysIn(from, reply)
      ? { kind: 'shown' as const, card: reply.card, as: from.own ? ('own' as const) : ('message' as const) }
      : await putBeside(way, from, reply)
    if (put.kind === 'shown') shown = put
    else notice = put.notice
  }
  if (!from.answers) {
    if (shown !== undefined) await replaceOrTell(way, from, shown.card)
    return done(undefined)
  }
  if (shown === undefined) return done(noticeAnswer(notice))
  const { card, as } = shown
  const answer = cardAnswer(card, as)
  if (as === 'own') return { ...done(answer), only: [card] }
  return { ...done(answer), after: () => replaceOrTell(way, from, card) }
}

interface Shown {
  readonly kind: 'shown'
  readonly card: Card
  readonly as: 'message' | 'own'
}

/** What one person sees alone in a place stays with them there. */
function staysIn({ own, answers }: FromCard, { to }: Reply): boolean {
  return to === 'card' || to === 'surface' || (to === 'person' && own && answers)
}

/**
 * In addition to the pressed card. A private answer that cannot go anywhere else is shown to its person in the card.
 */
async function putBeside(
  way: Delivering,
  { spot, answers }: FromCard,
  { to, card }: Reply,
): Promise<Shown | { readonly kind: 'put'; readonly notice: string }> {
  if (to !== 'person' || !spot.shared) {
    await tell(way, spot, card)
    return { kind: 'put', notice: wording.answeredBelow }
  }
  const posted = await sayAlone(way.voice, spot, card)
  if (posted.kind === 'sent' || posted.kind === 'unknown') return { kind: 'put', notice: wording.answeredAlone }
  if (answers) return { kind: 'shown', card, as: 'own' }
  await whisperHere(way, spot, card)
  return { kind: 'put', notice: wording.answeredBelow }
}

/** Where we can no longer change the message, the card is posted below. */
async function replaceOrTell(way: Delivering, { spot, card: message, answers }: FromCard, card: Card): Promise<void> {
  const { voice } = way
  if (message !== undefined) {
    const outcome = await replace(voice, { spot, message }, card)
    if (outcome.kind === 'done') return
    voice.log.warn({ why: outcome.what }, 'teams did not take a card in place of another')
    // The response has already shown it.
    if (answers) return
  }
  await tell(way, spot, card)
}

/** A dialog belongs to one person, and everything that follows stays in it. */
function deliverToDialog(replies: readonly Reply[]): Delivered {
  const cards = replies.map(({ card }) => card)
  const [first, ...more] = cards
  if (first === undefined) return done({ task: { type: 'message', value: wording.again } })
  return { ...done(showDialog(mergeCards([first, ...more]))), only: cards }
}

export function showDialog(card: Card): unknown {
  const title = label(card.title, limits.dialogTitle)
  return {
    task: { type: 'continue', value: { title, width: 'medium', height: 'large', card: attach(card, 'dialog') } },
  }
}

/** Nothing arrived, and nothing is wrong with the content: it is worth trying again later. */
class NotTaken extends Error {
  constructor(what: string) {
    super(`Teams did not take an answer: ${what}`)
  }
}

/** Into the conversation; where Teams refuses that, to the person alone. */
async function tell({ voice, speak, noteThumbs }: Delivering, spot: Spot, card: Card): Promise<void> {
  const thumbs = spot.thumbs && noteThumbs !== undefined ? thumbsOf(card) : undefined
  const as = thumbs === undefined ? messageOf(card) : withThumbs(card)
  const posted = await sayCard(voice, { card, as }, (outgoing) => speak(spot, outgoing))
  if (posted.kind === 'sent') {
    if (thumbs !== undefined) noteThumbs?.(posted.message, thumbs)
    return
  }
  voice.log.warn({ why: posted.what, kind: posted.kind }, 'teams did not take an answer in its place')
  if (posted.kind === 'failed') throw new NotTaken(posted.what)
  if (posted.kind !== 'refused' || !spot.shared) return
  const alone = await sayAlone(voice, spot, card)
  if (alone.kind !== 'sent') voice.log.error({ why: alone.what, kind: alone.kind }, 'teams did not take an answer')
}

function thumbsOf({ blocks }: Card): KeptThumbs | undefined {
  const rating = blocks.find((block) => block.kind === 'rating')
  return rating && { helped: pack(rating.helped.action), not: pack(rating.not.action) }
}

/** For one person's eyes, though others read here: in the personal chat, with a line here that says so. */
async function whisper(way: Delivering, spot: Spot, card: Card): Promise<void> {
  const posted = await sayAlone(way.voice, spot, card)
  if (posted.kind === 'sent') await way.speak(spot, sentence(wording.answeredAlone))
  else await whisperHere(way, spot, card)
}

/** There is no personal chat: the person's own client asks for a view that nobody else gets. */
async function whisperHere({ voice, views, speak }: Delivering, spot: Spot, card: Card): Promise<void> {
  const view = views.keep(spot.account.id, card)
  const posted = await speak(spot, withView(forOneCard, { view, viewers: [spot.user.id] }))
  if (posted.kind !== 'sent')
    voice.log.error({ why: posted.what, kind: posted.kind }, 'teams did not take a private answer')
}

/** An answer that is too late for the request still reaches the person. */
export async function deliverLate(way: Delivering, from: From, { only }: Delivered): Promise<void> {
  if (from.kind === 'search') return
  for (const card of only) await (from.spot.shared ? whisper(way, from.spot, card) : tell(way, from.spot, card))
}

export function cardAnswer(card: Card, as: As): unknown {
  return { statusCode: 200, type: adaptive, value: showCard(card, as) }
}

export function noticeAnswer(notice: string): unknown {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: notice }
}

/** A card for each, with a plain-text preview for the list. */
function showResults(cards: readonly Card[]): unknown {
  if (cards.length === 0) return { composeExtension: { type: 'message', text: wording.noSections } }
  const attachments = cards.slice(0, limits.searchResults).map((card) => ({
    ...attach(card),
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: {
        title: spoken(card.title, limits.previewText, botName),
        text: spoken(card.summary, limits.previewText, ''),
      },
    },
  }))
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } }
}

function done(answer: unknown): Delivered {
  return { answer, only: [], after: () => Promise.resolve() }
}
