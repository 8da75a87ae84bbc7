// The forms of SLT’s part: excusing, withdrawing, a signature on paper, and a person’s details. What was typed stays.
import { compact } from '../kit/defined.ts'
import { registerActions } from './actions.ts'
import type { Action } from '../chat/actions.ts'
import { buttons, note, text, type Button, type Card, type ChoiceField, type Field } from '../chat/cards.ts'
import { groups, type Person } from '../chat/people.ts'
import { fillFields, line, lines, type Sent } from '../chat/forms.ts'
import { markPractice } from '../chat/practice.ts'
import { sayWeekdays } from '../people/weekdays.ts'
import type { Edition } from '../policy/types.ts'
import { groupNames } from '../standing/count-words.ts'

interface About {
  readonly edition: Edition
  readonly person: Person
}

const dayHint = 'Such as 2026-12-18 or 18/12/2026.'

export function showExcuse({ edition, person }: About, sent: Sent): Card {
  return form(`Excuse ${person.name}`, {
    person,
    lines: [`They are not asked to sign the ${edition.title} while it lasts, and count in no percentage.`],
    fields: [
      lines('reason', 'Why', 'It is kept in the history.'),
      line('until', 'Until and with which day', `${dayHint} Leave it empty for good.`, false),
    ],
    submit: { label: 'Excuse them', action: registerActions('excuse', { policy: edition.policy, person: person.id }) },
    edition,
    sent,
  })
}

export function showWithdraw({ edition, person }: About, { entry, ...sent }: Sent & { readonly entry: string }): Card {
  return form(`Withdraw the signature of ${person.name}`, {
    person,
    lines: [
      'For a signature made by mistake, such as on somebody else’s phone. It stays in the history, with your reason, and no longer counts.',
    ],
    fields: [lines('reason', 'Why', 'It is kept in the history.')],
    submit: {
      label: 'Withdraw it',
      action: registerActions('withdraw', { policy: edition.policy, person: person.id, entry }),
    },
    edition,
    sent,
  })
}

export function showPaper({ edition, person }: About, sent: Sent): Card {
  return form(`A paper signature of ${person.name}`, {
    person,
    lines: [`Record that they signed the declaration of the ${edition.title} on paper, and where the paper is.`],
    fields: [
      line('name', 'The name on the paper', 'As it is printed there.', true),
      line('on', 'The day on the paper', dayHint, true),
      line('kept', 'Where the paper is kept', 'Such as: personnel file, main office.', true),
    ],
    submit: {
      label: 'Record it',
      action: registerActions('sign-paper', { policy: edition.policy, edition: edition.id, person: person.id }),
    },
    edition,
    sent: { ...sent, fields: { name: person.name, ...sent.fields } },
  })
}

export function showDetails({ edition, person }: About, sent: Sent): Card {
  const about = { policy: edition.policy, person: person.id }
  const now = {
    group: person.group ?? 'none',
    roles: person.roles.join(', '),
    starts: person.startsOn ?? '',
    leaves: person.leavesOn ?? '',
    weekdays: person.weekdays === undefined ? '' : sayWeekdays(person.weekdays),
  }
  const card = form(`Details of ${person.name}`, {
    person,
    lines: [],
    fields: [
      groupField,
      line('roles', 'Roles', 'With commas between them: staff, SLT, policy owner, administrator.', false),
      line('starts', 'First day', `${dayHint} Empty when it is not known.`, false),
      line('leaves', 'Last day', `${dayHint} Empty while they work here.`, false),
      line('weekdays', 'Working days', 'Such as Mon, Tue and Wed. Empty for all days of the school.', false),
    ],
    submit: { label: 'Save', action: registerActions('change-person', { ...about }) },
    edition,
    sent: { ...sent, fields: { ...now, ...sent.fields } },
  })
  // Not marked as required: some platforms would then block the whole card, including the other form, because of one
  // empty field.
  const joining: Field[] = fillFields(
    [line('other', 'The same person as', 'The email address, or the exact name, of the other entry.', false)],
    sent,
  )
  return {
    ...card,
    blocks: [
      ...card.blocks,
      { kind: 'heading', text: 'Known twice?' },
      text(
        'If somebody is here twice, as with two accounts, make one person of the two. You are told what that does first.',
      ),
      {
        kind: 'form',
        form: {
          fields: joining,
          submit: { label: 'Make them one person', action: registerActions('join-person', { ...about }) },
        },
      },
    ],
  }
}

/** The register that somebody came from: of one policy, or of all; undefined where there is none. */
export type Back = { readonly policy?: string } | undefined

export function showNewPerson(back: Back, { practice, ...sent }: Sent & { readonly practice: boolean }): Card {
  return markPractice(
    {
      title: 'Add a person',
      tone: 'plain',
      summary: 'Add somebody who works here: name, email address, group and first day.',
      blocks: compact([
        text('For somebody who is on no list yet. Whoever comes with the same email address later is the same person.'),
        {
          kind: 'form',
          form: {
            fields: fillFields(
              [
                line('name', 'Name', '', true),
                line('email', 'Email address', 'Links to sign go there.', false),
                groupField,
                line('starts', 'First day', dayHint, false),
              ],
              sent,
            ),
            submit: {
              label: 'Add them',
              action: registerActions('add-person', { ...back }),
              main: true,
            },
          },
        },
        back && buttons({ label: 'Back to the register', action: backTo(back) }),
      ]),
    },
    practice,
  )
}

function backTo({ policy }: NonNullable<Back>): Action {
  return policy === undefined ? registerActions('register', {}) : registerActions('turn-register', { policy })
}

/** Somebody who was added without one policy in mind. */
export function showAdded({ name, practice }: Person, back: Back): Card {
  const line = `${name} is added.`
  return markPractice(
    {
      title: line,
      tone: 'done',
      summary: line,
      blocks: compact([
        text('Where a campaign is open, they are asked to sign like everybody else in it.'),
        buttons(
          { label: 'Add another person', action: registerActions('new-person', {}) },
          ...compact([back && { label: 'Show the register', action: backTo(back) }]),
        ),
      ]),
    },
    practice,
  )
}

interface Making {
  readonly person: Person
  readonly lines: readonly string[]
  readonly fields: readonly Field[]
  readonly submit: Button
  readonly edition: Edition
  readonly sent: Sent
}

function form(title: string, { person, lines: said, fields, submit, edition, sent }: Making): Card {
  const wrong = Object.keys(sent.errors).length > 0
  return markPractice(
    {
      title: wrong ? 'Not done yet' : title,
      tone: 'plain',
      summary: wrong ? 'Something is missing or can’t be read. What you typed is still here.' : title,
      blocks: compact([
        wrong && text('Something is missing or can’t be read. What you typed is still here.'),
        ...said.map((each) => text(each)),
        { kind: 'form', form: { fields: fillFields(fields, sent), submit: { ...submit, main: true } } },
        buttons({
          label: `Back to ${person.name}`,
          action: registerActions('person', { policy: edition.policy, person: person.id }),
        }),
        note('Only you see this.'),
      ]),
    },
    person.practice,
  )
}

export const groupField: ChoiceField = {
  kind: 'choice',
  id: 'group',
  label: 'Group',
  required: true,
  value: 'none',
  options: [...groups, 'none' as const].map((id) => ({ id, label: groupNames[id] })),
}
