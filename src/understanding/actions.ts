// What the buttons of the questions before signing mean.
import { z } from 'zod'
import { actions, edition, id } from '../chat/actions.ts'

export const understandingActions = actions({
  /** Shows the first question that is not answered yet, in place of the card that was pressed. */
  'ask-understanding': { ...edition },
  /**
   * `question` is its key. `chosen` counts the choices from 0; where several are right, they come with a form: a tick
   * `c0`, `c1` … for each. `again` means that the card says that something else was chosen before: nothing else knows.
   */
  understand: {
    ...edition,
    question: id,
    chosen: z.number().int().min(0).max(20).optional(),
    again: z.boolean().optional(),
  },
})
