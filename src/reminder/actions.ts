// What the buttons of a reminder mean. Each carries everything that the reminder was about.
import { z } from 'zod'
import { actions, day, edition, id } from '../chat/actions.ts'

const about = z.array(z.object(edition)).min(1).max(20)

export const reminderActions = actions({
  /** Not today. */
  'remind-tomorrow': { about },
  /** It is not for them to sign. */
  'not-for-me': { about },
  /** For SLT: somebody says that they are away from that day on. */
  'prepare-away': { person: id, from: day },
  /** Sent with a form: `until`. */
  'confirm-away': { person: id, from: day },
})
