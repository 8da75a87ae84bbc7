// Asking a person: a question goes to whoever is responsible, the answer comes back to the asker, and nobody else reads
// it.
import { buttons, text } from '../chat/cards.ts'
import { door } from '../turn/door.ts'
import { referralActions } from './actions.ts'
import { casesButton } from './list-cards.ts'
import { listMine, sayIt, showThisCase, takeIt, writeInIt } from './case-talk.ts'
import { keepCases } from './job.ts'
import { prepareNote, proposeNote } from './note-talk.ts'
import { tellLeadAgain } from './send-urgent.ts'
import { askPerson, sendCase } from './talk.ts'
import { prepareTeaching, teach } from './teach-talk.ts'

export const referral = door('referral', {
  actions: referralActions,
  on: {
    'ask-person': askPerson,
    'send-case': sendCase,
    'take-case': takeIt,
    'show-case': showThisCase,
    'write-in-case': writeInIt,
    'say-in-case': sayIt,
    'prepare-teaching': prepareTeaching,
    teach,
    'prepare-note': prepareNote,
    'propose-note': proposeNote,
  },
  hears: {
    'ask-person': {
      says:
        'ask a person|ask a human|ask somebody|ask someone|talk to a person|talk to a human|speak to a person|' +
        'speak to somebody|speak to someone|i want to ask a person|can i ask a person|can i speak to somebody',
      open: (turn, { policy }) => askPerson(turn, referralActions('ask-person', { what: 'question', policy })),
    },
    cases: {
      says:
        'my cases|cases|my case|show my cases|open cases|the cases|what did i ask|questions for me|' +
        'what waits for me|who waits for me',
      open: listMine,
    },
  },
  byLink: { 'ask-person': 'same-policy', 'send-case': 'same-policy' },
  help: [
    {
      line: [
        { text: 'Press “Ask a person”', style: 'strong' },
        { text: ' on any answer, or say it, to write to whoever is responsible. “My cases” shows what became of it.' },
      ],
    },
  ],
  home: {
    async mine({ ports }, person) {
      if (person === undefined) return []
      const cases = (await ports.cases.of(person.id)).filter(({ state }) => state !== 'closed')
      const count = cases.filter(
        ({ asker, state }) => (asker === person.id) === (state === 'answered' || state === 'asked-back'),
      ).length
      if (cases.length === 0) return []
      const line =
        count === 0
          ? 'None of your cases is waiting for you.'
          : `${count === 1 ? 'One case waits' : `${count} cases wait`} for you.`
      return [text(line), buttons(casesButton())]
    },
  },
  jobs: () => [
    { name: 'cases', run: keepCases },
    { name: 'urgent help told', run: tellLeadAgain },
  ],
  notices: {
    case: ['message about what somebody asked a person', 'messages about what people asked a person'],
    'urgent-help': ['message that somebody was given urgent help', 'messages that people were given urgent help'],
  },
})
