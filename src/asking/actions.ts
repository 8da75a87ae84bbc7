// What the buttons of asking mean.
import { z } from 'zod'
import { actions, citation, id } from '../chat/actions.ts'

export const askingActions = actions({
  /** Sent with a form whose field `question` holds the question. */
  ask: {},
  /** `question` is the id of the kept question that the answer belongs to. */
  rate: { question: id, helpful: z.boolean() },
  /** Shows why that section was given for the question. */
  because: { question: id, ...citation },
  /** The section that was meant, out of those offered; `instead` is the one that had been shown. */
  choose: { question: id, ...citation, instead: z.boolean().optional() },
  /** Shows what else could answer that question. */
  else: { question: id },
  /** Shows all sections of a policy, to choose the one that answers that question. */
  'any-section': { question: id, policy: id },
  /** Adopts a proposal: what people asked is answered by the section that they showed. */
  'take-up': { key: id },
  'withdraw-taught': { key: id },
  /** One of the school's own notes, by its id. */
  'take-up-note': { note: id },
  'withdraw-note': { note: id },
})
