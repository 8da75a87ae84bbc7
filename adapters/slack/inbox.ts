// What happens to a delivery: it is acknowledged, handled in the order of its conversation, and answered.
import type { Reply } from '../../src/chat/replies.ts'
import { createLanes } from '../../src/kit/lanes.ts'
import { within, type Wait } from '../../src/kit/wait.ts'
import type { Take, Taken } from '../../src/ports/outbox.ts'
import { deliver } from './deliver.ts'
import type { From, Heard, Self } from './from.ts'
import { hearDelivery } from './hear.ts'
import type { Homes } from './home.ts'
import { isOurs, type Ours } from './ours.ts'
import type { Pane } from './pane.ts'
import { parseDelivery, type Delivery } from './payloads.ts'
import type { People } from './people.ts'
import type { Voice } from './speak.ts'
import { openInterim, updateModal } from './surface.ts'
import { createTurnstile } from './turnstile.ts'
import { oneMoment, showModal } from './view.ts'
import type { Receipt } from './way.ts'

export interface Inbox {
  readonly receive: (receipt: Receipt) => Promise<void>
  /** Counts as in progress until it settles. What it throws is logged. */
  track(work: Promise<void>): void
  readonly idle: () => Promise<void>
}

export interface InboxOptions {
  readonly take: Take
  readonly voice: Voice
  readonly people: People
  readonly pane: Pane
  readonly homes: Homes
  readonly self: Self
  readonly ours: () => Ours
  readonly clock: () => Date
  readonly wait: Wait
}

/**
 * Milliseconds that an answer may take: before a sign of life is shown, before a modal must be opened without it
 * (Slack allows three seconds), before a submitted modal must be acknowledged without it; and for looking somebody up.
 */
const patience = { sign: 300, shortcut: 1_500, submission: 2_000, person: 1_000 } as const

export function createInbox(options: InboxOptions): Inbox {
  const lanes = createLanes()
  const turnstile = createTurnstile()
  const inHand = new Set<Promise<void>>()
  const track = (work: Promise<void>) => {
    const settled = work
      .catch((error: unknown) => options.voice.log.error({ error }, 'slack: an answer did not get through'))
      .finally(() => inHand.delete(settled))
    inHand.add(settled)
  }
  const foreign = onceAMinute(options.clock, (times) =>
    options.voice.log.warn({ times }, 'slack sent what is meant for another workspace or app: left alone'),
  )
  return {
    track,
    receive: async ({ body, ack }) => {
      if (!isOurs(body, options.ours())) {
        foreign()
        return ack()
      }
      turnstile.arrived()
      const delivery = parseDelivery(body)
      const heard = delivery && hearDelivery(delivery, options.self)
      if (delivery !== undefined) track(follow(options, delivery))
      if (heard === undefined) return ack()
      // It is written down before it is acknowledged. Its place in the conversation is already fixed.
      const taking = options.take(heard.event)
      const inTurn: InTurn = (work) => lanes.run(laneOf(heard.from), work)
      const listening: Listening = { heard, taking, through: turnstile.through, track }
      if (heard.from.kind === 'modal' && heard.from.submitted) {
        const { view } = heard.from
        track(toTheEnd(taking, () => answerSubmission(options, listening, { view, ack, inTurn })))
        return
      }
      track(inTurn(() => toTheEnd(taking, () => answerHeard(options, listening))))
      await taking
      await ack()
    },
    idle: async () => {
      while (inHand.size > 0) await Promise.all(inHand)
    },
  }
}

/** Within one conversation events are answered in order; a thread is a conversation of its own. */
function laneOf(from: From): string {
  switch (from.kind) {
    case 'message':
    case 'card':
      return from.shared ? `${from.channel} ${from.thread ?? ''}` : from.channel
    case 'command':
    case 'whisper':
      return `${from.channel} ${from.user}`
    case 'modal':
    case 'home':
      return from.user
    case 'shortcut':
      // Each opens a modal of its own, and has three seconds to do so.
      return from.trigger
  }
}

/** What is useful besides answering: people who come and go, the pane that was opened. */
async function follow({ people, pane }: InboxOptions, delivery: Delivery): Promise<void> {
  if (delivery.kind !== 'event') return
  const { event } = delivery
  switch (event.type) {
    case 'user_change':
    case 'team_join':
    case 'subteam_members_changed':
      return people.follow(event)
    case 'assistant_thread_started':
    case 'app_home_opened':
      return pane.opened(event)
    case 'message':
    case 'app_mention':
      return
  }
}

interface Listening {
  readonly heard: Heard
  readonly taking: Promise<Taken>
  /** Resolves when nobody is waiting to be let in. */
  readonly through: () => Promise<void>
  /** Counts as in progress until it settles. What it throws is logged. */
  readonly track: (work: Promise<void>) => void
}

/** What has been shown is settled; what Slack did not accept is tried again later. */
async function toTheEnd(taking: Promise<Taken>, answer: () => Promise<void>): Promise<void> {
  const taken = await taking
  try {
    await answer()
  } catch (error) {
    taken.notShown()
    throw error
  }
  taken.shown()
}

async function answerHeard(options: InboxOptions, listening: Listening): Promise<void> {
  const { voice, homes } = options
  const { heard } = listening
  const { from } = heard
  const hearing = listen(options, listening)
  listening.track(showLife(options, from, hearing))
  const replies = await inTime(options, from, hearing)
  if (replies === 'shown') return
  await deliver(voice, heard, replies)
  const cards = replies.filter(({ to }) => to === 'surface' || to === 'card').map(({ card }) => card)
  if (from.kind === 'home' && cards.length > 0) homes.shown(from.user, cards)
  await homes.follow(heard)
}

/** Where an answer takes a moment. The answer never waits for it. */
async function showLife({ pane, wait }: InboxOptions, from: From, hearing: Promise<readonly Reply[]>): Promise<void> {
  const at = signAt(from)
  if (at !== undefined && (await within(wait, patience.sign, hearing)) === undefined) await pane.busy(at, hearing)
}

/**
 * Slack shows a status under any message that is there, in a thread or not. A command leaves no message, and what only
 * one person sees is none to Slack, so there is nothing that a status could stand under.
 */
function signAt(from: From): { readonly channel: string; readonly thread: string } | undefined {
  if (from.kind !== 'message' && from.kind !== 'card') return undefined
  const { channel, thread = from.ts } = from
  return thread === undefined ? undefined : { channel, thread }
}

/** The replies; `shown` where they took so long that they were sent another way. */
async function inTime(
  { voice, wait }: InboxOptions,
  from: From,
  hearing: Promise<readonly Reply[]>,
): Promise<readonly Reply[] | 'shown'> {
  if (from.kind === 'shortcut' && (await within(wait, patience.shortcut, hearing)) === undefined) {
    const view = await openInterim(voice, from.trigger)
    const cards = (await hearing).map(({ card }) => card)
    if (view !== undefined && cards.length > 0) {
      await updateModal(voice, { view }, cards)
      return 'shown'
    }
  }
  return hearing
}

/** Runs work when the conversation has reached it. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>

interface Submission {
  readonly view: string
  readonly ack: Receipt['ack']
  readonly inTurn: InTurn
}

/** A submitted modal is best answered in the acknowledgement itself, which cannot wait for anything. */
async function answerSubmission(
  options: InboxOptions,
  listening: Listening,
  { view, ack, inTurn }: Submission,
): Promise<void> {
  const hearing = inTurn(() => listen(options, listening))
  const quick = await within(options.wait, patience.submission, hearing)
  if (quick === undefined) {
    await ack({ response_action: 'update', view: oneMoment })
    const cards = (await hearing).map(({ card }) => card)
    if (cards.length > 0) await inTurn(() => updateModal(options.voice, { view }, cards))
  } else if (quick.length === 0) {
    await ack()
  } else {
    await ack({ response_action: 'update', view: showModal(quick.map(({ card }) => card)) })
  }
  await options.homes.follow(listening.heard)
}

/** The app's answer. The app never throws; if it did, Slack would still be waiting for us. */
async function listen(
  { people, wait, voice }: InboxOptions,
  { heard: { event, from }, taking, through }: Listening,
): Promise<readonly Reply[]> {
  try {
    const taken = await taking
    await within(wait, patience.person, people.know(from.user))
    await through()
    return await taken.replies({ outsider: people.isOutside(from.user) })
  } catch (error) {
    voice.log.error({ event: event.id, error }, 'could not answer')
    return []
  }
}

/** Logs it immediately, and then one line a minute for as long as it goes on. */
function onceAMinute(clock: () => Date, say: (times: number) => void): () => void {
  let last = 0
  let times = 0
  return () => {
    times += 1
    if (clock().getTime() - last < 60_000) return
    say(times)
    last = clock().getTime()
    times = 0
  }
}
