// What both ways of proposing an answer share, as a known question or as the school's own note: asking where it
// belongs, and confirming what was proposed.
import { buttons, note, text, type Block, type Card, type Field } from '../chat/cards.ts'
import type { Action } from '../chat/actions.ts'
import { fillFields, type Sent } from '../chat/forms.ts'
import { opening } from '../chat/opening.ts'
import { markPractice } from '../chat/practice.ts'
import { compact } from '../kit/defined.ts'
import type { Case } from '../ports/cases.ts'
import { referralActions } from './actions.ts'

export interface ProposedAnswer {
  readonly kept: Pick<Case, 'id' | 'practice'>
  /** The policies to choose from, where the case is not about one. */
  readonly policies: readonly { readonly id: string; readonly title: string }[]
  readonly sent: Sent
}

interface ProposeForm {
  readonly title: string
  readonly line: string
  /** Shown before the policy and the section, and after them. */
  readonly first: Field
  readonly last?: Field
  readonly sectionLabel: string
  readonly action: Action
  readonly foot: string
}

export function showProposalForm({ kept, policies, sent }: ProposedAnswer, form: ProposeForm): Card {
  const options = policies.slice(0, 50).map(({ id, title }) => ({ id, label: title }))
  const fields = compact<Field>([
    form.first,
    options.length > 0 && { kind: 'choice', id: 'policy', label: 'The policy', required: true, options },
    { kind: 'line', id: 'section', label: form.sectionLabel, hint: 'Such as 6.d.', required: true, max: 40 },
    form.last,
  ])
  return markPractice(
    {
      title: Object.keys(sent.errors).length > 0 ? 'Nothing was proposed yet' : form.title,
      tone: 'plain',
      summary: form.line,
      blocks: [
        text(form.line),
        {
          kind: 'form',
          form: {
            fields: fillFields(fields, sent),
            submit: { label: 'Propose it', action: form.action, main: true },
          },
        },
        buttons({ label: 'Back', action: referralActions('show-case', { case: kept.id }) }),
        note(form.foot),
      ],
    },
    kept.practice,
  )
}

export function showAnswerProposed(
  { id, practice }: Pick<Case, 'id' | 'practice'>,
  { line, shown, foot }: { readonly line: string; readonly shown?: Block; readonly foot: string },
): Card {
  return markPractice(
    {
      title: 'Proposed',
      tone: 'done',
      summary: line,
      blocks: compact<Block>([
        text(line),
        shown,
        buttons(
          { label: 'Back', action: referralActions('show-case', { case: id }) },
          { label: 'Look at the proposals', action: opening('proposals') },
        ),
        note(foot),
      ]),
    },
    practice,
  )
}
