// What the buttons of campaigns mean. Every button for SLT first checks whether the person may.
import { z } from 'zod'
import { actions, day, edition, id } from '../chat/actions.ts'

const campaign = { policy: id, campaign: id }
const handing = { ...campaign, whole: z.boolean().optional() }

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
  'prepare-change': campaign,
  /** Sent with a form: `due`, `audience`, `remind`; what is empty stays as it is. */
  'change-campaign': campaign,
  /** What was shown before changing, as it was written. Sent with a form: `reason`. */
  'confirm-change': {
    ...campaign,
    due: z.string().max(200).optional(),
    audience: z.string().max(200).optional(),
    remind: z.string().max(200).optional(),
  },
  'pause-campaign': campaign,
  'resume-campaign': campaign,
  /** Shows it over its days, as a picture and in words. */
  timeline: campaign,
  /** Says how many people would be reminded, and asks whether to do it. */
  'nudge-all': { policy: id },
  'confirm-nudge-all': edition,
  /** Opens the form by which it is handed to somebody; `whole` means the round that it is a part of. */
  'prepare-hand': handing,
  /** Sent with a form: `whom`, a name or an email address. */
  'hand-campaign': handing,
  /** Chosen among several of that name. */
  'hand-to': { ...handing, person: id },
  'take-back': handing,
  /** What was handed to whoever presses it. */
  'handed-campaigns': {},
  /** One campaign, for whoever minds it. `after` is the id of the person after whom to go on. */
  'mind-campaign': { ...campaign, show: z.enum(['owes', 'signed', 'excused']).optional(), after: id.optional() },
  'remind-minded': campaign,
  'confirm-remind-minded': { ...campaign, edition: id },
  /** Opens the form for a later day; when sent with one: `due`, `reason`. */
  'prepare-later': campaign,
  'give-later': campaign,
  'mark-edition': { ...edition, change: z.enum(['material', 'editorial']) },
  /** On a card that everybody sees: opens the private form for whoever presses it. */
  'sign-here': { policy: id },
})
