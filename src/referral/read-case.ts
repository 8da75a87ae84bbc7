// Reads what a case needs besides itself: who is responsible today, and who somebody is.
import type { Person } from '../chat/people.ts'
import { nextWorkingTime } from '../kit/calendar.ts'
import type { Day } from '../kit/days.ts'
import type { CaseAbout, Route } from '../ports/cases.ts'
import type { Turn } from '../turn/turn.ts'
import type { AskingPerson } from './actions.ts'
import { readStaff } from './read-staff.ts'
import { answeringDay, daysToAnswer, dueAfter } from './when.ts'
import { offerTo, ranksFor, type Ranks } from './whom.ts'

export interface Responsible {
  readonly route: Route
  readonly about: CaseAbout
  readonly ranks: Ranks
  readonly offered: readonly Person[]
  readonly due: Day
  /** From when they can hear; undefined where that is now. */
  readonly from: Date | undefined
}

export async function readResponsible(
  { ports, library, now }: Pick<Turn, 'ports' | 'library' | 'now'>,
  asking: AskingPerson,
  asker: Person,
): Promise<Responsible> {
  const { calendar } = library.school
  const route = routeOf(asking)
  const about = aboutOf(asking)
  const ranks = ranksFor({ route, policy: about.policy }, await readStaff(ports, library.school, asker.practice))
  const offered = offerTo(ranks, { day: answeringDay(now, calendar), calendar, asker: asker.id, late: false })
  const soonest = offered
    .flatMap((person) => nextWorkingTime(now, calendar, person) ?? [])
    .toSorted((a, b) => a.getTime() - b.getTime())[0]
  return {
    route,
    about,
    ranks,
    offered,
    due: dueAfter(now, daysToAnswer(route, about), calendar),
    from: soonest !== undefined && soonest > now ? soonest : undefined,
  }
}

/** A question goes to its policy’s owner; a concern, and what no policy covers, to SLT. */
export function routeOf({ what, policy }: AskingPerson): Route {
  if (what === 'safeguarding') return 'safeguarding'
  return what === 'concern' || policy === undefined ? 'slt' : 'policy-owner'
}

function aboutOf({ what, policy, edition, section }: AskingPerson): CaseAbout {
  return { what: what === 'question' ? 'question' : 'concern', policy, edition, section }
}
