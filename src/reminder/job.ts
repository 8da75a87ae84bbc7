// The clock’s part in reminding: everybody is judged, whoever is due is written to once, and line managers hear once.
import { hoursOf, isWorkingTime } from '../kit/calendar.ts'
import { dayIn } from '../kit/days.ts'
import { greetedKey, invitationFor } from '../declaration/invite.ts'
import { matterOf, standingIn } from '../turn/matter.ts'
import type { Person } from '../chat/people.ts'
import { deliverAll } from '../outbox/deliver.ts'
import type { Beat, Job, Planned } from '../outbox/types.ts'
import { showLate, showReminder, writeLate, writeReminder, type Reminding } from './cards.ts'
import { heardBy } from './late.ts'
import { asksOn, judgeAgain, judgeAll, momentAt, withNudges } from './look.ts'
import { showNudged } from './nudge-cards.ts'
import { countNudged, nobodyNudged, type Nudged } from './nudged.ts'
import { planReminders, slotFor } from './plan.ts'
import { sinceLast, spreadOut } from './slot.ts'
import { dailyKey, nudgeAllKey } from './steps.ts'
import { sayLate } from './words.ts'
import type { Ask, Moment, Overdue, Reminder } from './types.ts'

/** For one program, which remembers when it last beat: so much is nothing that another would have to know. */
export function createReminding(): Job['run'] {
  let last: Date | undefined
  return async (beat) => {
    await remindAll(beat, sinceLast(beat.now, last))
    last = beat.now
  }
}

async function remindAll(beat: Beat, since: Date): Promise<void> {
  const { ports, library, now } = beat
  const campaigns = await ports.journal.campaigns()
  const { calendar } = library.school
  // Most of the time there is nothing to ask, or nobody may be written to.
  if (campaigns.every(({ closedOn }) => closedOn !== undefined) || !isWorkingTime(now, calendar)) return
  const clock = clockOf(beat)
  const moment = momentAt(library.school, now)
  for (const practice of [false, true]) {
    const which = { day: moment.day, practice }
    const asks = await withNudges(ports, await asksOn(ports, library, which), { moment, practice })
    if (asks.length === 0) continue
    const round: Round = { asks, moment, practice, since, late: new Map(), nudged: new Map() }
    await deliverAll(ports, reminders(beat, round), clock)
    await deliverAll(ports, lateNotices(beat, round), clock)
    await deliverAll(ports, await nudgedNotices(beat, round), clock)
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
  readonly practice: boolean
  readonly since: Date
  /** By manager, filled while all are judged. */
  readonly late: Map<string, Overdue[]>
  /** By policy, the same. */
  readonly nudged: Map<string, Nudged>
}

async function* reminders(beat: Beat, round: Round): AsyncGenerator<Planned> {
  for await (const reminder of spreadOut(dueNow(beat, round), spreadOf(round)))
    yield reminderNotice(beat, round, reminder)
}

function spreadOf({ moment: { now, day, calendar }, since }: Round) {
  return { now, since, hours: hoursOf(day, calendar) }
}

async function* dueNow(beat: Beat, { asks, moment, practice, late, nudged }: Round): AsyncGenerator<Reminder> {
  const planner = planReminders(asks, moment)
  const wished = asks.filter((ask) => ask.nudged !== undefined)
  for (const { policy } of wished) nudged.set(policy, nobodyNudged)
  for await (const { subject, verdict, overdue } of judgeAll(beat.ports, { asks, planner, practice })) {
    for (const each of overdue) {
      const theirs = late.get(each.manager)
      if (theirs === undefined) late.set(each.manager, [each])
      else theirs.push(each)
    }
    for (const ask of wished) {
      if (!planner.owing(subject).some(({ policy }) => policy === ask.policy)) continue
      const so = nudged.get(ask.policy) ?? nobodyNudged
      nudged.set(ask.policy, countNudged(so, { ask, day: ask.nudged ?? moment.day }, { subject, verdict }))
    }
    if (verdict.kind === 'reminded') yield verdict.reminder
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
  return invitationFor(person, [{ matter, standing: standingIn(matter, person, facts) }])
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

/** One message to a line manager with all who are overdue since the last. */
async function* lateNotices(beat: Beat, round: Round): AsyncGenerator<Planned> {
  for await (const each of spreadOut(lateNow(beat, round), spreadOf(round))) yield lateNotice(beat, round, each)
}

interface LateNow {
  readonly person: Person
  readonly theirs: readonly Overdue[]
  readonly at: Date
  readonly again: boolean
}

async function* lateNow({ ports }: Beat, { late, moment }: Round): AsyncGenerator<LateNow> {
  for (const [manager, theirs] of late) {
    const person = await ports.people.byId(manager)
    const heard = person === undefined ? [] : heardBy(person, theirs, moment)
    if (person === undefined || heard.length === 0) continue
    yield { person, theirs: heard, at: slotFor(person.id, moment), again: false }
  }
}

function lateNotice({ ports, library }: Beat, { asks, moment }: Round, { person, theirs, at }: LateNow): Planned {
  const { calendar } = library.school
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
    at,
    reason: sayLate(late.length),
    async still(now) {
      if (!isWorkingTime(now, calendar, person)) return false
      const again = momentAt(library.school, now)
      for (const { person: who, key: mine } of theirs) {
        const { overdue } = await judgeAgain(ports, asks, { person: who.id, keys, moment: again })
        if (!overdue.some((each) => each.key === mine)) return false
      }
      return true
    },
    show: () => showLate({ practice: person.practice, late }),
    write: () => writeLate({ name: person.name, late }),
  }
}

/** To whoever wished that everybody be reminded, once nobody waits any more. Who can’t be reached does not keep them. */
async function nudgedNotices({ ports }: Beat, { asks, moment, practice, nudged }: Round): Promise<readonly Planned[]> {
  const { now, day, calendar } = moment
  const { from, to } = hoursOf(day, calendar)
  const wished = asks.flatMap((ask) =>
    ask.nudged === undefined ? [] : [{ ask, on: ask.nudged, key: nudgeAllKey(ask, ask.nudged, practice) }],
  )
  const wishes = wished.length === 0 ? [] : await ports.notices.find(wished.map(({ key }) => key))
  return wished.flatMap(({ ask, on, key }): Planned[] => {
    const wish = wishes.find((each) => each.key === key)
    const so = nudged.get(ask.policy)
    if (wish === undefined || so === undefined) return []
    const begun = Math.max(wish.at.getTime(), from.getTime())
    const patient = now.getTime() < Math.min(to.getTime() - lastMinutes * 60_000, begun + mostMinutes * 60_000)
    if (patient && so.waiting + so.trying > 0) return []
    return [
      {
        key: wish.key,
        kind: 'nudge',
        person: wish.person,
        at: wish.at,
        reason: 'what came of reminding everybody',
        still: () => Promise.resolve(true),
        show: () => showNudged({ ...ask, practice }, so, on < day ? on : undefined),
        write: () => undefined,
      },
    ]
  })
}

/** Before the end of the working day: who could not be reached by then is not reached on that day. */
const lastMinutes = 5
/** After the wish: all have had their minute, and who failed has been tried some times. */
const mostMinutes = 90
