// What the buttons of asking mean.
import { z } from 'zod'
import { actions, citation, id } from '../chat/actions.ts'

export const askingActions = actions({
  /** Sent with a form whose field `question` holds the question. */
  ask: {},
  /** `question` is the id of the kept question that the answer belongs to. */
  rate: { question: id, helpful: z.boolean() },
  /** Why that section was given for the question. */
  because: { question: id, ...citation },
  /** The section that is meant, of those that somebody was asked about. */
  choose: { question: id, ...citation },
})
