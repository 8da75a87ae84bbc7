// What stands behind an answer: how sure it is, which question the section answers, and what kind of text it is.
import { buttons, plain, type Block, type Card } from '../chat/cards.ts'
import { quietLines, readButton } from '../reading/lines.ts'
import { sayCitation, saySection } from '../policy/cite.ts'
import type { Shelf } from '../policy/shelf.ts'
import type { Edition, Section } from '../policy/types.ts'

/** `sure` in hundredths, as the button of the answer carried it. */
export function showAbout(
  { edition, section }: { edition: Edition; section: Section },
  { shelf, sure }: { shelf: Shelf; sure: number },
): Card {
  const heading = shelf.heading(edition, section.ref)
  const source = sayCitation(edition, section.ref)
  const lines = [
    sure >= 80 ? 'I am sure that this is the right section.' : 'I am fairly sure that this is the right section.',
    ...(heading === undefined ? [] : [`In plain words, the section is about: ${heading}`]),
    `The words come from the ${source}. I add nothing to them.`,
  ]
  const blocks: Block[] = [
    { kind: 'list', ordered: false, items: lines.map(plain) },
    buttons(
      readButton({ policy: edition.policy, edition: edition.id, section: section.ref }, 'Read the whole section'),
    ),
    ...quietLines(edition, shelf),
  ]
  return { title: 'About this answer', tone: 'plain', summary: `${saySection(section)}. ${lines.join(' ')}`, blocks }
}
