// The contents of the school's calendar file: reviews, due days of open campaigns, and terms. Nobody's name.
import { firstDayOf, isMonth, sayDay } from '../kit/days.ts'
import type { Calendar } from '../kit/calendar.ts'
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
    ...campaigns
      .filter(({ closedOn, practice }) => closedOn === undefined && !practice)
      .map((campaign) => dueEvent(campaign, titleOf(campaign.policy))),
  ]
  return events.toSorted((a, b) => a.day.localeCompare(b.day))
}

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

function dueEvent({ id, edition, due, pausedOn }: Campaign, title: string): YearEvent {
  return {
    about: `campaign ${id}`,
    day: due,
    title: `Signatures due: ${title}`,
    detail: `Whoever was asked signs the ${title}, edition ${edition}, by ${sayDay(due)}.${pausedOn === undefined ? '' : ' Its reminders are paused.'}`,
  }
}
