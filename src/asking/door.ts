// Asking: a question in somebody's own words, urgent matters before everything else, and whether an answer helped.
import { door } from '../turn/door.ts'
import type { Library } from '../turn/library.ts'
import { askingActions } from './actions.ts'
import { askForm } from './cards.ts'
import { hearChoice, hearMessage, hearRating, hearUrgent, offerSections } from './talk.ts'
import { tellWhy } from './why-talk.ts'
import { urgentIn } from '../turn/urgent.ts'

export const asking = door('asking', {
  actions: askingActions,
  on: {
    ask: (turn, _, { question = '' }) => turn.doors.say(question),
    rate: hearRating,
    because: tellWhy,
    choose: hearChoice,
  },
  byLink: { ask: 'always', rate: 'always', because: 'always', choose: 'always' },
  forOutsiders: ['ask'],
  first(turn, text) {
    const kind = urgentIn(turn.library)(text)
    return kind && { byLink: true, urgent: kind.id, run: () => hearUrgent(turn, { kind, text }) }
  },
  urgently(turn, need) {
    const kind = turn.library.urgent.find(({ id }) => id === need)
    return kind === undefined ? [] : hearUrgent(turn, { kind, text: '' })
  },
  otherwise: hearMessage,
  events: { searched: (turn, { query }) => offerSections(turn, query) },
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
  ],
  home: { begin: () => [askForm()] },
  // What is said first in the morning need not wait until the patterns are compiled.
  jobs: () => [{ name: 'urgent matters', run: ({ library }) => Promise.resolve(void urgentIn(library)('')) }],
})

/** Elsewhere no policy answers a question about Facebook, so it is no example. */
function knowsPosting({ scenarios }: Pick<Library, 'scenarios'>): boolean {
  return scenarios.length > 0
}
