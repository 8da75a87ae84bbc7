// Reminding people who owe a signature, and what they answer.
import { door } from '../turn/door.ts'
import { reminderActions } from './actions.ts'
import { confirmAway, prepareAway, saidAway, saidDone, saidNotForMe, saidTomorrow } from './away-talk.ts'
import { createReminding } from './job.ts'
import { awayPhrases } from './phrases.ts'
import { passOnAwayAgain } from './send-away.ts'
import { passOnNotTheirsAgain } from './send-not-theirs.ts'
import { hearNotForMe, remindTomorrow } from './talk.ts'

export const reminder = door('reminder', {
  actions: reminderActions,
  on: {
    'remind-tomorrow': remindTomorrow,
    'not-for-me': hearNotForMe,
    'prepare-away': prepareAway,
    'confirm-away': confirmAway,
  },
  hears: {
    'said-tomorrow': {
      says: 'tomorrow|tomorrow please|remind me tomorrow|not today|maybe tomorrow',
      open: saidTomorrow,
    },
    'said-done': {
      says: "already did|i already did|i did already|i did it already|i already signed|i have already signed|i've already signed|already signed|already done",
      open: saidDone,
    },
    'said-not-for-me': {
      says: 'wrong person|i am the wrong person|not the right person|i am not the right person|this is not for me',
      open: saidNotForMe,
    },
    'said-away': { says: awayPhrases(), open: saidAway },
  },
  jobs: () => [
    { name: 'reminders', run: createReminding() },
    { name: 'not theirs to sign', run: passOnNotTheirsAgain },
    { name: 'away by their own word', run: passOnAwayAgain },
  ],
  notices: {
    reminder: ['reminder', 'reminders'],
    manager: ['message to a line manager', 'messages to line managers'],
    'not-theirs': ['“I am not the right person”', '“I am not the right person”'],
    'not-theirs-to-slt': ['message to the senior leadership team', 'messages to the senior leadership team'],
    'away-said': ['“I am away”', '“I am away”'],
    'away-to-slt': ['message to the senior leadership team', 'messages to the senior leadership team'],
    nudge: ['answer about reminding everybody', 'answers about reminding everybody'],
  },
})
