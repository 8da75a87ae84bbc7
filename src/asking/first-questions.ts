// First questions for somebody who has an empty conversation before them: what people here ask most, in the words of
// the policies' owners. Nobody's own words are shown to anybody else.
import { capital } from '../kit/text.ts'
import type { AskedOften } from '../ports/ports.ts'
import type { ShelvedSection } from '../search/types.ts'

/** What fewer people asked might show what one of them is worried about. */
const fewest = 3

/**
 * At most `most`, each about another section: first the sections that answered most often, then, from one policy after
 * another, those of which its owner knows most questions. `often` is the most frequent first.
 */
export function firstQuestions(
  sections: readonly ShelvedSection[],
  often: readonly AskedOften[],
  most: number,
): readonly string[] {
  const asked = often
    .filter(({ count }) => count >= fewest)
    .flatMap(({ policy, section }) =>
      sections.filter((each) => each.edition.policy === policy && each.section.ref === section),
    )
  const questions = new Map([...asked, ...wellKnown(sections, most)].map((each) => [each.section, questionFor(each)]))
  return [...new Set(questions.values())].slice(0, most)
}

/** At most `most` of each policy: the first of each, then the second of each, and so on. */
function wellKnown(sections: readonly ShelvedSection[], most: number): readonly ShelvedSection[] {
  const policies = new Set(sections.map(({ edition }) => edition.policy))
  const known = (each: ShelvedSection) => each.asked?.asked.length ?? 0
  const best = [...policies].map((policy) =>
    sections
      .filter((each) => each.edition.policy === policy && known(each) > 0)
      .toSorted((a, b) => known(b) - known(a)),
  )
  return Array.from({ length: most }, (_, rank) => best.flatMap((each) => each[rank] ?? [])).flat()
}

/** A known question, otherwise one about the section's title. */
function questionFor({ edition, section, asked }: ShelvedSection): string {
  const [known] = asked?.asked ?? []
  if (known === undefined) return `What does the ${edition.title} say about “${section.title}”?`
  return capital(known.endsWith('?') ? known : `${known}?`)
}
