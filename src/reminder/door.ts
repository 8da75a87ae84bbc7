// Reminding people who owe a signature, and what they answer.
import { door } from '../turn/door.ts'
import { answerIn } from './answers.ts'
import { reminderActions } from './actions.ts'
import { confirmAway, prepareAway, saidAway, saidDone, saidNotForMe, saidTomorrow } from './away-talk.ts'
import { createReminding } from './job.ts'
import { passOnAwayAgain } from './send-away.ts'
import { passOnNotTheirsAgain } from './send-not-theirs.ts'
import { hearNotForMe, remindTomorrow } from './talk.ts'

const answers = { tomorrow: saidTomorrow, done: saidDone, 'not-for-me': saidNotForMe, away: saidAway } as const

export const reminder = door('reminder', {
  actions: reminderActions,
  on: {
    'remind-tomorrow': remindTomorrow,
    'not-for-me': hearNotForMe,
    'prepare-away': prepareAway,
    'confirm-away': confirmAway,
  },
  // In too many ways for a list of phrases.
  first(_, text) {
    const answer = answerIn(text)
    return answer && { byLink: false, run: answers[answer] }
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
