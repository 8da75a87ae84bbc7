// What a new edition changed, section by section, for somebody who knows the one before.
import { findSection } from '../policy/force.ts'
import { textOf } from '../policy/text.ts'
import type { Edition, Section } from '../policy/types.ts'

export interface SectionChange {
  readonly kind: 'changed' | 'new' | 'gone'
  /** As the newer edition has it; of one that is gone, as the older had it. */
  readonly section: Section
}

/** In the order of the newer edition, those that are gone last. */
export function changesBetween(older: Edition, newer: Edition): readonly SectionChange[] {
  const present = newer.sections.flatMap((section): SectionChange[] => {
    const before = findSection(older, section.ref)
    if (before === undefined) return [{ kind: 'new', section }]
    const same = before.title === section.title && textOf(before) === textOf(section)
    return same ? [] : [{ kind: 'changed', section }]
  })
  const gone = older.sections
    .filter(({ ref }) => findSection(newer, ref) === undefined)
    .map((section): SectionChange => ({ kind: 'gone', section }))
  return [...present, ...gone]
}
