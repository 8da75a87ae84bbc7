// How a policy's review stands on a day, as data and in words.
import { addDays, firstDayOf, lastDayOf, sayDuration, sayWhen, type Day, type DayOrMonth } from '../kit/days.ts'
import { reviewState } from '../policy/force.ts'
import type { Edition, Policy, ReviewDue } from '../policy/types.ts'
import { nextStepOn, stepDue } from './steps.ts'
import type { ReviewStanding } from './types.ts'

/** Without `known`, as the edition itself says. */
export function reviewStanding(
  policy: Policy,
  edition: Edition,
  today: Day,
  known: ReviewDue = { due: edition.nextReview, since: undefined },
): ReviewStanding {
  const { due, since } = known
  return {
    policy: policy.id,
    edition: edition.id,
    title: edition.title,
    owner: policy.owner,
    due,
    step: due === undefined ? undefined : stepDue(due, today, since),
    warnsNext: due === undefined ? undefined : nextStepOn(due, today),
    state: reviewState(due, today).kind,
    said: sayReview(due, today),
  }
}

function sayReview(due: DayOrMonth | undefined, today: Day): string {
  const review = reviewState(due, today)
  switch (review.kind) {
    case 'none':
      return 'no review date'
    case 'overdue':
      return `due ${sayWhen(review.on)}, overdue by ${sayDuration(addDays(review.since, 1), addDays(today, 1))}`
    case 'current': {
      const first = firstDayOf(review.on)
      if (today < first) return `due ${sayWhen(review.on)}, in ${sayDuration(today, first)}`
      return today === lastDayOf(review.on) ? 'due today at the latest' : `due now, ${sayWhen(review.on)}`
    }
  }
}
