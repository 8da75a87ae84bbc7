// The scheduled part of welcoming: new starters are greeted once on their first day, where they can be reached.
import type { Person } from '../chat/people.ts'
import { isWorkingTime, worksOn, type Calendar } from '../kit/calendar.ts'
import { addDays, type Day } from '../kit/days.ts'
import { nthWorkingDay } from '../standing/due.ts'
import { greetedKey, invitationFor, type Owing } from '../declaration/owing.ts'
import { unsignedBy } from '../declaration/read-owing.ts'
import { sendAgain } from '../outbox/again.ts'
import { deliverAll } from '../outbox/deliver.ts'
import { everybody } from '../outbox/slt.ts'
import type { Planned } from '../outbox/types.ts'
import { clockOf, type Beat } from '../turn/beat.ts'

/**
 * After this many days, and as many of their own working days, nobody is new any more. Until then a missed day is
 * caught up.
 */
const newFor = 14
const newWorkingDays = 5
const kind = 'greeting'

export async function greetStarters(beat: Beat): Promise<void> {
  if (!isWorkingTime(beat.now, beat.library.school.calendar)) return
  await deliverAll(beat.ports, greetings(beat), clockOf(beat))
}

/** On every beat when people may be greeted: greetings that did not arrive are tried again. */
export async function greetAgain(beat: Beat): Promise<void> {
  if (!isWorkingTime(beat.now, beat.library.school.calendar)) return
  await sendAgain(beat, kind, async (open) => {
    const people = await Promise.all(open.map(({ person }) => beat.ports.people.byId(person)))
    return people.filter((each) => each !== undefined).map((each) => greetingFor(beat, each))
  })
}

async function* greetings(beat: Beat): AsyncGenerator<Planned> {
  const { ports, desk, library } = beat
  for await (const person of everybody(ports, false)) {
    if (!isNew(person, desk.shelf.today, library.school.calendar)) continue
    // People without an account are greeted when they get one.
    if ((await ports.people.accountsOf(person.id)).length > 0) yield greetingFor(beat, person)
  }
}

/** On their own working days: whoever starts in the holidays is greeted on their first working day. */
function isNew({ startsOn, leavesOn, away, weekdays }: Person, today: Day, calendar: Calendar): boolean {
  if (startsOn === undefined || startsOn > today || startsOn < addDays(today, -longest)) return false
  if (leavesOn !== undefined && leavesOn < today) return false
  if (!worksOn(today, calendar, { weekdays, away })) return false
  if (startsOn >= addDays(today, -newFor)) return true
  const settled = nthWorkingDay(newWorkingDays, startsOn, { calendar, weekdays, away })
  return settled === undefined || today <= settled
}

/** Nobody stays new for longer than a long leave. */
const longest = 400

function greetingFor(beat: Beat, person: Person): Planned {
  const { ports, desk, library, now } = beat
  const key = `${kind}:${person.id}`
  let owes: readonly Owing[] = []
  return {
    key,
    kind,
    person: person.id,
    at: now,
    reason: 'their first day',
    async still() {
      owes = isNew(person, desk.shelf.today, library.school.calendar) ? await unsignedBy(beat, person) : []
      if (owes.length === 0) return false
      // Every other greeting claims this key too; where our own attempt failed, the claim is already ours.
      const [own] = await ports.notices.find([key])
      return (own?.tries ?? 0) > 0 || (await ports.store.claim(greetedKey(person.id), now))
    },
    show() {
      const [first, ...others] = owes
      if (first === undefined) throw new Error('a greeting was shown before it was known what it is about')
      return invitationFor(person, [first, ...others])
    },
    // They are greeted where they can answer.
    write: () => undefined,
  }
}
