// What the bot wants shown after an event: the output of `hear`. Adapters translate each into what their platform can do.
import type { Card } from './cards.ts'

export type Reply =
  /** Where the person spoke: the same place and thread. */
  | { readonly to: 'place'; readonly card: Card }
  /** For this person's eyes only, even when they spoke in a shared place. */
  | { readonly to: 'person'; readonly card: Card }
  /** Instead of the card that was pressed; below it where a platform cannot replace. */
  | { readonly to: 'card'; readonly card: Card }
  /** On the surface that was opened, such as a home page; several to choose from where somebody searched, best first. */
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
