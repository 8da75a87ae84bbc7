// The pages about what was asked: groups with how often, one question with what answers it now, and what would change.
import { compact } from '../kit/defined.ts'
import type { OfficeAnswer, OfficeField, Part } from '../ports/office.ts'
import type { Desk } from '../turn/desk.ts'
import { back, doneNote, form, heading, links, list, look, notePart, page, textPart, wrong } from './parts.ts'
import type { QuestionGroup } from '../search/question-groups.ts'
import { sayFound, type Moved } from './question-moves.ts'

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

export function showAskedQuestions(
  groups: readonly QuestionGroup[],
  known: readonly KnownPlace[],
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
    back,
  ])
}

export function showAskedQuestion(
  { id, text }: { readonly id: string; readonly text: string },
  { index, shelf }: Desk,
  wished: Wished,
  became: { readonly wrong?: string; readonly moved?: Moved } = {},
): OfficeAnswer {
  const to = `/office/questions/${encodeURIComponent(id)}`
  const { moved } = became
  return page('A question', [
    became.wrong === undefined ? undefined : wrong(became.wrong, 'Nothing was added yet.'),
    textPart(`“${text}”`),
    notePart(`Found now: ${sayFound(index, text)}.`),
    ...showMoved(moved),
    form(to, fieldsOf(wished, shelf.policies), ...(moved === undefined ? [tryIt] : [addIt, tryAgain])),
    notePart('It becomes a known question and no policy text, and can be withdrawn.'),
    links({ to: '/office/questions', label: 'Back to the questions' }),
  ])
}

const tryIt = { label: 'See what would change', value: 'try', main: true } as const
const tryAgain = { label: 'See what would change', value: 'try' } as const
const addIt = { label: 'Add it', value: 'add', main: true } as const

function fieldsOf(
  { question, policy, section }: Wished,
  policies: readonly { readonly id: string; readonly title: string }[],
): OfficeField[] {
  const options = policies.map(({ id, title }) => ({ id, label: title }))
  return [
    {
      kind: 'line',
      id: 'question',
      label: 'The question',
      hint: 'As anybody would ask it. Names and numbers are taken out.',
      value: question,
      required: true,
    },
    { kind: 'choice', id: 'policy', label: 'The policy', options, value: policy },
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
        : `${others.length} of ${tried} other questions would be answered otherwise.`,
    ),
    ...compact([
      others.length > 0 &&
        list(others.slice(0, mostShown).map(({ question, before, after }) => `“${question}”: ${before} → ${after}`)),
      more > 0 && notePart(`and ${more} more.`),
    ]),
  ]
}

const mostShown = 20
