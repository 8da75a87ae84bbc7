// What the buttons of asking mean.
import { z } from 'zod'
import { actions, citation, id } from '../chat/actions.ts'

export const askingActions = actions({
  /** Sent with a form whose field `question` holds the question. */
  ask: {},
  /** `question` is the id of the kept question that the answer belongs to. */
  rate: { question: id, helpful: z.boolean() },
  /** What stands behind an answer; `sure` is how certain it was that this section is the one, in hundredths. */
  about: { ...citation, sure: z.number().int().min(0).max(100) },
})
