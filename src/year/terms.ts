// How long the school’s terms are known, and what happens where nobody enters the next ones. Pure.
import { lastTermEnds, quietUntil, type Calendar } from '../kit/calendar.ts'
import { addDays, sayDay, type Day } from '../kit/days.ts'

export type Terms =
  /** The office entered no terms: it is always term time. */
  | { readonly kind: 'all-year' }
  | { readonly kind: 'known'; readonly ends: Day }
  /** The last one ends soon. */
  | { readonly kind: 'ending'; readonly ends: Day }
  /** It has ended, and until that day nobody is written to, as in any holiday. */
  | { readonly kind: 'ended'; readonly ends: Day; readonly quietUntil: Day }
  /** It ended so long ago that working weekdays count as term again. */
  | { readonly kind: 'forgotten'; readonly ends: Day }

/** How long before the end the first warning comes. */
export const weeksBefore = 8

export function termsOn(today: Day, calendar: Calendar): Terms {
  const [ends, until] = [lastTermEnds(calendar), quietUntil(calendar)]
  if (ends === undefined || until === undefined) return { kind: 'all-year' }
  if (today > until) return { kind: 'forgotten', ends }
  if (today > ends) return { kind: 'ended', ends, quietUntil: until }
  return today >= addDays(ends, -7 * weeksBefore) ? { kind: 'ending', ends } : { kind: 'known', ends }
}

/** For SLT and for operators; undefined where there is nothing to say. */
export function sayTerms(terms: Terms): string | undefined {
  switch (terms.kind) {
    case 'all-year':
    case 'known':
      return undefined
    case 'ending':
      return `The last term that I know of ends on ${sayDay(terms.ends)}. Please have the next ones written down, or I write to nobody in the weeks after it.`
    case 'ended':
      return `The last term that I know of ended on ${sayDay(terms.ends)}. Until ${sayDay(terms.quietUntil)} I write to nobody, as in any holiday; then I take every working weekday for term.`
    case 'forgotten':
      return `The last term that I know of ended on ${sayDay(terms.ends)}, so I take every working weekday for term. Please have the terms written down.`
  }
}

/** The latest warning whose day has come; each is given once. */
export function warningStep(terms: Terms, today: Day): string | undefined {
  if (terms.kind === 'forgotten') return 'forgotten'
  if (terms.kind !== 'ending') return undefined
  const weeks = [2, 4, weeksBefore].find((each) => today >= addDays(terms.ends, -7 * each))
  return weeks === undefined ? undefined : `${weeks}-weeks-before`
}

export function termsKey(ends: Day, step: string, person: string): string {
  return `terms:${ends}:${step}:${person}`
}
