// The form for writing into a case, below everything that was written before.
import { buttons, strong, text, type Card, type Field } from '../chat/cards.ts'
import { fillFields, type Sent } from '../chat/forms.ts'
import { markPractice } from '../chat/practice.ts'
import { compact } from '../kit/defined.ts'
import { capital } from '../kit/text.ts'
import type { Case } from '../ports/cases.ts'
import { referralActions } from './actions.ts'
import { namingOf, showMessage, type CaseShown } from './case-cards.ts'
import type { CaseMessageKind } from './change.ts'

export interface WriteForm {
  readonly what: CaseMessageKind
  /** The people to whom it may be passed on, by id and name. */
  readonly others: readonly { readonly id: string; readonly name: string }[]
  readonly words: string
  readonly slip?: 'words-empty' | 'nobody-chosen' | 'moved-on' | undefined
}

export function showWriteForm(kept: Case, seeing: CaseShown, { what, others, words, slip }: WriteForm): Card {
  const { submit, line } = writingWords[what]
  const naming = namingOf(kept, seeing)
  const moved = 'Read it first; what you wrote is still below, and was not sent.'
  return markPractice(
    {
      title: slip === undefined ? capital(naming.what) : 'Nothing was sent yet',
      tone: 'plain',
      summary: line,
      blocks: [
        ...compact([slip === 'moved-on' && text(strong('Somebody has written meanwhile. '), moved)]),
        ...kept.messages.flatMap((message) => showMessage(message, seeing)),
        text(line),
        {
          kind: 'form',
          form: {
            fields: fieldsOf({ what, others, words, slip }),
            submit: {
              label: submit,
              action: referralActions('say-in-case', { case: kept.id, what, seen: kept.messages.length }),
              main: true,
            },
          },
        },
        buttons({ label: 'Back', action: referralActions('show-case', { case: kept.id }) }),
      ],
    },
    kept.practice,
  )
}

const writingWords: Readonly<
  Record<CaseMessageKind, { readonly label: string; readonly submit: string; readonly line: string }>
> = {
  answer: { label: 'Your answer', submit: 'Send the answer', line: 'They see it with your name.' },
  'ask-back': { label: 'Your question to them', submit: 'Send it back', line: 'They see it with your name.' },
  reply: { label: 'What you want to add', submit: 'Send', line: 'Whoever has it sees it with your name.' },
  'pass-on': {
    label: 'A word to them, if you like',
    submit: 'Pass it on',
    line: 'Whoever asked is told. You can no longer read it then.',
  },
  close: { label: 'A last word, if you like', submit: 'Close it', line: 'It can’t be opened again.' },
}

/** With what was typed, and what is wrong with it. */
function fieldsOf({ what, others, words, slip }: WriteForm): Field[] {
  const passing = what === 'pass-on'
  const written: Field = {
    kind: 'lines',
    id: 'words',
    label: writingWords[what].label,
    required: !passing,
    max: 2_000,
  }
  const options = others.map(({ id, name }) => ({ id, label: name }))
  const fields = compact([
    passing && ({ kind: 'choice', id: 'to', label: 'To whom', required: true, options } as const),
    written,
  ])
  return fillFields(fields, { fields: { words }, errors: errorsOf(slip) })
}

function errorsOf(slip: WriteForm['slip']): Sent['errors'] {
  switch (slip) {
    case 'words-empty':
      return { words: 'Write a few words first.' }
    case 'nobody-chosen':
      return { to: 'Choose one of them.' }
    case 'moved-on':
    case undefined:
      return {}
  }
}
