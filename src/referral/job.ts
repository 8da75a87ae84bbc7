// The scheduled part of cases: nobody's question is lost because somebody is away, has left, or forgot.
import { dayIn } from '../kit/days.ts'
import type { Case } from '../ports/cases.ts'
import type { Beat } from '../turn/beat.ts'
import { closeCase, offerCase, releaseCase } from './change.ts'
import { upkeepOf, type Upkeep } from './keep.ts'
import { readStaff } from './read-staff.ts'
import { tellOf } from './send-told.ts'
import { answeringDay } from './when.ts'
import { ranksFor, type Staff } from './whom.ts'

/** Days for which the end of a closed case is still told to somebody who could not be reached. */
const daysToTell = 7
/** Days for which a closed case is kept. */
export const keptDays = 90

const day = 24 * 60 * 60_000

export async function keepCases(beat: Beat): Promise<void> {
  const { ports, now } = beat
  await ports.cases.forgetBefore(new Date(now.getTime() - keptDays * day))
  const cases = await ports.cases.current(new Date(now.getTime() - daysToTell * day))
  if (cases.length === 0) return
  const staffOf = staffOnce(beat)
  for (const kept of cases.filter(({ state }) => state !== 'closed'))
    await keepUp(beat, kept, await staffOf(kept.practice))
  await tellOf(beat, await ports.cases.current(new Date(now.getTime() - daysToTell * day)))
}

function staffOnce({ ports, library }: Beat): (practice: boolean) => Promise<Staff> {
  const known = new Map<boolean, Promise<Staff>>()
  return (practice) => {
    const staff = known.get(practice) ?? readStaff(ports, library.school, practice)
    known.set(practice, staff)
    return staff
  }
}

async function keepUp({ ports, library, now }: Beat, kept: Case, staff: Staff): Promise<void> {
  const { calendar } = library.school
  const upkeep = upkeepOf(kept, {
    asker: await ports.people.byId(kept.asker),
    taker: kept.taker === undefined ? undefined : await ports.people.byId(kept.taker),
    ranks: ranksFor({ route: kept.route, policy: kept.about.policy }, staff),
    today: dayIn(calendar.zone, now),
    day: answeringDay(now, calendar),
    calendar,
  })
  if (await act(upkeep, kept, { ports, now }))
    ports.log.info({ case: kept.id, became: upkeep.kind }, 'a case was seen to')
}

async function act(
  upkeep: Upkeep,
  { id, taker = '', messages }: Case,
  { ports, now }: Pick<Beat, 'ports' | 'now'>,
): Promise<boolean> {
  switch (upkeep.kind) {
    case 'nothing':
      return false
    case 'quiet':
    case 'asker-left':
      return ports.cases.change(id, (found) => closeCase(found, { why: upkeep.kind, at: now, seen: messages.length }))
    case 'release':
      return ports.cases.change(id, (found) => releaseCase(found, { taker, at: now, offered: upkeep.offered }))
    case 'offer':
      return ports.cases.change(id, (found) => offerCase(found, upkeep.offered))
  }
}
