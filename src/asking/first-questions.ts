// First questions for somebody who has an empty conversation before them: what people here ask most, in the words of
// the policies' owners. Nobody's own words are shown to anybody else.
import { capital } from '../kit/text.ts'
import type { AskedOften } from '../ports/ports.ts'
import type { ShelvedSection } from '../search/types.ts'

/** What fewer people asked might show what one of them is worried about. */
const fewest = 3

/**
 * At most `most`, each about another section: first the sections that answered most often, then the first of each
 * policy with known questions. `often` is the most frequent first.
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
  const policies = new Set(sections.map(({ edition }) => edition.policy))
  const opening = [...policies].flatMap(
    (policy) => sections.find((each) => each.edition.policy === policy && each.asked !== undefined) ?? [],
  )
  const questions = new Map([...asked, ...opening].map((each) => [each.section, questionFor(each)]))
  return [...new Set(questions.values())].slice(0, most)
}

/** A known question, otherwise one about the section's title. */
function questionFor({ edition, section, asked }: ShelvedSection): string {
  const [known] = asked?.asked ?? []
  if (known === undefined) return `What does the ${edition.title} say about “${section.title}”?`
  return capital(known.endsWith('?') ? known : `${known}?`)
}
