// What the commands about signing are about: a policy and its edition in force on that day.
import { isForSigning } from '../standing/declared.ts'
import { matterAbout, type Matter } from '../turn/matter.ts'
import { dayIn, type Day } from '../kit/days.ts'
import type { Library } from '../turn/library.ts'
import { editionInForce } from '../policy/force.ts'
import { policyNamed } from './which-policy.ts'

/**
 * A sentence where there is no such policy, or nothing to sign in it. `id` may be what people call it; without one, the
 * only one there is. A policy that is left out, such as the project's sample, is still found by its id, because its
 * history stays.
 */
export function readMatter(
  { policies, aside = [], school }: Library,
  id: string | undefined,
  at: Date | Day,
): Matter | string {
  const [only, ...others] = id === undefined ? policies.filter(isForSigning) : []
  const policy =
    only !== undefined && others.length === 0
      ? only
      : (aside.find((each) => each.id === id) ?? policyNamed(policies, id))
  if (typeof policy === 'string') return policy
  const today = typeof at === 'string' ? at : dayIn(school.zone, at)
  const edition = editionInForce(policy, today)
  return (
    matterAbout(policy, edition, { today, calendar: school.calendar, ...school.signing }) ??
    (policy.declaration === undefined
      ? `The ${policy.title} (${edition.id}) has no declaration, and the school has no standard statement (school.yaml, signing: statement), so there is nothing to sign in it.`
      : `The ${policy.title} (${edition.id}) has other words where its declaration was, so it waits for somebody to confirm what people sign. Run npm run inspect.`)
  )
}
