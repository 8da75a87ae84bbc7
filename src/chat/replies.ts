// What the bot wants to show after an event: the output of `hear`. Each adapter translates it into what its platform
// can do.
import type { Card } from './cards.ts'

export type Reply =
  /** Where the person spoke: the same place and thread. */
  | { readonly to: 'place'; readonly card: Card }
  /** For this person only, even if they spoke in a shared place. */
  | { readonly to: 'person'; readonly card: Card }
  /** Replaces the card that was pressed; shown below it where the platform cannot replace a card. */
  | { readonly to: 'card'; readonly card: Card }
  /** On the surface that was opened, such as a home page. A search gives several to choose from, the best first. */
  | { readonly to: 'surface'; readonly card: Card }

export function here(card: Card): Reply {
  return { to: 'place', card }
}

export function privately(card: Card): Reply {
  return { to: 'person', card }
}

export function instead(card: Card): Reply {
  return { to: 'card', card }
}
