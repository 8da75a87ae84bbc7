// A button that opens what somebody could also ask for in words, in whatever room that is kept.
import { z } from 'zod'
import { actions, id, type ActionOf } from './actions.ts'

export const openingActions = actions({
  /** `what` is the name under which a door is heard; `back` takes the place of the card that was pressed. */
  open: {
    what: id,
    policy: id.optional(),
    person: id.optional(),
    section: id.optional(),
    back: z.boolean().optional(),
  },
})
export type Opening = Omit<ActionOf<typeof openingActions, 'open'>, 'do' | 'what'>

/** A house test looks up every `what` among the doors. */
export function opening(what: string, about: Opening = {}) {
  return openingActions('open', { what, ...about })
}
