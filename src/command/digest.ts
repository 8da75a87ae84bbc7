// `digest`: what SLT would be told on a day, and to whom and when it would be sent. Sends nothing.
import { compact } from '../kit/defined.ts'
import { buildDigest, withoutNames } from '../digest/build.ts'
import { gatherFor } from '../digest/read.ts'
import { doors } from '../doors.ts'
import { houseOf } from '../turn/house.ts'
import { leadersOf } from '../digest/read-leaders.ts'
import {
  mostSaid,
  sayConcern,
  sayFailure,
  sayHead,
  sayHeadCheck,
  sayLate,
  sayOverdue,
  sayParts,
  sayQuiet,
  sayReview,
} from '../digest/words.ts'
import type { Digest, FirstOf } from '../digest/types.ts'
import { digestKey, sinceWhen, slotIn } from '../digest/week.ts'
import { sayCount } from '../standing/count-words.ts'
import { openDesk } from '../turn/desk.ts'
import { dayIn, instantAt, isoWeek, sayDay, type Day } from '../kit/days.ts'
import type { Library } from '../turn/library.ts'
import type { Notice } from '../ports/notices.ts'
import type { OpenStore } from '../../adapters/store/store.ts'
import { flag, misused, readDay, readInstant, readOptions, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { lookInHome } from './open-home.ts'

const usage = 'Usage: digest [--on DAY] [--at INSTANT] [--names] [--practice] [--json]'

export const digestCommand: Command = async (context, argv) => {
  const read = readOptions(argv, { on: word, at: word, names: flag, practice: flag, json: flag }, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const { values, words } = read
  if (words.length > 0) return misused(context, usage)
  const library = await context.library()
  const now = readMoment(library, values, context.clock())
  if (typeof now === 'string') return misused(context, now)
  const { practice, json, names } = values
  return lookInHome(context, async (home) => {
    const digest = await digestOn({ home, library, now, practice })
    const shown = names ? digest.digest : withoutNames(digest.digest)
    const receives = digest.receives.map(({ name, ...rest }) => (names ? { ...rest, name } : rest))
    if (json) context.out(JSON.stringify({ ...shown, receives }))
    else sayAll(context, { digest: shown, receives, zone: library.school.zone })
    return status.done
  })
}

/** A day other than today is shown as it begins. */
function readMoment(
  { school }: Library,
  { on, at }: { readonly on?: string | undefined; readonly at?: string | undefined },
  clock: Date,
): Date | string {
  const now = readInstant(at, clock)
  if (typeof now === 'string' || on === undefined) return now
  const read = readDay(on, '--on')
  if (read.kind === 'wrong') return read.what
  const today = dayIn(school.zone, now)
  if (read.day === today) return now
  return at === undefined
    ? instantAt(read.day, 0, school.zone)
    : `--at is on ${today}, and --on says ${read.day}. Say the same day, or one of them.`
}

interface Looking {
  readonly home: OpenStore
  readonly library: Library
  readonly now: Date
  readonly practice: boolean
}

interface Receiving {
  readonly key: string
  readonly person: string
  readonly name?: string | undefined
  /** Undefined where they have had it, or do not work any more this week. */
  readonly time: string | undefined
}

async function digestOn({ home, library, now, practice }: Looking) {
  const { calendar, zone } = library.school
  const today = dayIn(zone, now)
  const week = isoWeek(today)
  const leaders = await leadersOf(home, { practice, today })
  const notices = leaders.length === 0 ? [] : await home.notices.of(leaders.map(({ id }) => id))
  const desk = openDesk(library)(now)
  const since: Day = sinceWhen(notices, { before: week, today })
  const digest = buildDigest(
    await gatherFor({ ports: home, library, desk, words: houseOf(doors).words }, practice)(since),
  )
  const receives = leaders.map((person): Receiving => {
    const key = digestKey(week, person.id)
    const sends = digest.state !== 'idle' && !isDone(notices.find((notice) => notice.key === key))
    const time = sends ? slotIn(person, now, calendar)?.toISOString() : undefined
    return { key, person: person.id, name: person.name, time }
  })
  return { digest, receives }
}

function isDone(notice: Notice | undefined): boolean {
  return notice !== undefined && notice.state !== 'failed' && notice.state !== 'planned'
}

interface Shown {
  readonly digest: Digest
  readonly receives: readonly Receiving[]
  readonly zone: string
}

function sayAll(context: CommandContext, { digest, receives, zone }: Shown): void {
  const { out } = context
  out(`Digest of ${sayDay(digest.on)}, week ${digest.week}${digest.practice ? ' (PRACTICE)' : ''}`)
  const line = sayQuiet(digest)
  if (line === undefined) sayNews(context, digest)
  else out(line)
  out(sayHead(digest))
  out(sayHeadCheck(digest.head))
  sayWho(context, { digest, receives, zone })
}

function sayNews({ out }: CommandContext, digest: Digest): void {
  for (const each of digest.cares) out(each)
  for (const each of digest.policies) {
    out(
      `${each.title}: ${compact([sayCount(each.count), sayOverdue(each), each.paused, each.against])
        .join(' ')
        .trim()}`,
    )
    for (const { label, spoken } of each.bars) out(`  ${label}: ${spoken}`)
    sayFirst(out, each.overdue, (late) => `  overdue: ${late.name}, ${sayLate(late)}`)
  }
  for (const each of digest.reviews) out(sayReview(each))
  out(`Since ${sayDay(digest.since)}:`)
  const lines = sayParts(digest)
  for (const line of lines.length === 0 ? ['Nothing new.'] : lines) out(`  ${line}`)
  for (const line of digest.changes.first.slice(mostSaid)) out(`  also: ${line}`)
  sayFirst(
    out,
    digest.concerns,
    (each) => `  ${each.name ?? 'Somebody'} ${sayConcern(each)} ${each.words === undefined ? '' : `“${each.words}”`}`,
  )
  sayFirst(out, digest.questions, (each) => `  no sure answer: “${each}”`)
  sayFirst(out, digest.unhelpful, (each) => `  no help: “${each}”`)
  for (const { section, count } of digest.mostAsked)
    out(`  asked ${count} ${count === 1 ? 'time' : 'times'}: ${section}`)
  sayFirst(out, digest.deliveries, (each) => `  ${sayFailure(each)}`)
}

function sayFirst<T>(out: CommandContext['out'], { first }: FirstOf<T>, say: (each: T) => string): void {
  for (const each of first) out(say(each).trimEnd())
}

function sayWho({ out }: CommandContext, { digest, receives, zone }: Shown): void {
  if (receives.length === 0) out('It would go to nobody: no one here has the role slt.')
  else if (digest.state === 'idle') out('It would not be sent: nothing has happened here yet.')
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
  for (const { key, person, name, time } of digest.state === 'idle' ? [] : receives) {
    const when = time === undefined ? 'not any more this week' : clock.format(new Date(time))
    out(`  to ${name ?? person}: ${when}  ${key}`)
  }
}
