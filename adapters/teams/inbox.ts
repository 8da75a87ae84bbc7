// What happens to an activity: it is handled in the order of its conversation, answered, and remembered.
import { privately, type Reply } from '../../src/chat/replies.ts'
import { troubleCard } from '../../src/chat/wording.ts'
import { createLanes, type Lanes } from '../../src/kit/lanes.ts'
import { never } from '../../src/kit/never.ts'
import { within, type Wait } from '../../src/kit/wait.ts'
import type { Take, Taken } from '../../src/ports/outbox.ts'
import type { Thumbs } from '../../src/ports/thumbs.ts'
import type { InvokeAnswer, Turn } from './bot.ts'
import {
  cardAnswer,
  deliver,
  deliverLate,
  noticeAnswer,
  showDialog,
  type Delivered,
  type Delivering,
} from './deliver.ts'
import { placeOf, spotOf, type From, type Heard, type Spot } from './from.ts'
import { hearActivity, isArrival, isDeparture, type HeardActivity } from './hear.ts'
import { parseActivity, parseKind, type Activity } from './payloads.ts'
import type { People } from './people.ts'
import { say, type Voice } from './speak.ts'
import type { Views } from './views.ts'
import { forOneCard, goneCard, wording } from './wording.ts'

export interface Inbox {
  readonly receive: (turn: Turn) => Promise<InvokeAnswer | undefined>
  readonly idle: () => Promise<void>
}

export interface InboxOptions {
  readonly take: Take
  readonly voice: Voice
  readonly people: People
  readonly views: Views
  readonly wait: Wait
  readonly thumbs: Thumbs
  readonly clock: () => Date
}

/**
 * Milliseconds: before a sign of life; for looking somebody up; before a request is answered without a result that is
 * still being made (Teams gives up after fifteen seconds, and after about ten while somebody watches a button).
 */
const patience = { typing: 300, person: 1_500, message: 12_000, invoke: 8_000 } as const

interface Desk extends InboxOptions {
  readonly lanes: Lanes
  /** Counts as in progress until it settles. What it throws is logged. */
  readonly track: (work: Promise<void>) => void
}

export function createInbox(options: InboxOptions): Inbox {
  const inHand = new Set<Promise<void>>()
  const track = (work: Promise<void>) => {
    const settled = work
      .catch((error: unknown) => options.voice.log.error({ error }, 'teams: an answer did not get through'))
      .finally(() => inHand.delete(settled))
    inHand.add(settled)
  }
  const desk: Desk = { ...options, lanes: createLanes(), track }
  return {
    receive: (turn) => receive(desk, turn),
    idle: async () => {
      while (inHand.size > 0) await Promise.all(inHand)
    },
  }
}

async function receive(desk: Desk, turn: Turn): Promise<InvokeAnswer | undefined> {
  const activity = parseActivity(turn.body)
  if (activity === undefined) return refuse(desk, parseKind(turn.body))
  const heard = hearActivity(activity)
  follow(desk, activity)
  switch (heard.kind) {
    case 'nothing':
      return undefined
    case 'unknown':
      return refuse(desk, { type: 'invoke', name: heard.name })
    case 'dialog':
      return { status: 200, body: showDialog(heard.card) }
    case 'view':
      return { status: 200, body: showView(desk, heard) }
    case 'thumb': {
      await answerHeard(desk, heard.heard(await meaningOf(desk, heard)), turn)
      return { status: 200, body: {} }
    }
    case 'heard': {
      const answer = await answerHeard(desk, heard.heard, turn)
      return activity.type === 'invoke' ? { status: 200, body: answer } : undefined
    }
    default:
      return never(heard)
  }
}

/** An invoke that we do not know is not handled, and Teams is told so. Anything else is simply left alone. */
function refuse({ voice }: Desk, { type, name }: { type?: string | undefined; name?: string | undefined }) {
  if (type !== 'invoke') return undefined
  voice.log.warn({ name: (name ?? '').slice(0, 80) }, 'teams asked for something that this app does not do')
  return { status: 501 }
}

function showView({ views }: Desk, { view, spot }: { view: string; spot: Spot }): unknown {
  const found = views.find(view, spot.account.id)
  switch (found.kind) {
    case 'yours':
      return cardAnswer(found.card, 'own')
    case 'not-yours':
      return cardAnswer(forOneCard, 'own')
    case 'gone':
      return cardAnswer(goneCard, 'own')
  }
}

/** Empty where it is not known, or no longer: the app then says that it is too old, and still reads what was written. */
async function meaningOf(
  { thumbs, wait, voice }: Desk,
  { message, reaction }: Extract<HeardActivity, { kind: 'thumb' }>,
): Promise<string> {
  const finding = thumbs.find({ platform: 'teams', message }).catch((error: unknown) => {
    voice.log.error({ error }, 'teams: what a thumb means could not be looked up')
    return undefined
  })
  const found = await within(wait, patience.person, finding)
  return (reaction === 'like' ? found?.helped : found?.not) ?? ''
}

/** What is useful besides answering: how to reach people and places, and who they are. */
function follow(desk: Desk, activity: Activity): void {
  const { voice, people, track } = desk
  const spot = spotOf(activity)
  const { book } = voice
  if (isDeparture(activity)) {
    const gone = [placeOf(spot).id, spot.team, spot.shared ? undefined : spot.account.id]
    for (const id of gone) if (id !== undefined) track(book.forget(id))
    return
  }
  // A message extension is used in conversations that the bot is not part of.
  if (activity.type === 'invoke') return
  track(noteKnown(desk, spot))
  const came = activity.type === 'conversationUpdate' && (activity.membersAdded?.length ?? 0) > 0
  if (spot.shared && (came || isArrival(activity))) track(people.read(spot))
}

/** How to reach somebody is kept once it is known that they belong. */
async function noteKnown({ voice, people }: Desk, spot: Spot): Promise<void> {
  await people.know(spot)
  await voice.book.note(spot, { outside: people.isOutside(spot.account.id) })
}

/** Within one conversation activities are answered in order; a thread is a conversation of its own. */
function laneOf({ kind, spot }: From, id: string): string {
  switch (kind) {
    case 'message':
    case 'card':
      return spot.conversation
    case 'dialog':
      return spot.account.id
    case 'search':
      return id
  }
}

/** Resolves to the response, in time; what is not ready by then is sent another way. */
async function answerHeard(desk: Desk, heard: Heard, turn: Turn): Promise<unknown> {
  const { event, from } = heard
  const way = deliveringOver(desk, turn)
  let late = false
  // It is written down before anything else is done with it. Its place in the conversation is already fixed.
  const taking = desk.take(event)
  const answered = new Promise<Delivered>((resolve, reject) => {
    const work = async () => {
      const taken = await taking
      try {
        const delivered = await deliver(way, from, await listen(desk, { heard, taken }, way))
        resolve(delivered)
        await delivered.after()
        if (late) await deliverLate(way, from, delivered)
      } catch (error) {
        taken.notShown()
        throw error
      }
      taken.shown()
    }
    desk.track(desk.lanes.run(laneOf(from, event.id), work).catch(reject))
  })
  try {
    // What is collected can only be sent with the response.
    const limit = from.kind === 'message' ? patience.message : patience.invoke
    const delivered = await (turn.collect === undefined ? within(desk.wait, limit, answered) : answered)
    if (delivered !== undefined) return delivered.answer
    late = true
    return lateAnswer(from)
  } catch (error) {
    desk.voice.log.error({ event: event.id, error }, 'could not answer')
    return lateAnswer(from, wording.trouble)
  }
}

function deliveringOver({ voice, views, thumbs, clock, track }: Desk, { collect }: Turn): Delivering {
  return {
    voice,
    views,
    // What is collected gets its number after us.
    noteThumbs:
      collect === undefined
        ? (message, kept) => track(thumbs.keep({ platform: 'teams', message }, kept, clock()))
        : undefined,
    speak: async (spot, outgoing) => {
      if (collect === undefined) return say(voice, spot, outgoing)
      await collect(outgoing)
      return { kind: 'sent', message: '' }
    },
  }
}

function lateAnswer(from: From, words: string = wording.slow): unknown {
  switch (from.kind) {
    case 'message':
      return undefined
    case 'card':
      return from.answers ? noticeAnswer(words) : undefined
    case 'dialog':
      return { task: { type: 'message', value: words } }
    case 'search':
      return { composeExtension: { type: 'message', text: words } }
  }
}

/** The app's answer, with a sign of life where that takes a moment. The answer never waits for the sign. */
function listen(desk: Desk, listening: Listening, { speak }: Delivering): Promise<readonly Reply[]> {
  const hearing = askApp(desk, listening)
  const { event, from } = listening.heard
  const sign = async () => {
    if ((await within(desk.wait, patience.typing, hearing)) === undefined) await speak(from.spot, { type: 'typing' })
  }
  if (event.kind === 'said') desk.track(sign())
  return hearing
}

interface Listening {
  readonly heard: Heard
  readonly taken: Taken
}

async function askApp(
  { people, wait, voice }: Desk,
  { heard: { event, from }, taken }: Listening,
): Promise<readonly Reply[]> {
  const knowing = people.know(from.spot)
  if (knowing !== undefined) await within(wait, patience.person, knowing)
  // The app never throws; if it did, somebody would still be waiting for us.
  return taken.replies({ outsider: people.isOutside(event.account.id) }).catch((error: unknown) => {
    voice.log.error({ event: event.id, error }, 'could not answer')
    return [privately(troubleCard())]
  })
}
