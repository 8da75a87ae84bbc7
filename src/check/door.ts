// "Can I post this?": a draft looked at, a few questions, a ruling with reasons.
import { draftIn } from '../chat/draft.ts'
import { buttons, type Block } from '../chat/cards.ts'
import { door } from '../turn/door.ts'
import type { Turn } from '../turn/turn.ts'
import { checkActions } from './actions.ts'
import { rulingBlocks } from './past.ts'
import { begin, hearAnswer, hearDraft, startCheck } from './talk.ts'

export const check = door('check', {
  actions: checkActions,
  on: {
    check: startCheck,
    draft: (turn, { scenario }, { draft = '' }) => hearDraft(turn, { scenario, draft }),
    answer: hearAnswer,
    revisit: hearAnswer,
    resume: hearAnswer,
  },
  hears: {
    check: {
      says:
        'check|check a post|check post|check my post|check this|check before posting|check a draft|check my draft|can i post|' +
        'can i post this|can i post it|can i post that|could i post this|may i post this|is it ok to post this|' +
        'is this ok to post|is it okay to post this|am i allowed to post this|should i post this|can i share this|' +
        'is it ok to share this|is this ok to share|can i send this|can i tweet this|can i upload this|' +
        'can you check a post|can you check a post for me|can you check my post|can you check this|can you check this for me|' +
        'i want to post something|i want to check a post',
      open: (turn) => begin(turn),
    },
  },
  first(_, text) {
    const draft = draftIn(text)
    return draft === undefined ? undefined : { byLink: false, draft: true, run: (turn) => begin(turn, draft) }
  },
  keepsNothingOf: ['draft'],
  events: { 'began-check': (turn, { draft }) => begin(turn, draft) },
  help: [
    {
      line: [
        { text: 'Ask “can I post this?”', style: 'strong' },
        { text: ' and answer a few questions. You can paste a draft; I do not keep it.' },
      ],
      where: ({ scenarios }) => scenarios.length > 0,
    },
  ],
  home: {
    begin: ({ library: { scenarios } }) => scenarios.slice(0, 1).map(({ id, title }) => startRow(id, title)),
    past: async ({ ports, event, library }: Turn) =>
      rulingBlocks(await ports.store.rulingsOf(event.account, mostRulings), library.school.zone),
  },
})

const mostRulings = 5

function startRow(scenario: string, label: string): Block {
  return buttons({ label, action: checkActions('check', { scenario }) })
}
