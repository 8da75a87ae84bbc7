// What SLT has to look after about asking again: what waits for their yes, and what was agreed and could not be opened.
import type { Calendar } from '../kit/calendar.ts'
import type { Day } from '../kit/days.ts'
import { askedFrom, nextRound } from './next.ts'
import type { Again } from './read-next.ts'
import { noTerms, sayStuck, sayWaits } from './words.ts'

/** In sentences, for the digest. */
export function caresAbout(
  all: readonly Again[],
  { today, calendar }: { readonly today: Day; readonly calendar: Calendar },
): readonly string[] {
  return all.flatMap(({ campaign, title }) => {
    const { recurs } = campaign
    if (recurs === undefined) return []
    // On the day itself it may still be opened.
    if (recurs.agreed !== undefined) return recurs.agreed.opens < today ? [sayStuck(title, recurs.agreed.opens)] : []
    const next = nextRound(campaign, recurs, calendar)
    if (next === undefined) return [`${title}: ${noTerms}`]
    return askedFrom(next.opens, calendar) <= today ? [sayWaits(title, { opens: next.opens, today })] : []
  })
}
