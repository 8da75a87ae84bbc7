// Asking: a question in somebody's own words, urgent matters before everything else, and whether an answer helped.
import { door } from '../turn/door.ts'
import type { Library } from '../turn/library.ts'
import { askingActions } from './actions.ts'
import { askForm } from './cards.ts'
import { offerFirstQuestions } from './first-talk.ts'
import { hearChoice, hearMessage, hearRating, hearUrgent, offerSections } from './talk.ts'
import { openProposals, proposalBlocks, takeUp, takeUpNote, withdrawNote, withdrawTaught } from './proposals-talk.ts'
import { offerAnySection, tellElse, tellWhy } from './why-talk.ts'
import { doubtful } from '../search/urgent.ts'
import { urgentIn } from '../turn/urgent.ts'
import { sayingToMention } from '../turn/mention-talk.ts'

export const asking = door('asking', {
  actions: askingActions,
  on: {
    ask: (turn, _, { question = '' }) => turn.doors.say(question),
    rate: hearRating,
    because: tellWhy,
    choose: hearChoice,
    else: (turn, { question }) => tellElse(turn, question),
    'any-section': offerAnySection,
    'take-up': takeUp,
    'withdraw-taught': withdrawTaught,
    'take-up-note': takeUpNote,
    'withdraw-note': withdrawNote,
  },
  hears: {
    proposals: {
      says:
        'proposals|the proposals|show proposals|show the proposals|show me the proposals|what people asked|' +
        'what did people ask|what have people asked|what have you learnt|what have you learned',
      open: openProposals,
    },
  },
  byLink: {
    ask: 'always',
    rate: 'always',
    because: 'always',
    choose: 'always',
    else: 'always',
    'any-section': 'same-policy',
  },
  forOutsiders: ['ask'],
  keepsNothingOf: ['rate'],
  first({ library }, text) {
    const kind = urgentIn(library)(text)
    return kind && { byLink: true, urgent: kind.id, run: (turn) => hearUrgent(turn, { kind, text }) }
  },
  // What was written is not kept, and so nobody knows any more who was meant.
  urgently(turn, need) {
    const kind = turn.library.urgent.find(({ id }) => id === need)
    return kind === undefined ? [] : hearUrgent(turn, { kind: doubtful(kind), text: '' })
  },
  otherwise: async (turn, text) => sayingToMention(turn, await hearMessage(turn, text)),
  events: { searched: (turn, { query }) => offerSections(turn, query), wondered: offerFirstQuestions },
  help: [
    {
      line: [
        { text: 'Ask a question', style: 'strong' },
        { text: ' in your own words, such as “can I be friends with parents on Facebook?”' },
      ],
      where: knowsPosting,
    },
    {
      line: [{ text: 'Ask a question', style: 'strong' }, { text: ' in your own words.' }],
      where: (library) => !knowsPosting(library),
    },
    {
      line: [
        { text: 'Say “proposals”', style: 'strong' },
        { text: ' to see what people’s questions teach, and take it up.' },
      ],
      leads: true,
    },
  ],
  facts: {
    'answer-added': {
      kind: 'counted',
      say: (count) =>
        count === 1
          ? '1 question or note was added to what sections answer.'
          : `${count} questions and notes were added to what sections answer.`,
    },
    'answer-withdrawn': {
      kind: 'counted',
      say: (count) =>
        count === 1 ? '1 question or note was withdrawn again.' : `${count} questions and notes were withdrawn again.`,
    },
  },
  home: { begin: () => [askForm()], owning: proposalBlocks },
  // The first message of the morning need not wait until the patterns are compiled.
  jobs: () => [{ name: 'urgent matters', run: ({ library }) => Promise.resolve(void urgentIn(library)('')) }],
})

/** In other schools no policy answers a question about Facebook, so it is not used as an example. */
function knowsPosting({ scenarios }: Pick<Library, 'scenarios'>): boolean {
  return scenarios.length > 0
}
