// What was acknowledged gets answered: it is written down first, settled once the answer was shown, and resumed after a
// stop. The store may fail at any of these steps; what should have been written is then remembered and written later.
import type { ChatEvent } from '../chat/events.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { accountKey, type Account, type Place } from '../chat/people.ts'
import { readEvent } from '../chat/read-event.ts'
import { createLanes } from '../kit/lanes.ts'
import { within, type Wait } from '../kit/wait.ts'
import { answerKey, type Arrival, type Settled, type Take, type Taken, type Unsettled } from '../ports/outbox.ts'
import type { Ports } from '../ports/ports.ts'
import type { Held } from '../turn/content.ts'
import { arrivalOf, nextFor, placeFor } from './arrival.ts'
import { sendAgainCard, tooLateCard } from './cards.ts'
import { openLedger, type Ledger } from './ledger.ts'

/** What the bot makes of an event. None of these throws. */
export interface Answering {
  hear(event: ChatEvent): Promise<readonly Reply[]>
  contentOf(event: ChatEvent): Held
  urgently(event: ChatEvent, need: string): Promise<readonly Reply[]>
  /** Undefined where nobody can tell at the moment. */
  isKnown(account: Account): Promise<boolean | undefined>
}

export interface AnswersKept {
  readonly take: Take
  /**
   * Runs each minute and at the start: keeps hold of what is being answered, writes what could not be written, and
   * resumes what is left. Never throws.
   */
  tend(): Promise<void>
  /** Resolves when nothing that `tend` resumed is in progress. */
  idle(): Promise<void>
  /** Leaves unsettled arrivals to others, and returns how many there are; undefined where the store does not say. */
  stop(): Promise<number | undefined>
}

export interface AnswersOptions {
  readonly wait: Wait
  /** No other server can share the store. */
  readonly alone: boolean
}

type Reaching = Pick<Ports, 'outbox' | 'chat' | 'clock' | 'newId' | 'log' | 'meter'>

/** Milliseconds that an acknowledgement waits for the store. */
const noteLimit = 500
/** Minutes: somebody who has just joined the platform may not be known yet. */
const meetingTime = 2
/** Milliseconds before each further look. */
const meetingPause = 2_000
const mostAtOnce = 200
const mostRemembered = 10_000

export function openAnswers(ports: Reaching, answering: Answering, { wait, alone }: AnswersOptions): AnswersKept {
  const { outbox, clock, log } = ports
  const ledger = openLedger(ports, ports.newId())
  const desk: Desk = { ports, answering, ledger, wait, alone, later: new Map(), mine: createMemory(), stopped: false }
  const { goOn, idle } = goingOn(desk)
  const carefully = async (what: string, work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      log.warn({ what, error }, 'the outbox could not be looked after; the next minute tries again')
    }
  }
  return {
    take: taking(desk),
    async tend() {
      const again = [...desk.later.values()]
      desk.later.clear()
      again.forEach(goOn)
      await carefully('renew', () => ledger.renew())
      await carefully('owed', () => ledger.catchUp())
      await carefully('take', async () => {
        const which = { now: clock(), most: mostAtOnce, alone }
        const left = desk.stopped ? [] : await outbox.take(which, ledger.holding())
        // It may be in progress here, but held too briefly while the store was in trouble.
        for (const one of left) if (desk.mine.first(one.id)) goOn(one)
      })
      await carefully('scrub', () => ledger.scrub())
    },
    async idle() {
      await idle()
      await ledger.idle()
    },
    stop() {
      desk.stopped = true
      return ledger.release()
    },
  }
}

interface Desk extends Resuming {
  readonly wait: Wait
  /** Answers that the platform did not accept. */
  readonly later: Map<string, Unsettled>
  /** What this process answers, or has answered. */
  readonly mine: ReturnType<typeof createMemory>
  stopped: boolean
}

function taking({ ports, answering, ledger, wait, later, mine }: Desk): Take {
  const { clock, meter, log } = ports
  const seen = createMemory()
  const takenOf = (event: ChatEvent, arrival: Arrival | undefined): Taken => ({
    replies: ({ outsider }) => answering.hear(outsider ? { ...event, outsider: true } : event),
    shown() {
      if (arrival !== undefined) ledger.settle(arrival, 'answered')
    },
    notShown() {
      if (arrival !== undefined) later.set(arrival.id, { ...arrival, tries: 1 })
    },
  })
  return async (event) => {
    if (!seen.first(event.id)) return heardBefore(ports, event)
    const arrival = arrivalOf(event, { at: clock(), content: answering.contentOf(event) })
    if (arrival === undefined) return takenOf(event, undefined)
    const noting = ledger.note(arrival)
    const noted = await within(wait, noteLimit, noting)
    if (noted === 'before') return heardBefore(ports, event)
    mine.first(event.id)
    meter.arrived(noted === 'new' ? 'noted' : 'unnoted')
    if (noted !== 'new') {
      ledger.owe(arrival, noting)
      log.warn({ event: event.id }, 'acknowledged and not written down: until it is, only this process knows of it')
    }
    return takenOf(event, arrival)
  }
}

/** Resumes what is left, in the order of each conversation. */
function goingOn(desk: Desk) {
  const { ports, wait, later } = desk
  const going = new Set<Promise<void>>()
  const lanes = createLanes()
  const goOn = (one: Unsettled): void => {
    const work = lanes
      .run(JSON.stringify(one.place), () => resume(desk, one))
      .then(async (outcome) => {
        if (outcome === 'later') later.set(one.id, one)
        // It may come back if the other server ends.
        if (outcome === 'not-ours') desk.mine.forget(one.id)
        if (outcome !== 'unmet') return
        // The platform is being asked at this moment who its members are.
        await wait(meetingPause)
        if (!desk.stopped) goOn(one)
      })
      .catch((error: unknown) => {
        later.set(one.id, one)
        ports.log.error(
          { event: one.id, error },
          'what was left could not be gone on with; the next minute tries again',
        )
      })
      .finally(() => going.delete(work))
    going.add(work)
  }
  return {
    goOn,
    async idle() {
      while (going.size > 0) await Promise.all(going)
    },
  }
}

/**
 * Tells whether an id is new, among the last ten thousand or more. The older half is dropped as a whole: to find the
 * oldest of a set that keeps losing its oldest takes longer and longer.
 */
function createMemory() {
  let [recent, older] = [new Set<string>(), new Set<string>()]
  return {
    first(id: string): boolean {
      if (recent.has(id) || older.has(id)) return false
      if (recent.size >= mostRemembered) [recent, older] = [new Set(), recent]
      recent.add(id)
      return true
    },
    forget(id: string): void {
      recent.delete(id)
      older.delete(id)
    },
  }
}

function heardBefore({ log, meter }: Reaching, { id }: ChatEvent): Taken {
  meter.arrived('again')
  log.info({ event: id }, 'heard before, and left alone')
  return { replies: () => Promise.resolve([]), shown: () => undefined, notShown: () => undefined }
}

interface Resuming {
  readonly alone: boolean
  readonly ports: Reaching
  readonly answering: Answering
  readonly ledger: Ledger
}

/** Answers into the conversation, which needs no pending request from the platform. */
async function resume(
  { ports, answering, ledger, alone }: Resuming,
  one: Unsettled,
): Promise<'done' | 'later' | 'unmet' | 'not-ours'> {
  // While the store was in trouble here, another server may have taken it over.
  if (!alone && !(await ports.outbox.keep(one.id, ledger.holding()))) return 'not-ours'
  const answer = await answerTo(answering, one, ports.clock())
  if (answer === 'later' || answer === 'unmet') return answer
  for (const [at, reply] of answer.replies.entries()) {
    const place = placeFor(reply, one, answer.said)
    const key = answerKey(one.id, at)
    const before = await wasSent(ports, one, { place, key })
    if (before === 'later') return 'later'
    if (before) continue
    const posted = await ports.chat.post(place, reply.card, { key })
    if (posted.kind === 'failed') return 'later'
    if (posted.kind === 'refused')
      ports.log.warn({ event: one.id, why: posted.what }, 'the platform does not take what was left to answer')
  }
  ports.meter.arrived(answer.became === 'told-late' ? 'told-late' : 'resumed')
  ports.log.info({ event: one.id, became: answer.became, tries: one.tries }, 'what was left was gone on with')
  ledger.settle(one, answer.became)
  return 'done'
}

/**
 * Whether a run that ended had sent it and could not note that. Help for an urgent need is not kept waiting for this: twice
 * is better than late.
 */
async function wasSent(
  { chat }: Pick<Reaching, 'chat'>,
  { kind, tries, at }: Unsettled,
  { place, key }: { readonly place: Place; readonly key: string },
): Promise<boolean | 'later'> {
  if (kind === 'urgent' || tries < 2 || place.kind !== 'private') return false
  const sought = await chat.find(place, [key], new Date(at.getTime() - clocksApart))
  return sought.kind === 'later' ? 'later' : sought.kind === 'found'
}

/** Milliseconds by which a platform's clock may differ from ours. */
const clocksApart = 10 * 60_000

interface Answer {
  readonly replies: readonly Reply[]
  readonly became: Settled
  /** It was a spoken message, so where others could read the question they may read the answer. */
  readonly said: boolean
}

async function answerTo(answering: Answering, one: Unsettled, now: Date): Promise<Answer | 'later' | 'unmet'> {
  const next = nextFor(one, now)
  switch (next.kind) {
    case 'urgent':
      return { replies: await answering.urgently(emptyEvent(one), next.need), became: 'answered', said: false }
    case 'ask-again':
      return lastWord(next.why === 'draft' ? sendAgainCard() : tooLateCard())
    case 'answer': {
      const event = readEvent(next.event)
      if (event === undefined) return lastWord(tooLateCard())
      const known = await answering.isKnown(one.account)
      if (known === undefined) return 'later'
      if (!known && now.getTime() - one.at.getTime() < meetingTime * 60_000) return 'unmet'
      const replies = await answering.hear(known ? event : { ...event, outsider: true })
      return { replies, became: replies.length === 0 ? 'left' : 'answered', said: event.kind === 'said' }
    }
  }
}

function lastWord(card: Parameters<typeof privately>[0]): Answer {
  return { replies: [privately(card)], became: 'told-late', said: false }
}

/** A stand-in for a message whose words were never written down. */
function emptyEvent({ id, account, place }: Unsettled): ChatEvent {
  return { kind: 'said', id: `${id}:${accountKey(account)}`, account, place, text: '' }
}
