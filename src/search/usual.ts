// Usual questions: most schools have much the same policies, so a section that is about something usual, by its heading
// and its words, is led to by what people usually ask of it.
import type { Edition, Section } from '../policy/types.ts'
import { workOut } from './build.ts'
import type { General } from './types.ts'

export interface UsualSection {
  readonly section: Section
  /** What such sections are usually called. */
  readonly called: readonly string[]
  readonly asked: readonly string[]
}

/** The sections of an edition that are about something usual, in its order, whether or not that is switched off. */
export function usualIn(edition: Edition, general: General): readonly UsualSection[] {
  const shelf = edition.sections.map((section) => ({ edition, section, asked: undefined }))
  const { topics, parts } = workOut(shelf, general)
  return edition.sections.flatMap((section, at) => {
    const own = (parts[at] ?? []).flatMap((part) => topics.parts[part]?.part ?? [])
    if (own.length === 0) return []
    return [{ section, called: own.flatMap(({ called }) => called[0] ?? []), asked: own.flatMap(({ asked }) => asked) }]
  })
}
