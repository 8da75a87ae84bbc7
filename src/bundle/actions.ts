// What the buttons of bundles mean. Every button for SLT first checks whether the person may.
import { z } from 'zod'
import { actions, day, id } from '../chat/actions.ts'

const round = { round: id }

export const bundleActions = actions({
  bundles: {},
  bundle: { bundle: id },
  /** Sent with a form: `due`, `remind`, `earlier`. */
  'open-bundle': { bundle: id },
  /** What was shown before opening. `shows` identifies its documents, editions and duties at that time. */
  'confirm-bundle': {
    bundle: id,
    due: day,
    shows: z.string().regex(/^[0-9a-f]{16}$/),
    remind: z.string().max(200).optional(),
    /** Earlier signatures do not count. */
    anew: z.boolean().optional(),
  },
  'close-round': round,
  'confirm-close-round': round,
  'reopen-round': round,
  'pause-round': round,
  'resume-round': round,
  'round-timeline': round,
  /** Opens the form. */
  'prepare-round': round,
  /** Sent with a form: `due`, `remind`; what is empty stays as it is. */
  'change-round': round,
  /** What was shown before changing, as it was written. Sent with a form: `reason`. */
  'confirm-round-change': { ...round, due: z.string().max(200).optional(), remind: z.string().max(200).optional() },
})
