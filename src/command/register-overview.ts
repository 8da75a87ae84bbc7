// `register overview`: who owes what, a line for each policy with something to sign.
import { editionInForce } from '../policy/force.ts'
import { dayIn } from '../kit/days.ts'
import { totalsOf } from '../standing/totals.ts'
import { countingOf } from '../turn/counting.ts'
import { matterAbout } from '../turn/matter.ts'
import { type CommandContext, status } from './context.ts'
import { lookInHome } from './open-home.ts'
import { sayCountShortly } from '../standing/totals-aloud.ts'

interface Asked {
  readonly at: Date
  readonly practice: boolean
  readonly json: boolean
}

/** The policy with the most signatures missing comes first. */
export async function overview(context: CommandContext, { at, practice, json }: Asked): Promise<number> {
  const { policies, school } = await context.library()
  const today = dayIn(school.zone, at)
  const matters = policies.flatMap(
    (policy) =>
      matterAbout(policy, editionInForce(policy, today), { today, calendar: school.calendar, ...school.signing }) ?? [],
  )
  return lookInHome(context, async ({ register, journal }) => {
    const counted = await Promise.all(
      matters.map(async (matter) => {
        const counting = await countingOf({ ports: { journal } }, matter, { practice })
        const tally = await register.tally({ policy: matter.policy.id, practice, today })
        return { matter, count: totalsOf(tally, counting).all }
      }),
    )
    const sorted = counted.toSorted((a, b) => b.count.outstanding - a.count.outstanding)
    if (json) {
      const all = sorted.map(({ matter, count }) => ({ policy: matter.policy.id, edition: matter.edition.id, count }))
      context.out(JSON.stringify({ today, practice, policies: all }))
    } else {
      if (sorted.length === 0) context.out('No policy has something to sign.')
      const mark = practice ? 'PRACTICE ' : ''
      for (const { matter, count } of sorted) context.out(`${mark}${matter.edition.title}: ${sayCountShortly(count)}`)
    }
    return status.done
  })
}
