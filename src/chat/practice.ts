// Marks everything that a practice person does: the word stands once, in the title, and what it means at the end. What is said
// in place of the card, to a screen reader or in a notification, has the word of its own.
import { note, type Card } from './cards.ts'

const mark = 'PRACTICE: '

/** The card as a practice person sees it; for anybody else it stays as it is. */
export function markPractice(card: Card, practice: boolean): Card {
  if (!practice || card.title.startsWith(mark)) return card
  return {
    ...card,
    title: `${mark}${card.title}`,
    summary: `PRACTICE. ${card.summary}`,
    blocks: [...card.blocks, note('You are an invented person. This counts nowhere and is not evidence of anything.')],
  }
}
