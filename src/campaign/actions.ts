// What the buttons of campaigns mean. Every button for SLT first checks whether the person may.
import { z } from 'zod'
import { actions, day, edition, id } from '../chat/actions.ts'

const campaign = { policy: id, campaign: id }

export const campaignActions = actions({
  /** Without a policy, shows how all of them stand. */
  campaigns: { policy: id.optional() },
  /** Sent with a form: `audience`, `others`, `due`, `remind`. */
  'open-campaign': edition,
  /** What was shown before opening: `audience` and `remind` as they were written. */
  'confirm-campaign': {
    ...edition,
    audience: z.string().min(1).max(200),
    due: day,
    remind: z.string().max(200).optional(),
  },
  'close-campaign': campaign,
  'confirm-close-campaign': campaign,
  'reopen-campaign': campaign,
  /** Opens the form; when sent with one: `due`, `audience`, `others`, `remind`, `reason`. */
  'prepare-change': campaign,
  'change-campaign': campaign,
  'pause-campaign': campaign,
  'resume-campaign': campaign,
  /** Shows it over its days, as a picture and in words. */
  timeline: campaign,
  /** Says how many people would be reminded, and asks whether to do it. */
  'nudge-all': { policy: id },
  'confirm-nudge-all': edition,
  'mark-edition': { ...edition, change: z.enum(['material', 'editorial']) },
  /** On a card that everybody sees: opens the private form for whoever presses it. */
  'sign-here': { policy: id },
})
