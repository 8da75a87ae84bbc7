// Sentences that more than one feature uses, written once.
import { sayList } from '../kit/text.ts'
import { note, text, type Card } from './cards.ts'

/** Above this number, items are not listed one by one, nor shown in full. */
export const mostNamed = 4

/** The titles of the policies, or how many there are. */
export function sayPolicies(titles: readonly string[]): string {
  return titles.length > mostNamed ? `${titles.length} policies` : sayList(titles)
}

/** For a button that can no longer be followed: from an old card, forged, or from another bot. */
export function staleCard(): Card {
  return {
    title: 'That button is out of date',
    tone: 'plain',
    summary: 'That button belongs to an older card. Nothing was changed. Please ask again.',
    blocks: [
      text('That button belongs to an older card, so I can’t follow it. Nothing was changed. Please ask again.'),
    ],
  }
}

/** For when something broke: what happened, what was kept, what to do. */
export function troubleCard(): Card {
  return {
    title: 'Sorry, something went wrong',
    tone: 'plain',
    summary: 'Sorry, something went wrong on my side. Please try again in a moment.',
    blocks: [
      text('Something went wrong on my side, and this was not answered. Please try again in a moment.'),
      note('If it goes on, tell whoever looks after Policy Guide. They can see what happened, but not what you wrote.'),
    ],
  }
}

/** For when nothing can be written down at the moment: what still works, and that this will pass. */
export function notNowCard(): Card {
  const line =
    'I can’t keep anything just now, so this has to wait. Nothing was changed. Please try again in a few minutes.'
  return {
    title: 'Not just now',
    tone: 'plain',
    summary: line,
    blocks: [
      text(line),
      text('Signing needs it. Questions, the policies, checks and urgent help work as ever.'),
      note('Whoever looks after Policy Guide can see what is wrong.'),
    ],
  }
}
