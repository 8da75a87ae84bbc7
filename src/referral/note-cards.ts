// An answer that the school wants to stand beside a section: what would be proposed, and until when.
import { buttons, note, plain, text, type Card, type Field } from '../chat/cards.ts'
import { fillFields, type Sent } from '../chat/forms.ts'
import { opening } from '../chat/opening.ts'
import { markPractice } from '../chat/practice.ts'
import { sayDay } from '../kit/days.ts'
import { compact } from '../kit/defined.ts'
import type { Case } from '../ports/cases.ts'
import type { SchoolNote } from '../ports/school-notes.ts'
import { referralActions } from './actions.ts'

/** What is read at a glance beside a section. */
export const mostNoted = 400

export interface Noting {
  readonly kept: Pick<Case, 'id' | 'practice'>
  /** Those of which one has to be named, where the case is about none. */
  readonly policies: readonly { readonly id: string; readonly title: string }[]
  readonly sent: Sent
}

export function showNoteForm({ kept, policies, sent }: Noting): Card {
  const line = 'Whoever is shown this section next could read your answer below it, as the school’s own note.'
  const options = policies.slice(0, 50).map(({ id, title }) => ({ id, label: title }))
  const fields: Field[] = compact([
    {
      kind: 'lines',
      id: 'note',
      label: 'The note',
      hint: `At most ${mostNoted} characters. Names and numbers are taken out.`,
      required: true,
      max: mostNoted,
    } as const,
    options.length > 0 && ({ kind: 'choice', id: 'policy', label: 'The policy', required: true, options } as const),
    {
      kind: 'line',
      id: 'section',
      label: 'The section it stands beside',
      hint: 'Such as 6.d.',
      required: true,
      max: 40,
    } as const,
    {
      kind: 'line',
      id: 'until',
      label: 'Until which day',
      hint: 'Such as 2027-07-21, a year from now at most.',
      required: true,
      max: 10,
    } as const,
  ])
  return markPractice(
    {
      title: Object.keys(sent.errors).length > 0 ? 'Nothing was proposed yet' : 'Propose it as the school’s note',
      tone: 'plain',
      summary: line,
      blocks: [
        text(line),
        {
          kind: 'form',
          form: {
            fields: fillFields(fields, sent),
            submit: { label: 'Propose it', action: referralActions('propose-note', { case: kept.id }), main: true },
          },
        },
        buttons({ label: 'Back', action: referralActions('show-case', { case: kept.id }) }),
        note('It is shown with your role and without your name. It never becomes policy text.'),
      ],
    },
    kept.practice,
  )
}

export function showNoted(
  { id, practice }: Pick<Case, 'id' | 'practice'>,
  { text: written, who, until }: Pick<SchoolNote, 'text' | 'who' | 'until'>,
  place: string,
): Card {
  const line = `Proposed as a note beside ${place}, by ${who}, until ${sayDay(until)}. Whoever keeps the policy sees it under “proposals”.`
  return markPractice(
    {
      title: 'Proposed',
      tone: 'done',
      summary: line,
      blocks: [
        text(line),
        { kind: 'quote', text: plain(written), source: '' },
        buttons(
          { label: 'Back', action: referralActions('show-case', { case: id }) },
          { label: 'Look at the proposals', action: opening('proposals') },
        ),
        note('Until it is taken up, nobody is shown it.'),
      ],
    },
    practice,
  )
}
