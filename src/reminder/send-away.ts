// Tells SLT that somebody is away: at once, and again where it did not arrive.
import type { Person } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import { sendAgain } from '../outbox/again.ts'
import { aboutIn, noticeTo, tellSlt, type Arrived, type ToSlt } from '../outbox/slt.ts'
import type { Beat } from '../turn/beat.ts'
import type { Turn } from '../turn/turn.ts'
import { showAwayToSlt, writeAwayToSlt } from './away-cards.ts'
import { awayKey, readAwayKey } from './steps.ts'

/** The kind of these notices. */
const kind = 'away-to-slt'

/** How somebody was reached; undefined where nobody was. */
export function passOnAway(turn: Turn, from: Person, today: Day): Promise<Arrived | undefined> {
  return tellSlt(turn, toSlt(turn, from, today), from)
}

/** On every beat: retries what did not reach a member of SLT. */
export function passOnAwayAgain(beat: Beat): Promise<void> {
  return sendAgain(beat, kind, async (open) => {
    const planned = await Promise.all(
      open.map(async (notice) => {
        const said = readAwayKey(aboutIn(notice))
        const person = said && (await beat.ports.people.byId(said.person))
        return said && person ? [noticeTo(notice.person, toSlt(beat, person, said.day), beat)] : []
      }),
    )
    return planned.flat()
  })
}

function toSlt({ library }: Pick<Turn, 'library'>, from: Person, day: Day): ToSlt {
  return {
    about: [awayKey(from.id, day)],
    kind,
    reason: 'somebody says that they are away',
    show: () => showAwayToSlt(from, day),
    write: () => writeAwayToSlt(from.name, library.school.name),
  }
}
