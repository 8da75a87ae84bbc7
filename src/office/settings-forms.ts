// The forms of the school's settings, filled with the present values, or with what was typed.
import { sayList } from '../kit/text.ts'
import type { OfficeField, OfficeRequest, Part } from '../ports/office.ts'
import type { School } from '../turn/library.ts'
import { form, notePart, textPart } from './parts.ts'
import { sayTermSpans } from './terms.ts'

export const steps = ['school', 'contacts', 'terms', 'reminders', 'signing'] as const
export type Step = (typeof steps)[number]

export interface FormFor {
  readonly school: School
  readonly to: string
  /** The hash of the file that is shown. */
  readonly seen: string
  readonly typed: OfficeRequest['fields']
}

export function formFor(step: Step, on: FormFor): readonly Part[] {
  const { fields, parts } = makers[step](on.school)
  const filled = fields.map((field) => withTyped(field, on.typed))
  const seen: OfficeField = { kind: 'kept', id: 'seen', value: on.seen }
  return [...parts, form(on.to, [seen, ...filled], { label: 'Save', value: 'save', main: true })]
}

function withTyped(field: OfficeField, typed: OfficeRequest['fields']): OfficeField {
  const value = typed[field.id]
  if (value === undefined || field.kind === 'file' || field.kind === 'tick' || field.kind === 'kept') return field
  return { ...field, value }
}

interface Made {
  readonly parts: readonly Part[]
  readonly fields: readonly OfficeField[]
}

const nationNames = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
  none: 'none',
}

const makers: Readonly<Record<Step, (school: School) => Made>> = {
  school: ({ name, shortNames, zone }) => ({
    parts: [],
    fields: [
      { kind: 'line', id: 'name', label: 'What the school is called', value: name, required: true },
      {
        kind: 'line',
        id: 'short',
        label: 'Short names',
        hint: 'What people call it, with commas between.',
        value: shortNames.join(', '),
      },
      { kind: 'line', id: 'zone', label: 'Time zone', hint: 'Such as Europe/London.', value: zone, required: true },
      {
        kind: 'choice',
        id: 'nation',
        label: 'Whose bank holidays',
        value: 'keep',
        options: [
          { id: 'keep', label: 'as they are set now' },
          ...Object.entries(nationNames).map(([id, label]) => ({ id, label })),
        ],
      },
    ],
  }),
  contacts: ({ contacts }) => ({
    parts: [
      textPart(
        'Whom staff are sent to when a written answer is not enough. The name stands in the middle of a sentence: “Please speak to …”.',
      ),
    ],
    fields: Object.entries(contacts)
      .filter(([role]) => role !== 'police')
      .flatMap(([role, { who, how }]): OfficeField[] => [
        {
          kind: 'line',
          id: `who-${role}`,
          label: `${contactNames[role] ?? role}: who`,
          hint: 'Such as: Mrs Okafor, the designated safeguarding lead',
          value: who,
          required: true,
        },
        {
          kind: 'line',
          id: `how-${role}`,
          label: `${contactNames[role] ?? role}: how to reach them`,
          hint: 'One short sentence: a room, an extension.',
          value: how,
          required: true,
        },
      ]),
  }),
  terms: ({ calendar }) => ({
    parts: [
      textPart(
        'Type them, paste them from your website, or send a calendar file (.ics) or a table (.csv). Each line is one term, or one half of it, with its first and its last day.',
      ),
      calendar.terms.length === 0
        ? notePart('Without any, it is term all year.')
        : notePart(`There are ${calendar.terms.length} now.`),
    ],
    fields: [
      {
        kind: 'lines',
        id: 'terms',
        label: 'Terms',
        hint: 'Such as: 2026-09-02 to 2026-10-23, or: Autumn 1: 2 September 2026 to 23 October 2026',
        value: sayTermSpans(calendar.terms),
      },
      {
        kind: 'lines',
        id: 'inset',
        label: 'More training (INSET) days',
        hint: 'Leave it empty to keep those that are set.',
        value: '',
      },
      {
        kind: 'file',
        id: 'file',
        label: 'Or a file',
        hint: 'What it says is shown to you before it is saved.',
        accept: '.ics,.csv,.txt',
      },
    ],
  }),
  signing: (school) => madeForSigning(school),
  reminders: ({ reminders }) => ({
    parts: [
      textPart(
        `Whoever owes a signature is reminded ${sayList(reminders.before.map(String))} days before the due day, and afterwards every ${reminders.every} days.`,
      ),
    ],
    fields: [
      {
        kind: 'line',
        id: 'before',
        label: 'Days before the due day',
        hint: 'Numbers with commas between; 0 is the day itself.',
        value: reminders.before.join(', '),
        required: true,
      },
      {
        kind: 'line',
        id: 'every',
        label: 'Afterwards every so many days',
        value: String(reminders.every),
        required: true,
      },
    ],
  }),
}

const madeForSigning = ({ signing }: School): Made => ({
  parts: [
    textPart(
      'A policy with a declaration of its own is signed with that. Everything else is signed with the school’s standard statement, where you write one here. Each line that begins with “I” has a box of its own to tick.',
    ),
    notePart(
      'If you change it later, what was signed with the words before counts on, and each certificate keeps its own words.',
    ),
  ],
  fields: [
    {
      kind: 'lines',
      id: 'statement',
      label: 'The standard statement',
      hint: 'Such as: I have read this document, and I will work by it. Empty: what has no declaration is not signed.',
      value: signing.statement ?? '',
    },
  ],
})

export const contactNames: Readonly<Record<string, string>> = {
  slt: 'Questions about a policy',
  safeguarding: 'Worries about a child’s safety',
}
