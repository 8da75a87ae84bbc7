// The whole bot as a few verbs. `hear` turns what happened into what to show, `take` does so for what must be answered also
// after a stop; `tick` does what the clock asks for.
import type { ChatEvent } from './chat/events.ts'
import type { Person } from './chat/people.ts'
import { privately, type Reply } from './chat/replies.ts'
import { notNowCard, troubleCard } from './chat/wording.ts'
import { doors } from './doors.ts'
import { sleep, type Wait } from './kit/wait.ts'
import { openAnswers, type Answering } from './outbox/answers.ts'
import type { Take } from './ports/outbox.ts'
import { StoreTrouble } from './ports/trouble.ts'
import { keepBooks, type Bookkeeping } from './turn/bookkeeping.ts'
import { contentOf } from './turn/content.ts'
import { createLastSpoke } from './turn/last-spoke.ts'
import { createPractising } from './turn/practising.ts'
import type { Ports } from './ports/ports.ts'
import { watchReviews, type ReviewWatch } from './review/read-recorded.ts'
import { runJobs } from './turn/beat.ts'
import { deskFor, openDesk, type Desk } from './turn/desk.ts'
import { houseOf, type House } from './turn/house.ts'
import type { Library } from './turn/library.ts'
import { meet, openTurn } from './turn/meet.ts'
import { openMemory, type Memory } from './turn/memory.ts'
import { hearsOutsiders } from './turn/outsider.ts'
import type { Turn } from './turn/turn.ts'
import { withoutStore } from './turn/without-store.ts'

export interface App {
  /**
   * What to show at once to whoever waits for it, such as the web page. Never throws: a failure becomes one calm sentence
   * for the person and a line for the operator.
   */
  hear(event: ChatEvent): Promise<readonly Reply[]>
  /** What a platform delivers and is told that we have: answered, also when the program stops in between. */
  readonly take: Take
  tick(now: Date): Promise<void>
  /** Each minute, beside the tick and however long that takes: looks after what is to be answered. Never throws. */
  readonly tend: () => Promise<void>
  /** Resolves when nothing that was left to answer is in hand. */
  readonly idle: () => Promise<void>
  /** Leaves to the next start, or to another server, what is not answered: how many; undefined where nobody can tell. */
  readonly stop: () => Promise<number | undefined>
}

export interface AppOptions {
  readonly wait?: Wait
  /** No other server can share the store: what a run before this left is gone on with at once. */
  readonly alone?: boolean
}

export function createApp(given: Ports, library: Library, { wait = sleep, alone = false }: AppOptions = {}): App {
  const books = keepBooks(given, wait)
  const reviews = watchReviews(given.journal, library.policies)
  const ports: Ports = { ...books.ports, journal: reviews.journal }
  const house = houseOf(doors)
  const inside: Inside = {
    ports,
    library,
    house,
    desk: openDesk(library, reviews.known),
    memory: openMemory(),
    books,
    reviews,
  }
  const jobs = house.jobs()
  const answer = answering(inside)
  const isFirst = hearingOnce(inside)
  const answers = openAnswers(ports, { hear: answer, ...contentsOf(inside) }, { wait, alone })

  return {
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
        await reviews.refresh()
        // A new day may bring another edition into force: its index is built now, and not while somebody waits.
        await runJobs(jobs, { now, ports, library, desk: inside.desk(now), words: house.words })
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

interface Inside {
  readonly ports: Ports
  readonly library: Library
  readonly house: House
  readonly desk: (now: Date) => Desk
  readonly memory: Memory
  readonly books: Bookkeeping
  readonly reviews: ReviewWatch
}

function turnOf({ ports, library, memory, house }: Inside, event: ChatEvent, at: { now: Date; desk: Desk }): Turn {
  return openTurn({ event, ...at, ports, library, memory }, house)
}

/** What to show. Never throws. */
function answering(inside: Inside): (event: ChatEvent) => Promise<readonly Reply[]> {
  const { ports, desk, house, books, reviews } = inside
  const practises = createPractising(ports.directory)
  const noteWhere = createLastSpoke(ports.people)
  const hearOutsider = hearsOutsiders(inside)
  /** Reviews that were recorded in one world count there only; before there are any, the two are alike. */
  const deskOf = async ({ account }: ChatEvent, now: Date) => {
    await books.soon(reviews.ready, () => undefined)
    const practice = reviews.known().length > 0 && (await withoutStore(practises(account), false))
    return deskFor(desk(now), practice)
  }
  const hearStaff = async (event: ChatEvent, now: Date): Promise<readonly Reply[]> => {
    if (event.kind !== 'joined') await noteWhere(event.account, now)
    return meet(turnOf(inside, event, { now, desk: await deskOf(event, now) }), house)
  }
  return async (event) => {
    const now = ports.clock()
    try {
      const replies = await (event.outsider === true ? hearOutsider : hearStaff)(event, now)
      const ms = ports.clock().getTime() - now.getTime()
      ports.log.info({ ...idsOf(event), replies: replies.length, ms }, 'heard and answered')
      return replies
    } catch (error) {
      ports.log.error({ ...idsOf(event), error }, 'could not answer')
      if (!(error instanceof StoreTrouble)) return [privately(troubleCard())]
      // Whoever has only just come is welcomed when they first say something.
      return event.kind === 'joined' ? [] : [privately(notNowCard())]
    }
  }
}

/** What is asked of an event before it is written down, and of what was left. */
function contentsOf(inside: Inside): Omit<Answering, 'hear'> {
  const { ports, house, desk } = inside
  const open = (event: ChatEvent) => {
    const now = ports.clock()
    return turnOf(inside, event, { now, desk: desk(now) })
  }
  return {
    contentOf: (event) => contentOf(open(event), house),
    urgently: async (event, need) => house.urgently(open(event), need),
    isKnown: async (account) => {
      const found = await withoutStore<Person | 'unanswered' | undefined>(ports.directory.find(account), 'unanswered')
      return found === 'unanswered' ? undefined : found !== undefined
    },
  }
}

/** Whoever pressed twice is answered once, also across a restart; where the store can't tell, they are answered. */
function hearingOnce({ ports, books }: Inside): (event: ChatEvent) => Promise<boolean> {
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

/** What the log says of an event: nothing of what it holds. */
function idsOf({ id, kind, account }: ChatEvent) {
  return { event: id, platform: account.platform, kind }
}
