// What SLT has to look after about asking again: what waits for their yes, and what was agreed and could not be opened.
import type { Calendar } from '../kit/calendar.ts'
import type { Day } from '../kit/days.ts'
import { askedFrom, nextRound } from './next.ts'
import type { AgainSigned } from './read-signed.ts'
import { noTerms, sayStuck, sayWaits } from './words.ts'

/** In sentences, for the digest. */
export function caresAbout(
  all: readonly AgainSigned[],
  { today, calendar }: { readonly today: Day; readonly calendar: Calendar },
): readonly string[] {
  return all.flatMap(({ campaign, title, signed }) => {
    const { recurs } = campaign
    if (recurs === undefined) return []
    // On the day itself it may still be opened.
    if (recurs.agreed !== undefined) return recurs.agreed.opens < today ? [sayStuck(title, recurs.agreed.opens)] : []
    const next = nextRound(campaign, recurs, { calendar, today, signed })
    // Where nobody has signed, the campaign itself is still asking.
    if (next === undefined) return recurs.every === 'term' ? [`${title}: ${noTerms}`] : []
    return askedFrom(next.opens, calendar) <= today ? [sayWaits(title, { opens: next.opens, today })] : []
  })
}
