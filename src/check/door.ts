// "Can I post this?": looks at a draft, asks a few questions, and gives a ruling with reasons.
import { draftIn } from '../chat/draft.ts'
import { buttons, type Block } from '../chat/cards.ts'
import { door } from '../turn/door.ts'
import type { Turn } from '../turn/turn.ts'
import { findWished } from '../guide/find.ts'
import type { Scenario } from '../guide/scenario.ts'
import { checkActions } from './actions.ts'
import { rulingBlocks } from './past.ts'
import { hashOfReference } from './reference.ts'
import { confirmRuleWords, openRuleWords } from './rule-words-talk.ts'
import { answerReference } from './ruled-talk.ts'
import { begin, beginAbout, hearAnswer, hearDraft, startCheck } from './talk.ts'

export const check = door('check', {
  actions: checkActions,
  on: {
    check: startCheck,
    draft: (turn, { scenario }, { draft = '' }) => hearDraft(turn, { scenario, draft }),
    answer: hearAnswer,
    revisit: hearAnswer,
    resume: hearAnswer,
    'rule-words': openRuleWords,
    'confirm-rule-words': confirmRuleWords,
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
      open: beginAbout,
    },
    'rule-words': {
      says:
        'rules|the rules|rule words|the rule words|words of rules|words of the rules|what rules rest on|what do rules rest on|confirm rules|' +
        'confirm the rules|confirm rule words|confirm words|confirm the words|rules to confirm|rules that are off|show the rules',
      only: 'own-policy',
      ofPolicy: true,
      open: openRuleWords,
    },
  },
  first({ library }, text) {
    const draft = draftIn(text)
    if (draft !== undefined) return { byLink: false, draft: true, run: (turn) => begin(turn, draft) }
    if (hashOfReference(text) !== undefined) return { byLink: false, run: (turn) => answerReference(turn, text) }
    const wished = findWished(text, library.scenarios)
    return wished && { byLink: false, run: (turn) => startCheck(turn, { scenario: wished.id }) }
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
    {
      line: [
        { text: 'Say “rules”', style: 'strong' },
        { text: ' to see which rules of the checks wait for words of your own text, and confirm them.' },
      ],
      leads: true,
    },
  ],
  home: {
    begin: ({ library: { scenarios } }) => startRow(scenarios),
    past: async ({ ports, event, library }: Turn) =>
      rulingBlocks(await ports.store.rulingsOf(event.account, mostRulings), library.school.zone),
  },
})

const mostRulings = 5

function startRow(scenarios: readonly Scenario[]): Block[] {
  if (scenarios.length === 0) return []
  const row = scenarios.map(({ id, title }) => ({ label: title, action: checkActions('check', { scenario: id }) }))
  return [buttons(...row)]
}
