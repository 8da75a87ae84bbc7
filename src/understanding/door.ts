// The questions that are asked before signing, where the school has them asked, and which sections are misunderstood.
import { door } from '../turn/door.ts'
import { understandingActions } from './actions.ts'
import { askUnderstanding, hearUnderstanding, openMisunderstood, openUnderstandingQuestions } from './talk.ts'

export const understanding = door('understanding', {
  actions: understandingActions,
  on: { 'ask-understanding': askUnderstanding, understand: hearUnderstanding },
  hears: {
    understanding: {
      says: 'answer the questions|the questions before signing|questions before signing|go on with the questions',
      ofPolicy: true,
      byLink: true,
      open: openUnderstandingQuestions,
    },
    misunderstood: {
      says: 'misunderstood|what is misunderstood|which sections are misunderstood|what do people misunderstand',
      ofPolicy: true,
      only: 'see-register',
      open: openMisunderstood,
    },
  },
  byLink: { 'ask-understanding': 'same-edition', understand: 'same-edition' },
  help: [
    {
      line: [
        { text: 'Say “misunderstood”', style: 'strong' },
        { text: ' to see which sections people answer wrongly before they sign, without names.' },
      ],
      leads: true,
      where: ({ policies }) => policies.some(({ asksUnderstanding }) => asksUnderstanding === true),
    },
  ],
})
