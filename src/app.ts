// The whole bot as a few verbs. `hear` turns what happened into what to show, `take` does so for what must be answered also
// after a stop; `tick` does what the clock asks for.
import type { ChatEvent } from './chat/events.ts'
import { privately, type Reply } from './chat/replies.ts'
import { notNowCard, troubleCard } from './chat/wording.ts'
import { doors } from './doors.ts'
import { sleep, type Wait } from './kit/wait.ts'
import { openAnswers } from './outbox/answers.ts'
import type { Take } from './ports/outbox.ts'
import { StoreTrouble } from './ports/trouble.ts'
import { keepBooks } from './turn/bookkeeping.ts'
import { contentOf } from './turn/content.ts'
import { createLastSpoke } from './turn/last-spoke.ts'
import { createPractising } from './turn/practising.ts'
import type { Ports } from './ports/ports.ts'
import { watchReviews } from './review/read-recorded.ts'
import { runJobs } from './turn/beat.ts'
import { deskFor, openDesk, type Desk } from './turn/desk.ts'
import { houseOf } from './turn/house.ts'
import type { Library } from './turn/library.ts'
import { meet, openTurn } from './turn/meet.ts'
import { openMemory } from './turn/memory.ts'
import { hearsOutsiders } from './turn/outsider.ts'
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
  const desk = openDesk(library, reviews.known)
  const practises = createPractising(ports.directory)
  /** Reviews that were recorded in one world count there only; before there are any, the two are alike. */
  const deskOf = async ({ account }: ChatEvent, now: Date) => {
    await books.soon(reviews.ready, () => undefined)
    const practice = reviews.known().length > 0 && (await withoutStore(practises(account), false))
    return deskFor(desk(now), practice)
  }
  const house = houseOf(doors)
  const memory = openMemory()
  const jobs = house.jobs()
  const noteWhere = createLastSpoke(ports.people)
  const turnOf = (event: ChatEvent, now: Date, desk: Desk) =>
    openTurn({ event, now, ports, library, desk, memory }, house)

  async function hearStaff(event: ChatEvent, now: Date): Promise<readonly Reply[]> {
    if (event.kind !== 'joined') await noteWhere(event.account, now)
    return meet(turnOf(event, now, await deskOf(event, now)), house)
  }
  const hearOutsider = hearsOutsiders({ ports, library, desk, memory, house })

  async function answer(event: ChatEvent): Promise<readonly Reply[]> {
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
  const answers = openAnswers(
    ports,
    {
      hear: answer,
      contentOf: (event) => {
        const now = ports.clock()
        return contentOf(turnOf(event, now, desk(now)), house)
      },
      async urgently(event, need) {
        const now = ports.clock()
        return house.urgently(turnOf(event, now, desk(now)), need)
      },
      isKnown: (account) =>
        withoutStore<boolean | undefined>(
          ports.directory.find(account).then((person) => person !== undefined),
          undefined,
        ),
    },
    { wait, alone },
  )
  const heard = new Set<string>()

  return {
    async hear(event) {
      ports.meter.heard(event.account.platform, event.kind)
      // Whoever pressed twice is answered once, also across a restart; where nobody can tell, they are answered.
      const first = await books
        .soon(
          () => ports.store.claim(`event:${event.id}`, ports.clock()),
          () => !heard.has(event.id),
        )
        .catch((error: unknown) => {
          ports.log.error({ ...idsOf(event), error }, 'could not note that it was heard')
          return !heard.has(event.id)
        })
      if (heard.size >= mostRemembered) heard.clear()
      heard.add(event.id)
      if (first) return answer(event)
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
        await runJobs(jobs, { now, ports, library, desk: desk(now), words: house.words })
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

const mostRemembered = 10_000

/** What the log says of an event: nothing of what it holds. */
function idsOf({ id, kind, account }: ChatEvent) {
  return { event: id, platform: account.platform, kind }
}
