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
  /** The section that is meant, of those that somebody was asked about; `instead` of the one that had been shown. */
  choose: { question: id, ...citation, instead: z.boolean().optional() },
  /** What else the answer to that question could be. */
  else: { question: id },
  /** All sections of a policy, to show which answers that question. */
  'any-section': { question: id, policy: id },
  /** Takes up a proposal: what people asked is answered by the section that they showed. */
  'take-up': { key: id },
  'withdraw-taught': { key: id },
  /** A note of the school's own, by its id. */
  'take-up-note': { note: id },
  'withdraw-note': { note: id },
})
