// What a policy owner is told of documents that a watched folder proposes.
import { buttons, note, text, type Card } from '../chat/cards.ts'
import { opening } from '../chat/opening.ts'
import { sayList } from '../kit/text.ts'
import type { Letter } from '../outbox/types.ts'

export function showProposed(names: readonly string[]): Card {
  const line = sayProposed(names)
  return {
    title: 'New documents to look at',
    tone: 'plain',
    summary: line,
    blocks: [
      text(line),
      note('None of them counts before you have looked at it and written the edition.'),
      buttons({ label: 'Look at them', action: opening('office-policies'), main: true }),
    ],
  }
}

export function writeProposed(
  names: readonly string[],
  { name, school, publicUrl }: { name: string; school: string; publicUrl: string | undefined },
): Letter {
  const where =
    publicUrl === undefined
      ? 'In the office, on the web page, you can look at them.'
      : `Look at them here: ${publicUrl}/office/policies`
  return {
    subject: `${school}: new policy documents to look at`,
    text: [
      `Hello ${name},`,
      '',
      sayProposed(names),
      where,
      '',
      'None of them counts before you have looked at it and written the edition.',
      '',
    ].join('\n'),
  }
}

function sayProposed(names: readonly string[]): string {
  const shown = names.length > 5 ? [...names.slice(0, 5), `${names.length - 5} more`] : names
  return `The folder of policies has something new: ${sayList(shown)}.`
}
