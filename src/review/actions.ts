// What the buttons of a review mean.
import { z } from 'zod'
import { actions, edition, id } from '../chat/actions.ts'

/** The parts of a review pack; `short` is its first card. */
export const reviewParts = ['short', 'gaps', 'changed', 'questions'] as const

export const reviewActions = actions({
  /** Without a policy, shows how all reviews stand. */
  review: { policy: id.optional() },
  /** Replaces the card that was pressed. */
  'review-part': { policy: id, part: z.enum(reviewParts) },
  /** Shows the form for the outcome of that edition's review. */
  'prepare-review': edition,
  /** Sent with a form: `outcome`, `when`, `reason`. */
  'record-review': edition,
})
