// The scheduled part of the digest: once a week to everybody in SLT, read once for all of them.
import type { Person } from '../chat/people.ts'
import { isWorkingTime } from '../kit/calendar.ts'
import { dayIn, isoWeek } from '../kit/days.ts'
import { deliverAll } from '../outbox/deliver.ts'
import { clockOf, type Beat } from '../turn/beat.ts'
import type { Planned } from '../outbox/types.ts'
import type { Notice } from '../ports/notices.ts'
import { buildDigest } from './build.ts'
import { showDigest } from './cards.ts'
import { gatherFor } from './read.ts'
import { leadersOf } from './read-leaders.ts'
import type { Digest } from './types.ts'
import { digestKey, getsDigest, isOpen, sinceWhen, slotIn } from './week.ts'
import { writeDigest } from './write.ts'

export async function sendDigests(beat: Beat): Promise<void> {
  const { ports, library, now } = beat
  if (!isWorkingTime(now, library.school.calendar)) return
  for (const practice of [false, true]) {
    const waiting = await whoWaits(beat, practice)
    const read = readOnce(beat, practice)
    const planned: Planned[] = []
    for (const each of waiting) {
      const digest = await read(each)
      // A school that has not started yet gets no weekly message saying so.
      if (digest.state !== 'idle') planned.push(noticeFor(beat, each, digest))
    }
    await deliverAll(ports, planned, clockOf(beat))
  }
}

interface Waiting {
  readonly person: Person
  readonly key: string
  readonly at: Date
  readonly notices: readonly Notice[]
}

/** Everybody whose time has come and who has not had this week’s digest. */
async function whoWaits({ ports, library, now }: Beat, practice: boolean): Promise<readonly Waiting[]> {
  const { calendar, zone } = library.school
  const today = dayIn(zone, now)
  const ready = (await leadersOf(ports, { practice, today })).flatMap((person) => {
    const at = slotIn(person, now, calendar)
    return at === undefined || at > now ? [] : [{ person, key: digestKey(isoWeek(today), person.id), at }]
  })
  const notices = ready.length === 0 ? [] : await ports.notices.of(ready.map(({ person }) => person.id))
  return ready
    .map((each) => ({ ...each, notices: notices.filter(({ person }) => person === each.person.id) }))
    .filter(({ key, notices: theirs }) =>
      isOpen(
        theirs.find((notice) => notice.key === key),
        now,
      ),
    )
}

function readOnce(beat: Beat, practice: boolean): (waiting: Waiting) => Promise<Digest> {
  const gather = gatherFor(beat, practice)
  const today = dayIn(beat.library.school.zone, beat.now)
  return async ({ notices }) => buildDigest(await gather(sinceWhen(notices, { before: isoWeek(today), today })))
}

function noticeFor({ ports, library }: Beat, { person, key, at }: Waiting, digest: Digest): Planned {
  const { calendar, zone } = library.school
  return {
    key,
    kind: 'digest',
    person: person.id,
    at,
    reason: `the digest of week ${digest.week}`,
    async still(now) {
      const current = await ports.people.byId(person.id)
      if (!getsDigest(current, dayIn(zone, now)) || isoWeek(dayIn(zone, now)) !== digest.week) return false
      return isWorkingTime(now, calendar, current)
    },
    show: () => showDigest(digest),
    write: () => writeDigest(digest, { name: person.name, publicUrl: ports.publicUrl }),
  }
}
