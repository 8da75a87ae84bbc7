// What the buttons of asking a person mean, and the button that other features put on their cards.
import { z } from 'zod'
import { actions, id, type ActionOf } from '../chat/actions.ts'
import type { Button } from '../chat/cards.ts'

/** What somebody writes into a case. */
export const writings = ['answer', 'ask-back', 'pass-on', 'reply', 'close'] as const

/**
 * `what` decides who gets it: a question goes to its policy's owner, a concern to SLT, safeguarding to the safeguarding
 * lead.
 */
const about = {
  what: z.enum(['question', 'concern', 'safeguarding']),
  policy: id.optional(),
  edition: id.optional(),
  section: id.optional(),
}
/** The last message that the card showed: what has happened since is shown before anything is added. */
const seen = z.number().int().min(0).max(10_000)

export const referralActions = actions({
  /** Shows who would get it and what would be sent; `question` is the id of the question that the card answered. */
  'ask-person': { ...about, question: id.optional() },
  /** Sent with a form whose field `words` holds the question. `case` is the new case's id, so that it is sent once. */
  'send-case': { ...about, case: id },
  'take-case': { case: id },
  'show-case': { case: id },
  /** Shows the form for it. */
  'write-in-case': { case: id, what: z.enum(writings) },
  /** Shows what would be proposed as a known question. */
  'prepare-teaching': { case: id },
  /** Sent with a form: `question`, `section`, and `policy` where the case is not about one. */
  teach: { case: id },
  /** Shows what would be proposed as the school's own note. */
  'prepare-note': { case: id },
  /** Sent with a form: `note`, `section`, `until`, and `policy` where the case is not about one. */
  'propose-note': { case: id },
  /** Sent with a form: `words`, and `to` where it is passed on. */
  'say-in-case': { case: id, what: z.enum(writings), seen },
})

export type AskingPerson = Omit<ActionOf<typeof referralActions, 'ask-person'>, 'do'>

/** On every card after which somebody may want to ask a person. */
export function personButton(asking: AskingPerson, label = 'Ask a person'): Button {
  return { label, action: referralActions('ask-person', asking) }
}
