// An answer that the next who asks should find: what would be proposed, without a name, for whoever keeps the policy.
import { buttons, note, text, type Card, type Field } from '../chat/cards.ts'
import { fillFields, type Sent } from '../chat/forms.ts'
import { opening } from '../chat/opening.ts'
import { markPractice } from '../chat/practice.ts'
import { compact } from '../kit/defined.ts'
import type { Case } from '../ports/cases.ts'
import { referralActions } from './actions.ts'

export interface Teaching {
  readonly kept: Pick<Case, 'id' | 'practice'>
  /** Those of which one has to be named, where the case is about none. */
  readonly policies: readonly { readonly id: string; readonly title: string }[]
  readonly sent: Sent
}

export function showTeachForm({ kept, policies, sent }: Teaching): Card {
  const line =
    'The next who asks could be shown the section that answers it. Nothing of your answer, and no name, is kept.'
  const options = policies.slice(0, 50).map(({ id, title }) => ({ id, label: title }))
  const fields: Field[] = compact([
    {
      kind: 'line',
      id: 'question',
      label: 'The question',
      hint: 'As anybody would ask it. Names and numbers are taken out.',
      required: true,
      max: 300,
    } as const,
    options.length > 0 && ({ kind: 'choice', id: 'policy', label: 'The policy', required: true, options } as const),
    {
      kind: 'line',
      id: 'section',
      label: 'The section that answers it',
      hint: 'Such as 6.d.',
      required: true,
      max: 40,
    } as const,
  ])
  return markPractice(
    {
      title: Object.keys(sent.errors).length > 0 ? 'Nothing was proposed yet' : 'Propose it as a known question',
      tone: 'plain',
      summary: line,
      blocks: [
        text(line),
        {
          kind: 'form',
          form: {
            fields: fillFields(fields, sent),
            submit: { label: 'Propose it', action: referralActions('teach', { case: kept.id }), main: true },
          },
        },
        buttons({ label: 'Back', action: referralActions('show-case', { case: kept.id }) }),
        note('Whoever keeps the policy takes it up, or does not, and can withdraw it. It never becomes policy text.'),
      ],
    },
    kept.practice,
  )
}

export function showTaught({ id, practice }: Pick<Case, 'id' | 'practice'>, question: string, place: string): Card {
  const line = `Proposed: “${question}” is answered by ${place}. Whoever keeps the policy sees it under “proposals”.`
  return markPractice(
    {
      title: 'Proposed',
      tone: 'done',
      summary: line,
      blocks: [
        text(line),
        buttons(
          { label: 'Back', action: referralActions('show-case', { case: id }) },
          { label: 'Look at the proposals', action: opening('proposals') },
        ),
        note('Until it is taken up, nobody is answered by it.'),
      ],
    },
    practice,
  )
}
