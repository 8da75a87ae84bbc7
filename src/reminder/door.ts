// Reminding whoever owes a signature, and what they answer.
import { door } from '../turn/door.ts'
import { reminderActions } from './actions.ts'
import { createReminding } from './job.ts'
import { passOnAgain } from './send-not-theirs.ts'
import { hearNotForMe, remindTomorrow } from './talk.ts'

export const reminder = door('reminder', {
  actions: reminderActions,
  on: { 'remind-tomorrow': remindTomorrow, 'not-for-me': hearNotForMe },
  jobs: () => [
    { name: 'reminders', run: createReminding() },
    { name: 'not theirs to sign', run: passOnAgain },
  ],
  notices: {
    reminder: ['reminder', 'reminders'],
    manager: ['message to a line manager', 'messages to line managers'],
    'not-theirs': ['“I am not the right person”', '“I am not the right person”'],
    'not-theirs-to-slt': ['message to the senior leadership team', 'messages to the senior leadership team'],
    nudge: ['answer about reminding everybody', 'answers about reminding everybody'],
  },
})
