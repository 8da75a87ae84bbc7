// How reviews stand, in one line, for whoever starts or looks after the bot.
import { dayIn } from '../kit/days.ts'
import type { Library } from '../turn/library.ts'
import type { Ports } from '../ports/ports.ts'
import { whoIsWarned } from '../review/job.ts'
import { sayReviews } from '../review/opening.ts'
import { nextReviewsIn } from '../review/outcomes.ts'
import { readReviewed } from '../review/read-recorded.ts'
import type { CommandContext } from './context.ts'
import { hasDatabase, withHome } from './open-home.ts'

export async function reviewLine(
  home: Pick<Ports, 'journal' | 'people'>,
  { library: { policies, school }, now }: { readonly library: Library; readonly now: Date },
): Promise<string> {
  const today = dayIn(school.zone, now)
  const recorded = nextReviewsIn(await readReviewed(home.journal), policies)
  return sayReviews(policies, today, { recorded, warned: await whoIsWarned(home, today) })
}

/** The same for `doctor`, for whatever home there is; undefined where it cannot be read. */
export async function lookAtReviews(context: CommandContext): Promise<string | undefined> {
  try {
    const library = await context.library()
    const now = context.clock()
    if (!(await hasDatabase(context))) {
      const today = dayIn(library.school.zone, now)
      return sayReviews(library.policies, today, { recorded: [], warned: [] })
    }
    return await withHome(context, (home) => reviewLine(home, { library, now }))
  } catch {
    return undefined
  }
}
