// Decides what of an event is written down until it is answered: all of a question, and not a word of a draft or an
// urgent message.
import type { ChatEvent } from '../chat/events.ts'
import type { Place } from '../chat/people.ts'
import type { Reply } from '../chat/replies.ts'
import type { Arrival, Unsettled } from '../ports/outbox.ts'
import type { Held } from '../turn/content.ts'

/**
 * Undefined where nothing is written down: for surfaces that fill themselves again, and for what is answered in its own
 * response.
 */
export function arrivalOf(event: ChatEvent, { at, content }: { at: Date; content: Held }): Arrival | undefined {
  const { id, account, place } = event
  if (event.kind === 'searched' || event.kind === 'wondered') return undefined
  if (event.kind === 'opened' && event.surface === 'home') return undefined
  // Nothing is kept about people who do not belong, and the web page answers in its response.
  if (event.outsider === true || account.platform === 'web') return undefined
  const arrived = { id, at, account, place }
  switch (content.kind) {
    case 'plain':
      return { ...arrived, kind: 'answer', event: JSON.stringify(withoutQuoted(event)) }
    case 'draft':
      return { ...arrived, kind: 'draft' }
    case 'urgent':
      return { ...arrived, kind: 'urgent', need: content.need }
  }
}

/** Text by other people is searched for urgent matters when it arrives, and never for anything else. */
function withoutQuoted(event: ChatEvent): ChatEvent {
  if (event.kind !== 'said' || event.seen === undefined) return event
  return { ...event, seen: { ...event.seen, quoted: [] } }
}

/** Minutes for which an answer is still useful to whoever asked. */
const usefulFor = 60
/** A message that crashes the process whenever it is answered must not do so for ever. */
const mostTries = 4

export type Next =
  | { readonly kind: 'answer'; readonly event: string }
  | { readonly kind: 'urgent'; readonly need: string }
  /**
   * The person is asked to send it again: a draft is kept nowhere, and an old question may have been answered
   * elsewhere.
   */
  | { readonly kind: 'ask-again'; readonly why: 'draft' | 'late' }

/** What to do with an arrival that was not answered at once. Help for an urgent need is never too late. */
export function nextFor(one: Unsettled, now: Date): Next {
  if (one.kind === 'urgent') return { kind: 'urgent', need: one.need }
  if (one.kind === 'draft') return { kind: 'ask-again', why: 'draft' }
  const age = now.getTime() - one.at.getTime()
  if (age > usefulFor * 60_000 || one.tries > mostTries) return { kind: 'ask-again', why: 'late' }
  return { kind: 'answer', event: one.event }
}

/**
 * Where a reply goes when its original way back is gone. What only one person saw or may see is sent privately; what
 * was said where others read is answered there.
 */
export function placeFor({ to }: Reply, { account, place }: Unsettled, said: boolean): Place {
  if (place.kind === 'private' || (said && to === 'place')) return place
  return { platform: account.platform, id: account.id, kind: 'private' }
}
