// What the buttons for asking again mean. Every button first checks whether the person may.
import { z } from 'zod'
import { actions, day, id } from '../chat/actions.ts'

/** `after` says which round was shown: the one that comes after that day. */
const round = { campaign: id, after: day }

export const recurringActions = actions({
  /** One thing that is asked for; without it, all of them. */
  recurring: { campaign: id.optional() },
  'set-recurring': { campaign: id, every: z.enum(['year', 'term']) },
  /** Opens the form for the number of months. */
  'ask-months': { campaign: id },
  /** Sent with a form: `months`. */
  'set-months': { campaign: id },
  'stop-recurring': { campaign: id },
  /** Yes, with the days that were shown. */
  'agree-recurring': { ...round, opens: day, due: day },
  'skip-recurring': round,
  /** Opens the form for other days. */
  'other-days': round,
  /** Sent with a form: `opens`, `due`. Shows what it would do then; nothing is agreed yet. */
  'show-days': round,
})
