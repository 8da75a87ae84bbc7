// The whole bot in a few verbs. `hear` turns an event into what to show; `take` does the same for events that must be
// answered even after a stop; `tick` does what is due by the clock.
import type { ChatEvent } from './chat/events.ts'
import type { Person } from './chat/people.ts'
import { privately, type Reply } from './chat/replies.ts'
import { notNowCard, troubleCard } from './chat/wording.ts'
import { doors } from './doors.ts'
import { defined } from './kit/defined.ts'
import { createCourtesy, type Courtesy } from './kit/courtesy.ts'
import { forgetWords } from './kit/text.ts'
import { sleep, type Wait } from './kit/wait.ts'
import { openAnswers, type Answering } from './outbox/answers.ts'
import type { Take } from './ports/outbox.ts'
import { StoreTrouble } from './ports/trouble.ts'
import { keepBooks, type Bookkeeping } from './turn/bookkeeping.ts'
import { contentOf } from './turn/content.ts'
import { createLastSpoke } from './turn/last-spoke.ts'
import { createPractising } from './turn/practising.ts'
import type { Ports } from './ports/ports.ts'
import { watchReviews } from './review/read-recorded.ts'
import { runJobs } from './turn/beat.ts'
import { deskFor, openDesk, type Desk } from './turn/desk.ts'
import { houseOf, type House } from './turn/house.ts'
import type { Library } from './turn/library.ts'
import { meet, openTurn } from './turn/meet.ts'
import { openMemory, type Memory } from './turn/memory.ts'
import { watchSchoolNotes } from './turn/school-notes.ts'
import { watchTaught } from './turn/taught.ts'
import { hearsOutsiders } from './turn/outsider.ts'
import type { Turn } from './turn/turn.ts'
import { withoutStore } from './turn/without-store.ts'

export interface App {
  /**
   * What to show immediately to somebody who waits for it, such as on the web page. Never throws: a failure becomes one
   * calm sentence for the person and a line for the operator.
   */
  hear(event: ChatEvent): Promise<readonly Reply[]>
  /** For what a platform delivers and we acknowledge: it is answered, even if the program stops in between. */
  readonly take: Take
  tick(now: Date): Promise<void>
  /** From the next event on, answers use this library; answers in progress go on with the one they began with. */
  learn(library: Library): void
  /** Runs each minute, beside the tick and however long that takes, and looks after unanswered events. Never throws. */
  readonly tend: () => Promise<void>
  /** Resolves when none of the events left from before are being answered. */
  readonly idle: () => Promise<void>
  /**
   * Leaves unanswered events to the next start or to another server, and returns how many there are; undefined where
   * nobody can tell.
   */
  readonly stop: () => Promise<number | undefined>
}

export interface AppOptions {
  readonly wait?: Wait
  /** No other server can share the store, so what an earlier run left is resumed at once. */
  readonly alone?: boolean
  /** Between notices to many, which then follow each other over the minute; ends early where the program stops. */
  readonly pause?: Wait
}

export function createApp(
  given: Ports,
  library: Library,
  { wait = sleep, alone = false, pause }: AppOptions = {},
): App {
  const books = keepBooks(given, wait)
  const { ports } = books
  const house = houseOf(doors)
  const all: Lasting = {
    ports,
    books,
    house,
    memory: openMemory(),
    jobs: house.jobs(),
    practises: createPractising(ports.directory),
    noteWhere: createLastSpoke(ports.people),
    courtesy: pause && createCourtesy(pause),
  }
  let mind = openMind(library, all)
  const rest = contentsOf(all, (event) => mind.open(event))
  const asked = answering(ports, (event, now) => mind.hear(event, now), rest)
  const answer = (event: ChatEvent) => all.courtesy?.first(() => asked(event)) ?? asked(event)
  const isFirst = hearingOnce(all)
  const answers = openAnswers(ports, { hear: answer, ...rest }, { wait, alone })

  return {
    learn(newer) {
      mind = openMind(newer, all)
    },
    async hear(event) {
      ports.meter.heard(event.account.platform, event.kind)
      if (await isFirst(event)) return answer(event)
      ports.log.info(idsOf(event), 'heard before, and left alone')
      return []
    },
    take: (event) => {
      ports.meter.heard(event.account.platform, event.kind)
      return answers.take(event)
    },
    async tick(now) {
      const begun = ports.clock().getTime()
      try {
        await mind.tick(now)
      } catch (error) {
        ports.log.error({ error }, 'a tick failed; the next one tries again')
      }
      const ended = ports.clock()
      ports.meter.ticked((ended.getTime() - begun) / 1_000, ended)
    },
    async tend() {
      await books.catchUp()
      await answers.tend()
    },
    idle: answers.idle,
    stop: answers.stop,
  }
}

/** What outlives a new library: what conversations are about, and what jobs remember of today. */
interface Lasting {
  readonly ports: Ports
  readonly books: Bookkeeping
  readonly house: House
  readonly memory: Memory
  readonly jobs: ReturnType<House['jobs']>
  readonly practises: ReturnType<typeof createPractising>
  readonly noteWhere: ReturnType<typeof createLastSpoke>
  readonly courtesy: Courtesy | undefined
}

/** Everything that depends on one library. */
function openMind(library: Library, lasting: Lasting) {
  const { ports: given, books, house, memory, jobs, practises, noteWhere, courtesy } = lasting
  const reviews = watchReviews(given.journal, library.policies)
  const taught = watchTaught(given.lessons)
  const notes = watchSchoolNotes(given.schoolNotes)
  const { schoolNotes } = notes
  const ports: Ports = { ...given, journal: reviews.journal, lessons: taught.lessons, schoolNotes }
  const desk = openDesk(library, { recorded: reviews.known, taught: taught.known, notes: notes.known })
  const turnOf = (event: ChatEvent, at: { readonly now: Date; readonly desk: Desk }): Turn =>
    openTurn({ event, ...at, ports, library, memory }, house)
  /**
   * What was recorded or adopted in one world counts only there; before there is anything, the two worlds are the same.
   */
  const deskOf = async ({ account }: ChatEvent, now: Date) => {
    const ready = () => Promise.all([reviews.ready(), taught.ready(), notes.ready()])
    await books.soonIfUnknown<unknown>(ready, () => undefined)
    const differ =
      reviews.known().length > 0 ||
      taught.known().some(({ practice }) => practice) ||
      notes.known().some(({ practice }) => practice)
    return deskFor(desk(now), differ && (await withoutStore(practises(account), false)))
  }
  const hearStaff = async (event: ChatEvent, now: Date): Promise<readonly Reply[]> => {
    if (event.kind !== 'joined') await noteWhere(event.account, now)
    return meet(turnOf(event, { now, desk: await deskOf(event, now) }), house)
  }
  const hearOutsider = hearsOutsiders({ ports, library, desk, memory, house })
  return {
    hear: (event: ChatEvent, now: Date) => (event.outsider === true ? hearOutsider : hearStaff)(event, now),
    /** A turn that asks nothing of the store. */
    open: (event: ChatEvent) => {
      const now = ports.clock()
      return turnOf(event, { now, desk: desk(now) })
    },
    async tick(now: Date) {
      await Promise.all([reviews.refresh(), taught.refresh(), notes.refresh()])
      // A new day may bring another edition into force: its index is built now, and not while somebody waits.
      const beat = { now, ports, library, desk: desk(now), words: house.words }
      await runJobs(jobs, { ...beat, ...defined({ courtesy }) })
    },
  }
}

/** What to show. Never throws. */
function answering(
  ports: Ports,
  hear: (event: ChatEvent, now: Date) => Promise<readonly Reply[]>,
  inDanger: Pick<Answering, 'contentOf' | 'urgently'>,
): (event: ChatEvent) => Promise<readonly Reply[]> {
  return async (event) => {
    const now = ports.clock()
    try {
      const replies = await hear(event, now)
      const ms = ports.clock().getTime() - now.getTime()
      ports.log.info({ ...idsOf(event), replies: replies.length, ms }, 'heard and answered')
      return replies
    } catch (error) {
      ports.log.error({ ...idsOf(event), error }, 'could not answer')
      const help = await helpFor(event, inDanger)
      if (help !== undefined) return help
      if (!(error instanceof StoreTrouble)) return [privately(troubleCard())]
      // Somebody who has just joined is welcomed when they first say something.
      return event.kind === 'joined' ? [] : [privately(notNowCard())]
    } finally {
      forgetWords()
    }
  }
}

/** Help in danger is owed whatever broke. Undefined where nothing is urgent, or it breaks as well. */
async function helpFor(
  event: ChatEvent,
  { contentOf, urgently }: Pick<Answering, 'contentOf' | 'urgently'>,
): Promise<readonly Reply[] | undefined> {
  try {
    const held = contentOf(event)
    return held.kind === 'urgent' ? await urgently(event, held.need) : undefined
  } catch {
    return undefined
  }
}

/** What is asked of an event before it is written down, and of events that were left. */
function contentsOf({ ports, house }: Lasting, open: (event: ChatEvent) => Turn): Omit<Answering, 'hear'> {
  return {
    contentOf: (event) => contentOf(open(event), house),
    urgently: async (event, need) => house.urgently(open(event), need),
    isKnown: async (account) => {
      const found = await withoutStore<Person | 'unanswered' | undefined>(ports.directory.find(account), 'unanswered')
      return found === 'unanswered' ? undefined : found !== undefined
    },
  }
}

/**
 * Somebody who presses twice is answered once, also across a restart; where the store can't tell, they are answered.
 */
function hearingOnce({ ports, books }: Lasting): (event: ChatEvent) => Promise<boolean> {
  const heard = new Set<string>()
  return async (event) => {
    const known = heard.has(event.id)
    if (heard.size >= mostRemembered) heard.clear()
    heard.add(event.id)
    const claim = () => ports.store.claim(`event:${event.id}`, ports.clock())
    try {
      return await books.soon(claim, () => !known)
    } catch (error) {
      ports.log.error({ ...idsOf(event), error }, 'could not note that it was heard')
      return !known
    }
  }
}

const mostRemembered = 10_000

/** What the log says about an event: nothing that it holds. */
function idsOf({ id, kind, account }: ChatEvent) {
  return { event: id, platform: account.platform, kind }
}
