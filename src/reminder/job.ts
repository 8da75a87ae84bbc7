// The clock’s part in reminding: everybody is judged, whoever is due is written to once, and line managers hear once.
import { isWorkingTime, worksOn, type OwnDays } from '../kit/calendar.ts'
import { dayIn } from '../kit/days.ts'
import { greetedKey } from '../declaration/job.ts'
import { invitationFor } from '../declaration/invite.ts'
import { matterOf, standingIn } from '../declaration/matter.ts'
import type { Person } from '../chat/people.ts'
import { hasLeft } from '../campaign/due.ts'
import { deliverAll } from '../schedule/deliver.ts'
import type { Beat, Planned } from '../schedule/types.ts'
import { showLate, showReminder, writeLate, writeReminder, type Reminding } from './cards.ts'
import { asksOn, judgeAgain, judgeAll, momentAt } from './look.ts'
import { planReminders, slotFor } from './plan.ts'
import { dailyKey } from './steps.ts'
import { sayLate } from './words.ts'
import type { Ask, Moment, Overdue, Reminder } from './types.ts'

export async function remindAll(beat: Beat): Promise<void> {
  const { ports, library, now } = beat
  const campaigns = await ports.journal.campaigns()
  const { calendar } = library.school
  // Most of the time there is nothing to ask, or nobody may be written to.
  if (campaigns.every(({ closedOn }) => closedOn !== undefined) || !isWorkingTime(now, calendar)) return
  const clock = clockOf(beat)
  const moment = momentAt(library.school, now)
  for (const practice of [false, true]) {
    const asks = await asksOn(ports, library, { day: moment.day, practice })
    if (asks.length === 0) continue
    const late = new Map<string, Overdue[]>()
    await deliverAll(ports, reminders(beat, { asks, moment, practice, late }), clock)
    await deliverAll(ports, await lateNotices(beat, { asks, moment, late }), clock)
  }
}

/** The tick’s moment, moving on while it works: sending to many may take until after hours. */
function clockOf({ ports, now }: Beat): () => Date {
  const begun = ports.clock().getTime()
  return () => new Date(now.getTime() + Math.max(0, ports.clock().getTime() - begun))
}

interface Round {
  readonly asks: readonly Ask[]
  readonly moment: Moment
}

async function* reminders(
  beat: Beat,
  { late, practice, ...round }: Round & { readonly practice: boolean; readonly late: Map<string, Overdue[]> },
): AsyncGenerator<Planned> {
  const planner = planReminders(round.asks, round.moment)
  for await (const { verdict, overdue } of judgeAll(beat.ports, { asks: round.asks, planner, practice })) {
    for (const each of overdue) late.set(each.manager, [...(late.get(each.manager) ?? []), each])
    if (verdict.kind === 'reminded') yield reminderNotice(beat, round, verdict.reminder)
  }
}

function reminderNotice(beat: Beat, { asks, moment }: Round, planned: Reminder): Planned {
  const { ports } = beat
  const [key = '', ...also] = planned.keys
  let current = planned
  const about = (): Reminding => ({
    name: current.person.name,
    practice: current.person.practice,
    today: moment.day,
    owes: current.owes,
  })
  return {
    key,
    also,
    daily: planned.daily,
    kind: 'reminder',
    person: planned.person.id,
    at: planned.at,
    reason: planned.reason,
    async still(now) {
      const keys = [...planned.keys, planned.daily]
      const at = momentAt(beat.library.school, now)
      const { reminder } = await judgeAgain(ports, asks, { person: planned.person.id, keys, moment: at })
      if (reminder === undefined || reminder.at > now || !planned.keys.every((each) => reminder.keys.includes(each)))
        return false
      current = reminder
      return true
    },
    show: async () => (current.welcomes ? await welcome(beat, current) : undefined) ?? showReminder(about()),
    write: () => letterTo(beat, current, about()),
  }
}

/** A joiner’s first words are those of the greeting, which then need not be said again. */
async function welcome(beat: Beat, { person, owes }: Reminder) {
  const { ports, now } = beat
  const matter = matterOf(beat, owes[0]?.policy ?? '')
  if (matter === undefined || !(await ports.store.claim(greetedKey(person.id), now))) return undefined
  const facts = await ports.journal.factsOf({ policy: matter.policy.id, person: person.id })
  return invitationFor(person, { matter, standing: standingIn(matter, person, facts) })
}

/** Undefined where there is no web page for a link to lead to. */
async function letterTo({ ports, library, now }: Beat, { person, owes }: Reminder, about: Reminding) {
  const { publicUrl, doors } = ports
  if (publicUrl === undefined) return undefined
  const { signing, zone, name: school } = library.school
  const expires = new Date(now.getTime() + signing.linkDays * 24 * 60 * 60_000)
  const links: string[] = []
  for (const { policy, edition } of owes) {
    const token = ports.newToken()
    await doors.makeLink({ person: person.id, purpose: { kind: 'sign', policy, edition }, expires, token })
    links.push(`${publicUrl}/sign/${token}`)
  }
  return writeReminder(about, { links, until: dayIn(zone, expires), school })
}

async function lateNotices(
  beat: Beat,
  { late, ...round }: Round & { readonly late: ReadonlyMap<string, readonly Overdue[]> },
): Promise<readonly Planned[]> {
  const planned = await Promise.all([...late].map(([manager, theirs]) => lateNotice(beat, round, { manager, theirs })))
  return planned.flatMap((each) => each ?? [])
}

/** One message to a line manager with all who are overdue since the last. */
async function lateNotice(
  { ports, library }: Beat,
  { asks, moment }: Round,
  { manager, theirs }: { readonly manager: string; readonly theirs: readonly Overdue[] },
): Promise<Planned | undefined> {
  const person = await ports.people.byId(manager)
  const { calendar } = library.school
  if (person === undefined || hasLeft(person, moment.day) || !worksOn(moment.day, calendar, ownDays(person)))
    return undefined
  const keys = theirs.map(({ key }) => key)
  const [key = '', ...also] = keys
  const late = theirs.map(({ person: { name }, title, due }) => ({ name, title, due }))
  return {
    key,
    also,
    // Beside what they owe themselves.
    daily: `${dailyKey(person.id, moment.day)}:manager`,
    kind: 'manager',
    person: person.id,
    at: slotFor(person.id, moment),
    reason: sayLate(late.length),
    async still(now) {
      if (!isWorkingTime(now, calendar, ownDays(person))) return false
      const at = momentAt(library.school, now)
      for (const { person: who, key: mine } of theirs) {
        const { overdue } = await judgeAgain(ports, asks, { person: who.id, keys, moment: at })
        if (!overdue.some((each) => each.key === mine)) return false
      }
      return true
    },
    show: () => showLate({ practice: person.practice, late }),
    write: () => writeLate({ name: person.name, late }),
  }
}

function ownDays({ away }: Person): OwnDays {
  return { weekdays: undefined, away }
}
