// The pages about what was asked: groups with how often, one question with what answers it now, and what would change.
import { mostNoted } from '../guide/school-notes.ts'
import { sayDay, type Day } from '../kit/days.ts'
import { compact } from '../kit/defined.ts'
import type { OfficeAnswer, OfficeButton, OfficeField, Part } from '../ports/office.ts'
import type { Desk } from '../turn/desk.ts'
import { back, doneNote, form, heading, links, list, look, notePart, page, textPart, wrong } from './parts.ts'
import type { QuestionGroup } from '../search/question-groups.ts'
import { sayFound, type Moved } from './question-moves.ts'
import { theOnlyPolicy } from './world.ts'
import { noNote, type WishedNote } from './question-notes.ts'
import { noWord, type WishedWord } from './question-words.ts'

/** As typed, without names. */
export interface Wished {
  readonly question: string
  readonly policy: string
  readonly section: string
}

interface KnownPlace {
  readonly key: string
  readonly questions: readonly string[]
  readonly place: string
}

interface NotePlace {
  readonly id: string
  readonly text: string
  readonly until: Day
  readonly place: string
}

export function showAskedQuestions(
  groups: readonly QuestionGroup[],
  { known, notes }: { readonly known: readonly KnownPlace[]; readonly notes: readonly NotePlace[] },
  done: string | undefined,
): OfficeAnswer {
  const rows = groups.map(({ id, questions, count }) => ({
    to: `/office/questions/${encodeURIComponent(id)}`,
    cells: [questions[0] ?? '', String(count), questions.slice(1, 4).join(' · ')],
  }))
  return page('Questions', [
    doneNote(done),
    textPart('What was asked and found no sure answer, or one that did not help. Who asked is not kept.'),
    rows.length === 0
      ? notePart('There is nothing of that kind.')
      : { kind: 'table', caption: 'Questions, most asked first', head: ['Question', 'Asked', 'Also as'], rows },
    known.length === 0 ? undefined : heading('Added as known questions'),
    ...known.flatMap(({ key, questions, place }): Part[] => [
      textPart(`${questions.map((each) => `“${each}”`).join(', ')}: ${place}`),
      form('/office/questions', [{ kind: 'kept', id: 'key', value: key }], {
        label: 'Withdraw it',
        value: 'withdraw',
        spoken: `Withdraw it: ${questions[0] ?? ''}`,
      }),
    ]),
    notes.length === 0 ? undefined : heading('The school’s own notes'),
    ...notes.flatMap(({ id, text, until, place }): Part[] => [
      textPart(`“${text}” beside ${place}, until ${sayDay(until)}`),
      form('/office/questions', [{ kind: 'kept', id: 'note', value: id }], {
        label: 'Withdraw the note',
        value: 'withdraw-note',
        spoken: `Withdraw the note: ${text}`,
      }),
    ]),
    back,
  ])
}

/** What was sent in one of the three forms, and what became of it. */
export interface SentForm {
  readonly known?: Wished
  readonly word?: WishedWord
  readonly note?: WishedNote
  readonly wrong?: string
  readonly moved?: Moved
  /** As it would be read. */
  readonly read?: readonly string[]
}

export function showAskedQuestion(
  { id, text }: { readonly id: string; readonly text: string },
  desk: Desk,
  sent: SentForm = {},
): OfficeAnswer {
  const to = `/office/questions/${encodeURIComponent(id)}`
  const { policies } = desk.shelf
  const shown = [...showMoved(sent.moved), ...compact([sent.read !== undefined && look(...sent.read)])]
  const beneath = (form: keyof SentForm) => (sent[form] === undefined ? [] : shown)
  const pressed = (form: keyof SentForm) => shown.length > 0 && sent[form] !== undefined
  const known = sent.known ?? { question: text, policy: theOnlyPolicy(desk), section: '' }
  return page('A question', [
    sent.wrong === undefined ? undefined : wrong(sent.wrong, 'Nothing was added yet.'),
    textPart(`“${text}”`),
    notePart(`Found now: ${sayFound(desk.index, text)}.`),
    heading('Where a section answers it'),
    ...beneath('known'),
    form(to, fieldsOf(known, policies), ...buttonsFor('', pressed('known'))),
    notePart('It becomes a known question and no policy text, and can be withdrawn.'),
    heading('Where people call it something else'),
    ...beneath('word'),
    form(to, wordFields(sent.word ?? noWord, policies), ...buttonsFor('-word', pressed('word'))),
    notePart('It joins the school’s own words. Whoever keeps the settings can take it back there.'),
    heading('Where the policy does not say it'),
    ...beneath('note'),
    form(to, noteFields(sent.note ?? noNote(desk), policies), ...buttonsFor('-note', pressed('note'))),
    notePart(
      'It stands below the section as the school’s own note and never becomes policy text. It can be withdrawn.',
    ),
    links({ to: '/office/questions', label: 'Back to the questions' }),
  ])
}

/** What was looked at can be added; before that, only looked at. */
function buttonsFor(form: '' | '-word' | '-note', isShown: boolean): OfficeButton[] {
  const { see, add } = labels[form]
  const look = { label: see, value: `try${form}` }
  return isShown
    ? [{ label: add, value: `add${form}`, main: true }, look]
    : [form === '' ? { ...look, main: true } : look]
}

const labels = {
  '': { see: 'See what would change', add: 'Add it' },
  '-word': { see: 'See what the word would change', add: 'Add the word' },
  '-note': { see: 'See how the note reads', add: 'Add the note' },
} as const

type Choices = readonly { readonly id: string; readonly title: string }[]

const optionsOf = (policies: Choices) => policies.map(({ id, title }) => ({ id, label: title }))
/** Of several, somebody says which. */
const choicesOf = (policies: Choices) =>
  policies.length > 1 ? [{ id: '', label: 'Choose the policy' }, ...optionsOf(policies)] : optionsOf(policies)

function wordFields({ says, means, policy }: WishedWord, policies: Choices): OfficeField[] {
  return [
    {
      kind: 'line',
      id: 'word-says',
      label: 'The word that people use',
      hint: 'Several stand between commas, such as: trainers, sneakers.',
      value: says,
      required: true,
    },
    {
      kind: 'line',
      id: 'word-means',
      label: 'What the policies call it',
      hint: 'Words that stand in the section, such as: footwear.',
      value: means,
      required: true,
    },
    {
      kind: 'choice',
      id: 'word-policy',
      label: 'Where it counts',
      options: [{ id: '', label: 'In every policy' }, ...optionsOf(policies)],
      value: policy,
    },
  ]
}

function noteFields({ policy, section, text, until }: WishedNote, policies: Choices): OfficeField[] {
  return [
    { kind: 'choice', id: 'note-policy', label: 'The note’s policy', options: choicesOf(policies), value: policy },
    {
      kind: 'line',
      id: 'note-section',
      label: 'The section it stands beside',
      hint: 'Such as 2.a.',
      value: section,
      required: true,
    },
    {
      kind: 'lines',
      id: 'note-text',
      label: 'The note',
      hint: `At most ${mostNoted} characters. Names and numbers are taken out.`,
      value: text,
      required: true,
    },
    {
      kind: 'line',
      id: 'note-until',
      label: 'Until which day',
      hint: 'A year from now at most.',
      value: until,
      required: true,
    },
  ]
}

function fieldsOf({ question, policy, section }: Wished, policies: Choices): OfficeField[] {
  return [
    {
      kind: 'line',
      id: 'question',
      label: 'The question',
      hint: 'As anybody would ask it. Names and numbers are taken out.',
      value: question,
      required: true,
    },
    { kind: 'choice', id: 'policy', label: 'The policy', options: choicesOf(policies), value: policy },
    {
      kind: 'line',
      id: 'section',
      label: 'The section that answers it',
      hint: 'Such as 2.a.',
      value: section,
      required: true,
    },
  ]
}

function showMoved(moved: Moved | undefined): Part[] {
  if (moved === undefined) return []
  const { own, others, tried } = moved
  const more = others.length - mostShown
  return [
    look(
      `Before: ${own.before}.`,
      `After: ${own.after}.`,
      others.length === 0
        ? `Nothing else moves, of ${tried} other questions that were tried.`
        : `${others.length} of ${tried} other questions would be answered differently.`,
    ),
    ...compact([
      others.length > 0 &&
        list(others.slice(0, mostShown).map(({ question, before, after }) => `“${question}”: ${before} → ${after}`)),
      more > 0 && notePart(`and ${more} more.`),
    ]),
  ]
}

const mostShown = 20
