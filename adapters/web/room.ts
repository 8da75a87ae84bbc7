// One person's conversation: what they post goes to the app, and the app's replies go onto their page.
import { createHash } from 'node:crypto'
import type { Card } from '../../src/chat/cards.ts'
import type { ChatEvent, Opened } from '../../src/chat/events.ts'
import type { Reply } from '../../src/chat/replies.ts'
import { echoOf, eventOf, happenedTo, type Post, type Speaker } from './hear.ts'
import { limits } from './limits.ts'
import { once, onceEach } from './once.ts'
import { createTranscript, type Message, type Transcript } from './transcript.ts'

export type Hear = (event: ChatEvent) => Promise<readonly Reply[]>

export interface Room {
  /** Of the account whose room it is. */
  readonly id: string
  readonly transcript: Transcript
  /** Greets when the person first looks. */
  greet(): Promise<void>
  /** The cards of the home page as they are now; they are not part of the conversation. */
  home(): Promise<readonly Message[]>
  /** Asks the app. A repeated delivery is not asked again, and has the same outcome. */
  take(post: Post): Promise<Taken>
  readonly cardOf: (message: string | undefined) => Card | undefined
}

export interface Taken {
  /** The message where the answer begins; undefined where there was none. */
  readonly answer: string | undefined
}

export interface RoomPorts {
  readonly hear: Hear
  readonly newId: () => string
}

export interface Guest extends Speaker {
  /** Makes them known, where they are not yet. */
  meet(): Promise<void>
}

export function openRoom(guest: Guest, { hear, newId }: RoomPorts): Room {
  const transcript = createTranscript(newId(), limits.messages)
  const onceEachDelivery = onceEach<Taken>(limits.deliveries)
  const meet = once(() => guest.meet())
  const greet = once(async () => {
    await meet()
    // Nobody is greeted in the middle of a conversation, for example after a restart.
    if (!spoken) show(await hear(opened('chat')), undefined)
  })
  let spoken = false
  const opened = (surface: Opened['surface']): Opened => ({ kind: 'opened', surface, ...happenedTo(guest, newId) })

  const cardOf = (message: string | undefined) => {
    const shown = message === undefined ? undefined : transcript.find(message)?.shown
    return shown?.kind === 'card' ? shown.card : undefined
  }

  async function answer(post: Post): Promise<Taken> {
    spoken = true
    await meet()
    const pressed = post.kind === 'press' ? post.message : undefined
    const card = cardOf(pressed)
    const replies = await hear(eventOf(post, guest, newId))
    const echo = echoOf(post, { card, replies })
    // A form that held a draft is replaced by a line that says so, and the result follows.
    const goes = echo?.kind === 'unkept' && replies.some(({ to }) => to === 'card') ? pressed : undefined
    if (echo !== undefined) transcript.put(goes ?? newId(), echo)
    return { answer: show(replies, goes === undefined ? pressed : undefined) }
  }

  /** The first replacing reply replaces what was pressed; after a restart the page still knows its place. */
  function show(replies: readonly Reply[], pressed: string | undefined): string | undefined {
    let place = pressed
    let first: string | undefined
    for (const { to, card } of replies) {
      const id = to === 'card' && place !== undefined ? place : newId()
      if (id === place) place = undefined
      transcript.put(id, { kind: 'card', card })
      first ??= id
    }
    return first
  }

  return {
    id: guest.id,
    transcript,
    cardOf,
    greet,
    async home() {
      await meet()
      const replies = await hear(opened('home'))
      return replies.map(({ card }) => ({ id: newId(), at: 0, shown: { kind: 'card', card } }))
    },
    take: (post) => onceEachDelivery(digest(post), () => answer(post)),
  }
}

// Somebody who goes back in their browser and sends another text from the same form means something new. The digest
// tells the two apart without keeping either.
function digest(post: Post): string {
  return createHash('sha256').update(JSON.stringify(post)).digest('base64')
}
