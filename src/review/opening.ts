// One line when the bot starts: which reviews are overdue, and whether anybody is told.
import { compact } from '../kit/defined.ts'
import type { Person } from '../chat/people.ts'
import type { NextReview, Policy } from '../policy/types.ts'
import { editionInForce, reviewDue } from '../policy/force.ts'
import type { Day } from '../kit/days.ts'
import { reviewStanding } from './standing.ts'

/** `recorded` is newest first; `warned` are the people whom the scheduled job tells. */
export function sayReviews(
  policies: readonly Policy[],
  today: Day,
  { recorded, warned }: { readonly recorded: readonly NextReview[]; readonly warned: readonly Pick<Person, 'id'>[] },
): string {
  const standings = policies.map((policy) => {
    const edition = editionInForce(policy, today)
    return reviewStanding(policy, edition, today, reviewDue(edition, recorded, { practice: false, today }))
  })
  const [first, ...others] = standings.filter(({ state }) => state === 'overdue')
  const undated = standings.filter(({ state }) => state === 'none').length
  const more = others.length === 0 ? '' : `, and ${others.length} more (npm run review)`
  const said = compact([
    first === undefined ? 'none overdue' : `${first.title}: ${first.said}${more}`,
    undated !== 0 && `${undated} without a review date`,
    warned.length === 0 && 'nobody has the role slt or policy-owner, so nobody is warned',
  ])
  return said.join('; ')
}
