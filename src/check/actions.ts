// What the buttons of a check mean.
import { z } from 'zod'
import { actions, id } from '../chat/actions.ts'

/** A person's way through a scenario, as its card carries it: what they chose, and what a draft was seen to hold. */
const way = {
  scenario: id,
  answers: z.record(id, id),
  /** Detector ids. Never a draft's text. */
  found: z.array(id),
}

export const checkActions = actions({
  check: { scenario: id },
  /** Sent with a form whose field `draft` holds the draft. */
  draft: { scenario: id },
  answer: { ...way, question: id, choice: id },
  /** Asks a question again; the other answers stay. */
  revisit: { ...way, question: id },
  /** Shows the check's current step again, as after a revisit that changed nothing. */
  resume: way,
})
