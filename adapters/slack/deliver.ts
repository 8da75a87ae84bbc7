// Replies on their way to Slack: the way back depends on how the person came.
import type { Card } from '../../src/chat/cards.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import type { Reply } from '../../src/chat/replies.ts'
import { never } from '../../src/kit/never.ts'
import { answerKey } from '../../src/ports/outbox.ts'
import type { From } from './from.ts'
import { answer, replace, respond, say, whisper, type Voice } from './speak.ts'
import { openModal, publishHome, tooManyModals, updateModal } from './surface.ts'

/** Shows the replies to `event` in order. Throws only where Slack could not be reached for a very long time. */
export async function deliver(
  voice: Voice,
  { event, from }: { readonly event: Pick<ChatEvent, 'id'>; readonly from: From },
  replies: readonly Reply[],
): Promise<void> {
  if (replies.length === 0) return
  switch (from.kind) {
    case 'modal':
    case 'home':
      return deliverToView(voice, from, replies)
    case 'shortcut':
      await openModal(voice, { ...from, onTop: false }, cardsOf(replies))
      return
    case 'message':
    case 'card':
    case 'command':
    case 'whisper':
      for (const [at, reply] of replies.entries())
        await deliverMessage(voice, from, { ...reply, key: answerKey(event.id, at) })
      return
    default:
      never(from)
  }
}

async function deliverMessage(
  voice: Voice,
  from: Extract<From, { kind: 'message' | 'card' | 'command' | 'whisper' }>,
  { to, card, key }: Reply & { readonly key: string },
): Promise<void> {
  switch (from.kind) {
    case 'message':
    case 'card':
      if (to === 'card' && from.kind === 'card') return replace(voice, from, card)
      return to === 'person' && from.shared ? whisper(voice, from, card) : answer(voice, from, card, key)
    case 'command':
      return respond(voice, { ...from, how: 'privately' }, card)
    case 'whisper':
      // What only one person sees stays with them, unless they asked to say it aloud.
      if (to === 'place' && from.aloud) return sayAloud(voice, from, card)
      return respond(voice, { ...from, how: to === 'card' ? 'instead' : 'privately' }, card)
    default:
      return never(from)
  }
}

/** Into the channel; where the bot is not a member, through the address that came with the press. */
async function sayAloud(voice: Voice, from: Extract<From, { kind: 'whisper' }>, card: Card): Promise<void> {
  const outcome = await say(voice, from, card)
  if (outcome.kind === 'refused') await respond(voice, { ...from, how: 'aloud' }, card)
}

/** A replacement goes into the view itself, anything else into a modal on top of it. */
async function deliverToView(
  voice: Voice,
  from: Extract<From, { kind: 'modal' | 'home' }>,
  replies: readonly Reply[],
): Promise<void> {
  const inside = cardsOf(replies.filter(({ to }) => to === 'card' || to === 'surface'))
  const besides = cardsOf(replies.filter(({ to }) => to === 'place' || to === 'person'))
  if (from.kind === 'home') {
    if (inside.length > 0) await publishHome(voice, from.user, inside)
    if (besides.length > 0) await openModal(voice, { ...from, onTop: false }, besides)
    return
  }
  if (inside.length > 0) await updateModal(voice, from, inside)
  if (besides.length === 0) return
  const outcome = await openModal(voice, { ...from, onTop: true }, besides)
  if (outcome.kind === 'refused' && outcome.error === tooManyModals)
    await updateModal(voice, { view: from.view }, besides)
}

function cardsOf(replies: readonly Reply[]): readonly Card[] {
  return replies.map(({ card }) => card)
}
