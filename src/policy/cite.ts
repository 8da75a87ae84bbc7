// How a citation is said aloud, the same on every card.
import { parseDayOrMonth, sayDay } from '../kit/days.ts'
import type { Edition, Section } from './types.ts'

/** "Social Media Policy 6.d, edition October 2015". */
export function sayCitation(edition: Edition, ref: string): string {
  return `${edition.title} ${ref}, edition ${sayEdition(edition)}`
}

/** "October 2015" for `2015-10`; an id that is no date is said as it is. */
export function sayEdition(edition: Pick<Edition, 'id'>): string {
  const when = parseDayOrMonth(edition.id)
  return when === undefined ? edition.id : sayDay(when)
}

/** "6.d School reputation and confidentiality". */
export function saySection(section: Section): string {
  return `${section.ref} ${section.title}`
}
