// What the buttons of the digest mean.
import { z } from 'zod'
import { actions, day } from '../chat/actions.ts'

/** What stands behind the digest’s buttons. */
export const digestParts = ['overdue', 'concerns', 'questions', 'deliveries', 'changes', 'head'] as const

export const digestActions = actions({
  /** `since`: the first day that it tells of; without it, since the last one that was sent. */
  digest: { since: day.optional() },
  'digest-details': { part: z.enum(digestParts), since: day },
})
