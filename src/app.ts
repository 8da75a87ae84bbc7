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
import { houseOf } from './turn/house.ts'
import type { Library } from './turn/library.ts'
import { meet, say } from './turn/meet.ts'
import { openMemory } from './turn/memory.ts'
import { meetOutsider, openToOutsiders, withoutKeeping } from './turn/outsider.ts'
import type { Turn } from './turn/turn.ts'

export interface App {
  /** Never throws: a failure becomes one calm sentence for the person and a line for the operator. */
  hear(event: ChatEvent): Promise<readonly Reply[]>
  tick(now: Date): Promise<void>
}

export function createApp(given: Ports, library: Library): App {
  const reviews = watchReviews(given.journal, library.policies)
  const ports: Ports = { ...given, journal: reviews.journal }
  const desk = openDesk(library, reviews.known)
  const practises = createPractising(ports.directory)
  /** Reviews that were recorded in one world count there only; before there are any, the two are alike. */
  const deskOf = async ({ account }: ChatEvent, now: Date) => {
    await reviews.ready()
    return deskFor(desk(now), reviews.known().length > 0 && (await practises(account)))
  }
  const house = houseOf(doors)
  const memory = openMemory()
  const jobs = house.jobs()
  const noteWhere = createLastSpoke(ports.people)

  function turnFor(event: ChatEvent, now: Date, about: Pick<Turn, 'ports' | 'library' | 'desk'>): Turn {
    const turn: Turn = {
      event,
      now,
      ...about,
      memory,
      words: house.words,
      doors: {
        follow: async (action) => house.follow(turn, action, {}),
        say: (text) => say(turn, text, house),
        home: (place, person) => house.home(turn, place, person),
        help: house.help,
      },
    }
    return turn
  }

  async function hearStaff(event: ChatEvent, now: Date): Promise<readonly Reply[]> {
    if (event.kind !== 'joined') await noteWhere(event.account, now)
    return meet(turnFor(event, now, { ports, library, desk: await deskOf(event, now) }), house)
  }

  const open = openToOutsiders(library)
  const openDeskOn = openDesk(open)
  const silent = withoutKeeping(ports)
  async function hearOutsider(event: ChatEvent, now: Date): Promise<readonly Reply[]> {
    const urgently = turnFor(event, now, { ports: silent, library, desk: desk(now) })
    return meetOutsider(turnFor(event, now, { ports: silent, library: open, desk: openDeskOn(now) }), {
      urgently,
      house,
    })
  }

  return {
    async hear(event) {
      const now = ports.clock()
      ports.meter.heard(event.account.platform, event.kind)
      try {
        // Platforms deliver twice when they are in doubt, also across a restart.
        if (!(await ports.store.claim(`event:${event.id}`, now))) {
          ports.log.info(idsOf(event), 'heard before, and left alone')
          return []
        }
        const replies = await (event.outsider === true ? hearOutsider : hearStaff)(event, now)
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
        await reviews.refresh()
        // A new day may bring another edition into force: its index is built now, and not while somebody waits.
        await runJobs(jobs, { now, ports, library, desk: desk(now), words: house.words })
      } catch (error) {
        ports.log.error({ error }, 'a tick failed; the next one tries again')
      }
      const ended = ports.clock()
      ports.meter.ticked((ended.getTime() - begun) / 1_000, ended)
    },
  }
}

/** What the log says of an event: nothing of what it holds. */
function idsOf({ id, kind, account }: ChatEvent) {
  return { event: id, platform: account.platform, kind }
}
