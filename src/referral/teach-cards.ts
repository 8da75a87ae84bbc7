// An answer for the next person who asks: what would be proposed to the policy's owner, without a name.
import type { Card } from '../chat/cards.ts'
import type { Case } from '../ports/cases.ts'
import { referralActions } from './actions.ts'
import { showAnswerProposed, showProposalForm, type ProposedAnswer } from './propose-cards.ts'

export function showTeachForm(proposing: ProposedAnswer): Card {
  return showProposalForm(proposing, {
    title: 'Propose it as a known question',
    line: 'The next who asks could be shown the section that answers it. Nothing of your answer, and no name, is kept.',
    first: {
      kind: 'line',
      id: 'question',
      label: 'The question',
      hint: 'As anybody would ask it. Names and numbers are taken out.',
      required: true,
      max: 300,
    },
    sectionLabel: 'The section that answers it',
    action: referralActions('teach', { case: proposing.kept.id }),
    foot: 'Whoever keeps the policy takes it up, or does not, and can withdraw it. It never becomes policy text.',
  })
}

export function showTaught(kept: Pick<Case, 'id' | 'practice'>, question: string, place: string): Card {
  return showAnswerProposed(kept, {
    line: `Proposed: “${question}” is answered by ${place}. Whoever keeps the policy sees it under “proposals”.`,
    foot: 'Until it is taken up, nobody is answered by it.',
  })
}
