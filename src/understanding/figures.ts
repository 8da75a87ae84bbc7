// Which sections of an edition are misunderstood most, from figures without names.
import { saySection } from '../policy/cite.ts'
import { findSection } from '../policy/force.ts'
import type { Edition } from '../policy/types.ts'
import { fewestPeople, type MissedCount } from '../ports/understanding.ts'

export interface MisunderstoodSection {
  readonly section: string
  /** How many people chose something else first, and how many answered, over all questions about the section. */
  readonly missed: number
  readonly answers: number
}

/**
 * The section with the greatest share first; between equals, in the order of the text. A question that fewer than five
 * people have answered counts nowhere.
 */
export function misunderstoodIn(edition: Edition, counts: readonly MissedCount[]): readonly MisunderstoodSection[] {
  const found = new Map<string, MisunderstoodSection>()
  for (const { section, people, missed } of counts) {
    if (people < fewestPeople) continue
    const before = found.get(section) ?? { section, missed: 0, answers: 0 }
    found.set(section, { section, missed: before.missed + missed, answers: before.answers + people })
  }
  const places = new Map(edition.sections.map(({ ref }, at) => [ref, at]))
  const place = ({ section }: MisunderstoodSection) => places.get(section) ?? edition.sections.length
  return [...found.values()].toSorted((a, b) => shareOf(b) - shareOf(a) || place(a) - place(b))
}

function shareOf({ missed, answers }: MisunderstoodSection): number {
  return missed / answers
}

export function sayMisunderstood(edition: Edition, { section, missed, answers }: MisunderstoodSection): string {
  const found = findSection(edition, section)
  const name = found === undefined ? section : saySection(found)
  return `${name}: ${missed} of ${answers} first answers were not right`
}
