// `calendar`: the school's year as a file for any program that shows calendars. It holds nobody's name.
import { sayDay } from '../kit/days.ts'
import type { Library } from '../turn/library.ts'
import { writeCalendarFile } from '../year/calendar-file.ts'
import { eventsOf, type SchoolYear } from '../year/events.ts'
import { readYear } from '../year/read.ts'
import { misused, readOptions, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { hasDatabase, withHome } from './open-home.ts'
import { openWriting } from './write-out.ts'

const usage = 'Usage: calendar --to FILE.ics (reviews, the due days of open campaigns, and terms; nobody’s name)'

export const calendarCommand: Command = async (context, argv) => {
  const read = readOptions(argv, { to: word }, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const { to } = read.values
  if (to === undefined || read.words.length > 0) return misused(context, usage)
  const library = await context.library()
  const now = context.clock()
  const events = eventsOf(await yearIn(context, library, now))
  const file = openWriting(to)
  await file.write(writeCalendarFile(events, { school: library.school.name, at: now }))
  await file.finish()
  for (const { day, title } of events) context.out(`${sayDay(day)}: ${title}`)
  context.err(
    `Written: ${to}, with ${events.length === 1 ? '1 day' : `${events.length} days`}. It shows what is known now; write it again when something changes.`,
  )
  return status.done
}

async function yearIn(context: CommandContext, library: Library, now: Date): Promise<SchoolYear> {
  return (await hasDatabase(context))
    ? withHome(context, ({ journal }) => readYear(journal, library, now))
    : readYear(undefined, library, now)
}
