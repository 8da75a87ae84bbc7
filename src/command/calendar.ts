// `calendar`: the school's year as a file for any program that shows calendars. It holds nobody's name.
import { sayDay, dayIn } from '../kit/days.ts'
import { editionInForce, reviewDue } from '../policy/force.ts'
import { nextReviewsIn } from '../review/outcomes.ts'
import { readReviewed } from '../review/read-recorded.ts'
import type { Journal } from '../ports/evidence.ts'
import type { Library } from '../turn/library.ts'
import { writeCalendarFile } from '../year/calendar-file.ts'
import { eventsOf, type SchoolYear } from '../year/events.ts'
import { misused, readOptions, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { withHome } from './open-home.ts'
import { hasDatabase } from './review-line.ts'
import { openWriting } from './write-out.ts'

const usage = 'Usage: calendar --to FILE.ics (reviews, the due days of open campaigns, and terms; nobody’s name)'

export const calendarCommand: Command = async (context, argv) => {
  const read = readOptions(argv, { to: word }, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const { to } = read.values
  if (to === undefined || read.words.length > 0) return misused(context, usage)
  const library = await context.library()
  const now = context.clock()
  const events = eventsOf(await readYear(context, library, now))
  const file = openWriting(to)
  await file.write(writeCalendarFile(events, { school: library.school.name, at: now }))
  await file.finish()
  for (const { day, title } of events) context.out(`${sayDay(day)}: ${title}`)
  context.err(
    `Written: ${to}, with ${events.length === 1 ? '1 day' : `${events.length} days`}. It shows what is known now; write it anew when something changes.`,
  )
  return status.done
}

/** Where the bot was never started there are no campaigns and no recorded reviews. */
async function readYear(context: CommandContext, library: Library, now: Date): Promise<SchoolYear> {
  if (!hasDatabase(context)) return yearOf(library, now, { recorded: [], campaigns: [] })
  return withHome(context, async ({ journal }) => yearOf(library, now, await readKept(journal, library)))
}

async function readKept(journal: Journal, { policies }: Library): Promise<Kept> {
  const [entries, campaigns] = [await readReviewed(journal), await journal.campaigns()]
  return { recorded: nextReviewsIn(entries, policies), campaigns }
}

interface Kept {
  readonly recorded: Parameters<typeof reviewDue>[1]
  readonly campaigns: SchoolYear['campaigns']
}

function yearOf({ policies, school }: Library, now: Date, { recorded, campaigns }: Kept): SchoolYear {
  const today = dayIn(school.zone, now)
  const editions = policies.map((policy) => editionInForce(policy, today))
  return {
    calendar: school.calendar,
    reviews: editions.map((edition) => ({ edition, due: reviewDue(edition, recorded, { practice: false, today }) })),
    campaigns,
    titleOf: (id) => editions.find(({ policy }) => policy === id)?.title ?? id,
  }
}
