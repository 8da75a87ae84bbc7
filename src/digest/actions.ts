// What the buttons of the digest mean.
import { z } from 'zod'
import { actions, day } from '../chat/actions.ts'

/** The parts behind the digest’s buttons. */
export const digestParts = ['overdue', 'concerns', 'questions', 'deliveries', 'changes', 'head'] as const

export const digestActions = actions({
  /** `since` is the first day that it covers; without it, since the last digest that was sent. */
  digest: { since: day.optional() },
  'digest-details': { part: z.enum(digestParts), since: day },
})
