// How a citation is said aloud, the same on every card.
import { parseDayOrMonth, sayDay } from '../kit/days.ts'
import type { Edition, Section } from './types.ts'

/** "Social Media Policy 6.d, edition October 2015"; a section without a number of the school's is called by its title. */
export function sayCitation(edition: Edition, ref: string): string {
  const section = edition.sections.find((each) => each.ref === ref)
  const place = section?.number === null ? `, “${section.title}”` : ` ${ref}`
  return `${edition.title}${place}, edition ${sayEdition(edition)}`
}

/** "October 2015" for `2015-10`; an id that is no date is said as it is. */
export function sayEdition(edition: Pick<Edition, 'id'>): string {
  const when = parseDayOrMonth(edition.id)
  return when === undefined ? edition.id : sayDay(when)
}

/** "6.d School reputation and confidentiality", or the title alone where the number is only this program's. */
export function saySection(section: Section): string {
  if (section.number === null) return section.title
  return `${section.ref} ${section.title}`
}
