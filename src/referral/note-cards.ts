// An answer as the school's own note beside a section: what would be proposed, and until when.
import { plain, type Card } from '../chat/cards.ts'
import { mostNoted } from '../guide/school-notes.ts'
import { sayDay } from '../kit/days.ts'
import type { Case } from '../ports/cases.ts'
import type { SchoolNote } from '../ports/school-notes.ts'
import { referralActions } from './actions.ts'
import { showAnswerProposed, showProposalForm, type ProposedAnswer } from './propose-cards.ts'

export function showNoteForm(proposing: ProposedAnswer): Card {
  return showProposalForm(proposing, {
    title: 'Propose it as the school’s note',
    line: 'Whoever is shown this section next could read your answer below it, as the school’s own note.',
    first: {
      kind: 'lines',
      id: 'note',
      label: 'The note',
      hint: `At most ${mostNoted} characters. Names and numbers are taken out.`,
      required: true,
      max: mostNoted,
    },
    last: {
      kind: 'line',
      id: 'until',
      label: 'Until which day',
      hint: 'Such as 2027-07-21, a year from now at most.',
      required: true,
      max: 10,
    },
    sectionLabel: 'The section it stands beside',
    action: referralActions('propose-note', { case: proposing.kept.id }),
    foot: 'It is shown with your role and without your name. It never becomes policy text.',
  })
}

export function showNoted(
  kept: Pick<Case, 'id' | 'practice'>,
  { text: written, who, until }: Pick<SchoolNote, 'text' | 'who' | 'until'>,
  place: string,
): Card {
  return showAnswerProposed(kept, {
    line: `Proposed as a note beside ${place}, by ${who}, until ${sayDay(until)}. Whoever keeps the policy sees it under “proposals”.`,
    shown: { kind: 'quote', text: plain(written), source: '' },
    foot: 'Until it is taken up, nobody is shown it.',
  })
}
