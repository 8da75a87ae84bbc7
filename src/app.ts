// The whole bot as two verbs. `hear` turns what happened into what to show; `tick` does what the clock asks for.
import type { ChatEvent } from './chat/events.ts'
import { privately, type Reply } from './chat/replies.ts'
import { troubleCard } from './chat/wording.ts'
import { doors } from './doors.ts'
import { createLastSpoke } from './turn/last-spoke.ts'
import { createPractising } from './turn/practising.ts'
import type { Ports } from './ports/ports.ts'
import { watchReviews } from './review/read-recorded.ts'
import { runJobs } from './turn/beat.ts'
import { deskFor, openDesk } from './turn/desk.ts'
import { houseOf, type House } from './turn/house.ts'
import type { Library } from './turn/library.ts'
import { meet, openTurn } from './turn/meet.ts'
import { openMemory } from './turn/memory.ts'
import { watchTaught } from './turn/taught.ts'
import { hearsOutsiders } from './turn/outsider.ts'

export interface App {
  /** Never throws: a failure becomes one calm sentence for the person and a line for the operator. */
  hear(event: ChatEvent): Promise<readonly Reply[]>
  tick(now: Date): Promise<void>
  /** From the next event on it answers from this; what is being answered goes on with what it began with. */
  learn(library: Library): void
}

export function createApp(ports: Ports, library: Library): App {
  const house = houseOf(doors)
  const all: Lasting = {
    house,
    memory: openMemory(),
    jobs: house.jobs(),
    practises: createPractising(ports.directory),
    noteWhere: createLastSpoke(ports.people),
  }
  let mind = openMind(ports, library, all)

  return {
    learn(newer) {
      mind = openMind(ports, newer, all)
    },
    async hear(event) {
      const now = ports.clock()
      ports.meter.heard(event.account.platform, event.kind)
      try {
        // Platforms deliver twice when they are in doubt, also across a restart.
        if (!(await ports.store.claim(`event:${event.id}`, now))) {
          ports.log.info(idsOf(event), 'heard before, and left alone')
          return []
        }
        const replies = await mind.hear(event, now)
        const ms = ports.clock().getTime() - now.getTime()
        ports.log.info({ ...idsOf(event), replies: replies.length, ms }, 'heard and answered')
        return replies
      } catch (error) {
        ports.log.error({ ...idsOf(event), error }, 'could not answer')
        return [privately(troubleCard())]
      }
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
  }
}

/** What outlasts a new library: what conversations are about, and what jobs remember of today. */
interface Lasting {
  readonly house: House
  readonly memory: ReturnType<typeof openMemory>
  readonly jobs: ReturnType<House['jobs']>
  readonly practises: ReturnType<typeof createPractising>
  readonly noteWhere: ReturnType<typeof createLastSpoke>
}

/** All that rests on one library. */
function openMind(given: Ports, library: Library, { house, memory, jobs, practises, noteWhere }: Lasting) {
  const reviews = watchReviews(given.journal, library.policies)
  const taught = watchTaught(given.lessons)
  const ports: Ports = { ...given, journal: reviews.journal, lessons: taught.lessons }
  const desk = openDesk(library, reviews.known, taught.known)
  /** What was recorded or taken up in one world counts there only; before there is anything, the two are alike. */
  const deskOf = async ({ account }: ChatEvent, now: Date) => {
    await Promise.all([reviews.ready(), taught.ready()])
    const differ = reviews.known().length > 0 || taught.known().some(({ practice }) => practice)
    return deskFor(desk(now), differ && (await practises(account)))
  }
  async function hearStaff(event: ChatEvent, now: Date): Promise<readonly Reply[]> {
    if (event.kind !== 'joined') await noteWhere(event.account, now)
    return meet(openTurn({ event, now, ports, library, desk: await deskOf(event, now), memory }, house), house)
  }
  const hearOutsider = hearsOutsiders({ ports, library, desk, memory, house })
  return {
    hear: (event: ChatEvent, now: Date) => (event.outsider === true ? hearOutsider : hearStaff)(event, now),
    async tick(now: Date) {
      await Promise.all([reviews.refresh(), taught.refresh()])
      // A new day may bring another edition into force: its index is built now, and not while somebody waits.
      await runJobs(jobs, { now, ports, library, desk: desk(now), words: house.words })
    },
  }
}

/** What the log says of an event: nothing of what it holds. */
function idsOf({ id, kind, account }: ChatEvent) {
  return { event: id, platform: account.platform, kind }
}
