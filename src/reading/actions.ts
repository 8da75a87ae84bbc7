// What the buttons of reading mean.
import { z } from 'zod'
import { actions, citation, id } from '../chat/actions.ts'

export const readingActions = actions({
  /** Without a policy, shows all of them to choose from. */
  sections: { policy: id.optional() },
  read: { ...citation, page: z.number().int().min(0).max(500).optional() },
  whom: { policy: id },
  /** The school's own file of that edition. */
  original: { policy: id, edition: id },
  /** Shows a section to everybody in the place; `card` is the card that offered it, which shares once. */
  share: { card: id, ...citation },
})
