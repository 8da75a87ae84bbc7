// Marks everything that a practice person does: in the title, and in full at the end.
import { note, type Card } from './cards.ts'

/** The card as a practice person sees it; for anybody else it stays as it is. */
export function markPractice(card: Card, practice: boolean): Card {
  if (!practice) return card
  return {
    ...card,
    title: `PRACTICE: ${card.title}`,
    summary: `PRACTICE. ${card.summary}`,
    blocks: [
      ...card.blocks,
      note('PRACTICE: you are an invented person. This counts nowhere and is no evidence of anything.'),
    ],
  }
}
