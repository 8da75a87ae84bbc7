// The word that stands on everything a practice person does: in the title, and in the text.
import { note, text, strong, type Card } from './cards.ts'

/** The card as a practice person sees it; anybody else's stays as it is. */
export function markPractice(card: Card, practice: boolean): Card {
  if (!practice) return card
  return {
    ...card,
    title: `PRACTICE: ${card.title}`,
    summary: `PRACTICE. ${card.summary}`,
    blocks: [
      text(strong('PRACTICE. '), 'You are trying this out with an invented person.'),
      ...card.blocks,
      note('PRACTICE: this counts nowhere and is no evidence of anything.'),
    ],
  }
}
