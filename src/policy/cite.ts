// Writes a citation in words, the same on every card.
import { parseDayOrMonth, sayDay } from '../kit/days.ts'
import type { Edition, Section } from './types.ts'

/** "Social Media Policy 6.d, edition October 2015". A section without a printed number is called by its title. */
export function sayCitation(edition: Edition, ref: string): string {
  const section = edition.sections.find((each) => each.ref === ref)
  const place = section?.number === null ? `, “${section.title}”` : ` ${ref}`
  return `${edition.title}${place}, edition ${sayEdition(edition)}`
}

/** "October 2015" for `2015-10`; an id that is not a date is shown as it is. */
export function sayEdition(edition: Pick<Edition, 'id'>): string {
  const when = parseDayOrMonth(edition.id)
  return when === undefined ? edition.id : sayDay(when)
}

/** "6.d School reputation and confidentiality", or only the title where this program made up the number. */
export function saySection(section: Section): string {
  if (section.number === null) return section.title
  return `${section.ref} ${section.title}`
}
