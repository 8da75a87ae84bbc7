// A button that opens what somebody could also ask for in words, whichever feature it belongs to.
import { z } from 'zod'
import { actions, id, type ActionOf } from './actions.ts'

export const openingActions = actions({
  /** `what` is the name that a door listens for; `back` returns to the card that was pressed. */
  open: {
    what: id,
    policy: id.optional(),
    person: id.optional(),
    section: id.optional(),
    back: z.boolean().optional(),
  },
})
export type Opening = Omit<ActionOf<typeof openingActions, 'open'>, 'do' | 'what'>

/** A house test checks that every `what` belongs to a door. */
export function opening(what: string, about: Opening = {}) {
  return openingActions('open', { what, ...about })
}
