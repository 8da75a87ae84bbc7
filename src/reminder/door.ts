// Reminding whoever owes a signature, and what they answer.
import { door } from '../turn/door.ts'
import { reminderActions } from './actions.ts'
import { createReminding } from './job.ts'
import { hearNotForMe, remindTomorrow } from './talk.ts'

export const reminder = door('reminder', {
  actions: reminderActions,
  on: { 'remind-tomorrow': remindTomorrow, 'not-for-me': hearNotForMe },
  jobs: () => [{ name: 'reminders', run: createReminding() }],
  notices: {
    reminder: ['reminder', 'reminders'],
    manager: ['message to a line manager', 'messages to line managers'],
    nudge: ['answer about reminding everybody', 'answers about reminding everybody'],
  },
})
