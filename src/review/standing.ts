// How a policy's review stands on a day, in data and in words.
import { addDays, firstDayOf, lastDayOf, sayDuration, sayWhen, type Day } from '../kit/days.ts'
import { reviewState } from '../policy/force.ts'
import type { Edition, Policy } from '../policy/types.ts'
import { stepDue } from './steps.ts'
import type { Standing } from './types.ts'

export function reviewStanding(policy: Policy, edition: Edition, today: Day): Standing {
  const due = edition.nextReview
  const step = due === undefined ? undefined : stepDue(due, today)
  const about = { policy: policy.id, edition: edition.id, title: edition.title, owner: policy.owner, due, step }
  return { ...about, state: reviewState(edition, today).kind, said: sayReview(edition, today) }
}

function sayReview(edition: Edition, today: Day): string {
  const review = reviewState(edition, today)
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
