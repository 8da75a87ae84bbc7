// What a scheduled job has to do about a case: its responder is gone or away, nobody takes it, or nobody writes any
// more.
import type { Person } from '../chat/people.ts'
import { isWorkingDay, worksOn, type Calendar } from '../kit/calendar.ts'
import { addDays, dayIn, type Day } from '../kit/days.ts'
import type { Case } from '../ports/cases.ts'
import { hasLeft } from '../standing/due.ts'
import { couldAnswer, offerTo, type Ranks } from './whom.ts'

export type Upkeep =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'asker-left' | 'quiet' }
  | { readonly kind: 'release' | 'offer'; readonly offered: readonly string[] }

export interface CaseStanding {
  /** Undefined once they were erased, or where they are unknown. */
  readonly asker: Person | undefined
  readonly taker: Person | undefined
  /** Whoever is responsible today. */
  readonly ranks: Ranks
  readonly today: Day
  /** Today, or the next day on which the school works. */
  readonly day: Day
  readonly calendar: Calendar
}

/** Working days without a message after an answer: then the case is closed. */
export const quietDays = 5

export function upkeepOf(kept: Case, standing: CaseStanding): Upkeep {
  const { asker, today, day, calendar } = standing
  if (kept.state === 'closed') return { kind: 'nothing' }
  if (asker === undefined || hasLeft(asker, today)) return { kind: 'asker-left' }
  if (kept.state === 'answered' && isQuiet(kept, standing)) return { kind: 'quiet' }
  const late = kept.state === 'waiting' && kept.due < day
  const offered = offerTo(standing.ranks, { day, calendar, asker: kept.asker, late }).map(({ id }) => id)
  if (kept.state === 'waiting') return waits(kept, { ...standing, offered })
  return canAnswer(kept, standing) ? { kind: 'nothing' } : { kind: 'release', offered }
}

/** Somebody to whom it was passed on by name keeps it while they can take it and are not late. */
function waits(kept: Case, { offered, ...standing }: CaseStanding & { readonly offered: readonly string[] }): Upkeep {
  const [only, ...others] = kept.offered
  const passed = kept.messages.findLast(({ kind }) => kind === 'passed' || kind === 'released')?.kind === 'passed'
  if (passed && others.length === 0 && kept.due >= standing.day) {
    const named = couldAnswer(standing.ranks, { day: standing.day, asker: kept.asker }).find(({ id }) => id === only)
    if (named !== undefined && worksOn(standing.day, standing.calendar, named)) return { kind: 'nothing' }
  }
  const isSame = offered.length === kept.offered.length && offered.every((each) => kept.offered.includes(each))
  return isSame || offered.length === 0 ? { kind: 'nothing' } : { kind: 'offer', offered }
}

/** Somebody who is away for a day keeps what waits for the asker, but nothing that waits for them. */
function canAnswer({ state, asker }: Case, { taker, ranks, day }: CaseStanding): boolean {
  if (taker === undefined || !couldAnswer(ranks, { day, asker }).some(({ id }) => id === taker.id)) return false
  const isAway = taker.away.some(({ from, to }) => from <= day && day <= to)
  return state !== 'taken' || !isAway
}

function isQuiet({ messages }: Case, { today, calendar }: CaseStanding): boolean {
  const last = messages.at(-1)
  if (last === undefined) return false
  let passed = 0
  for (let day = addDays(dayIn(calendar.zone, last.at), 1); day < today && passed <= quietDays; day = addDays(day, 1))
    if (isWorkingDay(day, calendar)) passed += 1
  return passed >= quietDays
}
