// The school’s year: how long its terms are known, and its calendar with a private link to it.
import { door } from '../turn/door.ts'
import { yearActions } from './actions.ts'
import { warnOfTerms } from './job.ts'
import { pressMakeLink, hearCalendar, pressWithdrawLink } from './talk.ts'

export const year = door('year', {
  actions: yearActions,
  on: { 'make-calendar-link': pressMakeLink, 'withdraw-calendar-link': pressWithdrawLink },
  hears: {
    calendar: {
      says: 'calendar|the calendar|school calendar|the school calendar|calendar link|calendar feed|my calendar link|subscribe to the calendar|ics',
      only: 'see-register',
      open: hearCalendar,
    },
  },
  help: [
    {
      line: [
        { text: 'Say “calendar”', style: 'strong' },
        { text: ' to see reviews, due days and terms, and to have them in your own calendar.' },
      ],
      leads: true,
    },
  ],
  jobs: () => [{ name: 'terms', run: warnOfTerms }],
  notices: { terms: ['warning that terms end', 'warnings that terms end'] },
  facts: {
    'calendar-link-made': {
      kind: 'counted',
      say: (count) =>
        `${count} private ${count === 1 ? 'link' : 'links'} to the school’s calendar ${count === 1 ? 'was' : 'were'} made.`,
    },
    'calendar-link-withdrawn': {
      kind: 'counted',
      say: (count) =>
        `${count} private ${count === 1 ? 'link' : 'links'} to the school’s calendar ${count === 1 ? 'was' : 'were'} withdrawn.`,
    },
  },
})
