// `reminders`: who would be reminded on a day, by which key, when and why; and why nobody else would. Sends nothing.
import { lateNow, type LateNow } from '../reminder/late.ts'
import { readChain } from '../reminder/read-chain.ts'
import { asksOn, judgeAll, momentAt, withNudges } from '../reminder/read.ts'
import { planReminders } from '../reminder/plan.ts'
import { timesOf } from '../reminder/slot.ts'
import type { ReminderMoment, Overdue, Reminder } from '../reminder/types.ts'
import { sayCameLate, sayWhy } from '../reminder/words.ts'
import type { Person } from '../chat/people.ts'
import { hoursOf } from '../kit/calendar.ts'
import { addDays, dayIn, sayDay, type Day } from '../kit/days.ts'
import type { Library } from '../turn/library.ts'
import type { OpenStore } from '../../adapters/store/store.ts'
import { flag, misused, readDay, readInstant, readOptions, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { lookInHome } from './open-home.ts'

const usage = 'Usage: reminders [--on DAY] [--at INSTANT] [--practice] [--json]'

export const remindersCommand: Command = async (context, argv) => {
  const read = readOptions(argv, { on: word, at: word, practice: flag, json: flag }, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const { values, words } = read
  if (words.length > 0) return misused(context, usage)
  const library = await context.library()
  const moment = readMoment(library, values, context.clock())
  if (typeof moment === 'string') return misused(context, moment)
  const { practice, json } = values
  return lookInHome(context, async (home) => {
    const listed = await listAll(context, { home, library, moment, practice })
    if (json) context.out(JSON.stringify({ on: moment.day, ...listed }))
    else sayAll(context, moment, listed)
    return status.done
  })
}

/** A day in the future is shown as it will begin, with the days until then gone as planned. */
function readMoment(
  { school }: Library,
  { on, at }: { readonly on?: string | undefined; readonly at?: string | undefined },
  clock: Date,
): ReminderMoment | string {
  const now = readInstant(at, clock)
  if (typeof now === 'string') return now
  const asIfNow = momentAt(school, now)
  if (on === undefined) return asIfNow
  const read = readDay(on, '--on')
  if (read.kind === 'wrong') return read.what
  const { day } = read
  if (day === asIfNow.day) return asIfNow
  if (at !== undefined) return `--at is on ${asIfNow.day}, and --on says ${day}. Say the same day, or one of them.`
  const begins = { ...asIfNow, day, now: hoursOf(day, school.calendar).from }
  const passing = passingFrom(asIfNow)
  return day > passing ? { ...begins, passingFrom: passing } : begins
}

/** For today, while there is time for it; in the evening, what was not sent today is sent on the next day. */
function passingFrom({ now, day, calendar }: ReminderMoment): Day {
  return now < hoursOf(day, calendar).to ? day : addDays(day, 1)
}

interface Listed {
  readonly notices: readonly ListedNotice[]
  readonly others: readonly {
    readonly person: string
    readonly name: string
    readonly why: string
    readonly reason: string
  }[]
}

interface ListedNotice {
  readonly key: string
  /** Further keys that the same message settles. */
  readonly also: readonly string[]
  readonly kind: 'reminder' | 'manager'
  readonly person: string
  readonly name: string
  readonly time: string
  /** The way that is tried first: a platform, `email`, or `none` where they cannot be reached. */
  readonly way: string
  readonly reason: string
}

interface Looking {
  readonly home: OpenStore
  readonly library: Library
  readonly moment: ReminderMoment
  readonly practice: boolean
}

async function listAll(context: CommandContext, looking: Looking): Promise<Listed> {
  const { home, library, practice } = looking
  const { day } = looking.moment
  const moment = { ...looking.moment, chain: await readChain(home.people, library.school, { practice, day }) }
  const every = await asksOn(home, library, { day, practice, idle: true })
  const asks = await withNudges(home, every, { moment, practice })
  const planner = planReminders(asks, moment)
  const reminders: Reminder[] = []
  const others: Listed['others'][number][] = []
  const late = new Map<string, Overdue[]>()
  for await (const { verdict, overdue } of judgeAll(home, { asks, planner, practice })) {
    for (const each of overdue) late.set(each.to, [...(late.get(each.to) ?? []), each])
    if (verdict.kind === 'reminded') reminders.push(verdict.reminder())
    else {
      const { person, why } = verdict
      others.push({ person: person.id, name: person.name, why: why.kind, reason: sayWhy(why) })
    }
  }
  const wayOf = waysOver(context, home)
  const frame = { now: moment.now, hours: hoursOf(moment.day, moment.calendar) }
  const notices = await Promise.all([
    ...listReminders(reminders, frame, wayOf),
    ...listLate(await managersOf(home, late, moment), frame, wayOf),
  ])
  return { notices: notices.toSorted((a, b) => (a.time < b.time ? -1 : Number(a.time > b.time))), others }
}

type WayOf = (person: Person) => Promise<string>
type Frame = Parameters<typeof timesOf>[1]

function listReminders(reminders: readonly Reminder[], frame: Frame, wayOf: WayOf): Promise<ListedNotice>[] {
  const times = timesOf(reminders, frame)
  return reminders.map(async ({ person, keys: [key = '', ...also], at, reason }, n): Promise<ListedNotice> => ({
    key,
    also,
    kind: 'reminder',
    person: person.id,
    name: person.name,
    time: (times[n] ?? at).toISOString(),
    way: await wayOf(person),
    reason,
  }))
}

async function managersOf(
  { people }: OpenStore,
  late: ReadonlyMap<string, readonly Overdue[]>,
  moment: ReminderMoment,
): Promise<readonly LateNow[]> {
  const { to } = hoursOf(moment.day, moment.calendar)
  if (moment.now >= to) return []
  const found: LateNow[] = []
  for (const [id, theirs] of late) {
    const person = await people.byId(id)
    const heard = person && lateNow(person, theirs, moment)
    if (heard !== undefined) found.push({ ...heard, at: new Date(Math.max(heard.at.getTime(), moment.now.getTime())) })
  }
  return found
}

function listLate(managers: readonly LateNow[], frame: Frame, wayOf: WayOf): Promise<ListedNotice>[] {
  const times = timesOf(managers, frame)
  return managers.map(async ({ person, theirs, at }, n): Promise<ListedNotice> => {
    const [key = '', ...also] = theirs.map((each) => each.key)
    return {
      key,
      also,
      kind: 'manager',
      person: person.id,
      name: person.name,
      time: (times[n] ?? at).toISOString(),
      way: await wayOf(person),
      reason: sayCameLate(theirs.length),
    }
  })
}

function waysOver({ config }: CommandContext, { people }: OpenStore): (person: Person) => Promise<string> {
  const letters = config.mail !== undefined && config.publicUrl !== undefined
  return async ({ id, email }) => {
    const [account] = await people.accountsOf(id)
    return account?.platform ?? (letters && email !== undefined ? 'email' : 'none')
  }
}

function sayAll(
  { out }: CommandContext,
  { day, calendar, passingFrom: from }: ReminderMoment,
  { notices, others }: Listed,
): void {
  const { zone } = calendar
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  out(
    `${sayDay(day)}: ${notices.length === 0 ? 'nobody would be written to.' : `${notices.length} would be written to.`}`,
  )
  for (const { time, name, reason, way, key } of notices) {
    const at = new Date(time)
    const when = dayIn(zone, at) === day ? clock.format(at) : time
    out(`  ${when}  ${name}: ${reason}${way === 'none' ? ' (no way to reach them)' : `, by ${way}`}  ${key}`)
  }
  const until = from === undefined ? '' : ` if the days until then go as planned`
  if (others.length > 0) out(`${notices.length === 0 ? 'Nobody' : 'Nobody else'}${until}, because:`)
  for (const { name, reason } of others) out(`  ${name}: ${reason}`)
  if (notices.length + others.length === 0)
    out('There are no people yet, or there is nothing to sign. To add people: npm run people -- import FILE.csv')
}
