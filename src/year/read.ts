// Reads the school's year as it is known now: its terms, reviews, and the due days of open campaigns.
import { dayIn } from '../kit/days.ts'
import { sha256 } from '../kit/hash.ts'
import { editionInForce, reviewDue } from '../policy/force.ts'
import type { Journal } from '../ports/evidence.ts'
import { nextReviewsIn } from '../review/outcomes.ts'
import { readReviewed } from '../review/read-recorded.ts'
import type { Library } from '../turn/library.ts'
import { writeCalendarFile } from './calendar-file.ts'
import { eventsOf, type SchoolYear } from './events.ts'

/** Where the bot was never started there is no journal, and so there are no campaigns and no recorded reviews. */
export async function readYear(
  journal: Pick<Journal, 'happened' | 'campaigns'> | undefined,
  { policies, school }: Library,
  now: Date,
): Promise<SchoolYear> {
  const today = dayIn(school.zone, now)
  const recorded = journal === undefined ? [] : nextReviewsIn(await readReviewed(journal), policies)
  const editions = policies.map((policy) => editionInForce(policy, today))
  return {
    calendar: school.calendar,
    reviews: editions.map((edition) => ({ edition, due: reviewDue(edition, recorded, { practice: false, today }) })),
    campaigns: journal === undefined ? [] : await journal.campaigns(),
    titleOf: (id) => editions.find(({ policy }) => policy === id)?.title ?? id,
  }
}

export interface CalendarFeed {
  readonly text: string
  /** Changes with what the feed says, and not with the moment at which it is asked for. */
  readonly tag: string
}

/** What a calendar program gets that looks in regularly. */
export async function readFeed(
  journal: Pick<Journal, 'happened' | 'campaigns'>,
  library: Library,
  now: Date,
): Promise<CalendarFeed> {
  const events = eventsOf(await readYear(journal, library, now))
  const school = library.school.name
  return { text: writeCalendarFile(events, { school, at: now }), tag: sha256(JSON.stringify([school, events])) }
}
