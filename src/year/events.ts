// The contents of the school's calendar file: reviews, due days of open campaigns, and terms. Nobody's name.
import { firstDayOf, isMonth, sayDay, type Day } from '../kit/days.ts'
import type { Calendar } from '../kit/calendar.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition, ReviewDue } from '../policy/types.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { YearEvent } from './calendar-file.ts'

export interface SchoolYear {
  readonly calendar: Pick<Calendar, 'terms'>
  /** Each policy's edition in force, with its next review. */
  readonly reviews: readonly { readonly edition: Edition; readonly due: ReviewDue }[]
  readonly campaigns: readonly Campaign[]
  /** By policy id. */
  readonly titleOf: (policy: string) => string
}

/** By day; events of one day in the given order. */
export function eventsOf({ calendar, reviews, campaigns, titleOf }: SchoolYear): readonly YearEvent[] {
  const events = [
    ...calendar.terms.flatMap(({ from, to }): YearEvent[] => [
      { about: `term from ${from}`, day: from, title: 'Term begins' },
      { about: `term to ${to}`, day: to, title: 'Term ends' },
    ]),
    ...reviews.flatMap(reviewEvent),
    ...asked(campaigns).map((together) => dueEvent(together, titleOf)),
  ]
  return events.toSorted((a, b) => a.day.localeCompare(b.day))
}

/** Those of that day and later. */
export function comingFrom(today: Day, events: readonly YearEvent[]): readonly YearEvent[] {
  return events.filter(({ day }) => day >= today)
}

/** Open campaigns in earnest; those that ask for the documents of a bundle together by one day are one event. */
function asked(campaigns: readonly Campaign[]): readonly Together[] {
  const open = campaigns.filter(({ closedOn, practice }) => closedOn === undefined && !practice)
  const found = new Map<string, Together>()
  for (const campaign of open) {
    const key = campaign.round === undefined ? campaign.id : `${campaign.round.id} ${campaign.due}`
    found.set(key, [...(found.get(key) ?? []), campaign])
  }
  return [...found.values()]
}
type Together = readonly Campaign[]

/** A review that is due in a month starts on the month's first day. */
function reviewEvent({ edition, due: { due } }: SchoolYear['reviews'][number]): YearEvent[] {
  if (due === undefined) return []
  const { policy, id, title } = edition
  return [
    {
      about: `review ${policy} ${id}`,
      day: firstDayOf(due),
      title: isMonth(due) ? `Review due this month: ${title}` : `Review due: ${title}`,
      detail: `The review of the ${title}, edition ${id}, is due ${isMonth(due) ? 'in' : 'on'} ${sayDay(due)}.`,
    },
  ]
}

function dueEvent(together: Together, titleOf: SchoolYear['titleOf']): YearEvent {
  const [first] = together.toSorted((a, b) => (a.round?.at ?? 0) - (b.round?.at ?? 0))
  if (first === undefined) throw new Error('an event without a campaign')
  const { id, policy, edition, due, pausedOn, round } = first
  const title = titleOf(policy)
  if (round !== undefined)
    return {
      // By its first document, so that it is the same event when the day of all of them changes.
      about: `round ${round.id} ${round.at}`,
      day: due,
      title: `Signatures due: ${round.title}`,
      detail: `Whoever was asked signs the documents of the ${round.title} by ${sayDay(due)}.${sayPaused(pausedOn)}`,
    }
  return {
    about: `campaign ${id}`,
    day: due,
    title: `Signatures due: ${title}`,
    detail: `Whoever was asked signs the ${title}, edition ${sayEdition({ id: edition })}, by ${sayDay(due)}.${sayPaused(pausedOn)}`,
  }
}

function sayPaused(pausedOn: Day | undefined): string {
  return pausedOn === undefined ? '' : ' Its reminders are paused.'
}
