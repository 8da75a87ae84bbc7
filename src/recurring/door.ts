// Asking again: what recurs each year, each term or so many months after the last signature, and opens only
// after SLT's yes.
import { door } from '../turn/door.ts'
import { recurringActions } from './actions.ts'
import { createAsking, createOpening } from './job.ts'
import {
  askDays,
  askMonths,
  hearAgree,
  hearDays,
  hearSet,
  hearSetMonths,
  hearSkip,
  hearStop,
  openAllRecurring,
  openRecurring,
} from './talk.ts'

export const recurring = door('recurring', {
  actions: recurringActions,
  on: {
    recurring: openRecurring,
    'set-recurring': hearSet,
    'ask-months': askMonths,
    'set-months': hearSetMonths,
    'stop-recurring': hearStop,
    'agree-recurring': hearAgree,
    'skip-recurring': hearSkip,
    'other-days': askDays,
    'show-days': hearDays,
  },
  hears: {
    recurring: {
      says: 'recurring|recurring campaigns|what recurs|asking again|ask again each year|ask again every year|ask again each term|ask again every term|ask again after so many months',
      ofPolicy: true,
      open: openAllRecurring,
    },
  },
  // What was agreed is opened before reminders are planned.
  jobs: () => [
    { name: 'opening what recurs', run: createOpening() },
    { name: 'asking about what recurs', run: createAsking() },
  ],
  notices: { recurring: ['question about asking again', 'questions about asking again'] },
  facts: {
    'campaign-recurs': {
      kind: 'told',
      tell({ policy, campaign, what }, { titleOf, bundleOf }) {
        const which = bundleOf(campaign) ?? titleOf(policy)
        return {
          set: `From now on the ${which} is asked for regularly, each time after your yes.`,
          agreed: `It was agreed to ask for the ${which} again.`,
          skipped: `The ${which} is not asked for again this time.`,
          stopped: `The ${which} is no longer asked for again.`,
          opened: `The ${which} was opened again, as agreed.`,
        }[what]
      },
    },
  },
})
