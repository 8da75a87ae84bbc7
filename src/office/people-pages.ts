// The pages about people: all of them, one of them, and a school's list from file to confirmation.
import { compact } from '../kit/defined.ts'
import type { Person } from '../chat/people.ts'
import { daysOf, sayRoles } from './person-page.ts'
import { countProblems } from '../people/problems.ts'
import { columns, type Column } from '../people/types.ts'
import type { PersonChange } from '../people/types.ts'
import { saySuspect, type Suspect } from '../people/same.ts'
import type { OfficeAnswer, OfficeField, Part } from '../ports/office.ts'
import { changeHeadings, sayPersonChange, type ListPlan } from './list-plan.ts'
import { back, form, heading, links, list, look, notePart, page, doneNote, textPart, wrong } from './parts.ts'

const perPage = 50

export interface PeopleView {
  readonly query: string
  readonly from: number
  readonly found: readonly Person[]
  readonly done: string | undefined
}

export function peoplePage({ query, from, found, done }: PeopleView): OfficeAnswer {
  const shown = found.slice(from, from + perPage)
  const more = from + perPage < found.length
  const next = `/office/people?q=${encodeURIComponent(query)}&from=${from + perPage}`
  const before = `/office/people?q=${encodeURIComponent(query)}&from=${Math.max(0, from - perPage)}`
  const ways = compact([
    from > 0 && { to: before, label: 'The ones before' },
    more && { to: next, label: 'The next ones' },
  ])
  return page('People', [
    doneNote(done),
    links(
      { to: '/office/people/import', label: 'Bring in a list' },
      { to: '/office/people/lists', label: 'Lists that were brought in' },
    ),
    {
      kind: 'form',
      form: {
        to: '/office/people',
        looks: true,
        fields: [{ kind: 'line', id: 'q', label: 'Look for a name or an email address', value: query }],
        buttons: [{ label: 'Look', value: 'look', main: true }],
      },
    },
    found.length === 0
      ? textPart(
          query === '' ? 'Nobody is known here yet. Bring in the school’s list of people.' : 'Nobody matches that.',
        )
      : {
          kind: 'table',
          caption: `${found.length} ${found.length === 1 ? 'person' : 'people'}${query === '' ? '' : ` found by “${query}”`}`,
          head: ['Name', 'Email', 'Group', 'Roles', 'Days'],
          rows: shown.map((person) => ({
            to: `/office/people/${encodeURIComponent(person.id)}`,
            cells: cellsOf(person),
          })),
        },
    ways.length === 0 ? undefined : links(...ways),
    back,
  ])
}

function cellsOf(person: Person): string[] {
  const { name, email, group, roles } = person
  return [name, email ?? '–', group ?? '–', sayRoles(roles), daysOf(person)]
}

export function uploadPage(problem?: string): OfficeAnswer {
  return page('Bring in a list of people', [
    problem === undefined ? undefined : wrong(problem),
    textPart(
      'Export the list of staff from your school’s system as CSV or as an Excel workbook (.xlsx), and send it here. Nothing is changed before you have seen what would change.',
    ),
    listUpload,
    back,
  ])
}

/** The form with which a list is sent. */
export const listUpload: Part = form(
  '/office/people/import',
  [
    {
      kind: 'file',
      id: 'file',
      label: 'The list',
      hint: 'A CSV file or an Excel workbook, up to 10 MB.',
      accept: '.csv,.tsv,.txt,.xlsx',
    },
    { kind: 'tick', id: 'part', label: 'This is only a part of the list: nobody leaves for not being in it' },
  ],
  { label: 'Look at the list', value: 'send', main: true },
)

const columnWords: Readonly<Record<Column, string>> = {
  name: 'whole name',
  forename: 'forename',
  surname: 'surname',
  email: 'email address',
  formerEmail: 'email address before',
  staffNumber: 'staff number',
  group: 'group (teaching, support, …)',
  roles: 'role here (SLT, policy owner, administrator)',
  manager: 'line manager',
  starts: 'first day',
  leaves: 'last day',
  away: 'days away',
  weekdays: 'working days',
}

export interface ListView {
  readonly id: string
  readonly name: string
  readonly part: boolean
  readonly records: readonly { readonly cells: readonly string[] }[]
  readonly plan: ListPlan
  readonly suspects: readonly Suspect[]
  readonly known: readonly Person[]
  /** A seal over what is shown, so that exactly this is confirmed. */
  readonly seal: string
  readonly tooMany: boolean
  readonly problem?: string | undefined
}

export function listPage(view: ListView): OfficeAnswer {
  const { id, name, plan, problem } = view
  const to = `/office/people/import/${id}`
  return page('What the list would change', [
    problem === undefined ? undefined : wrong(problem),
    textPart(
      `${name}${view.part ? ', a part of the list' : ''}: ${plan.rows} ${plan.rows === 1 ? 'row' : 'rows'} could be read.`,
    ),
    plan.guesses.length === 0 ? undefined : look('This was made of what the file says:', ...plan.guesses),
    ...changeParts(view),
    ...confirmParts(view, to),
    heading('Columns'),
    textPart('What each column means. It is remembered for the next list with these headings.'),
    form(to, plan.head.map(columnField), { label: 'Read it with these columns', value: 'map' }),
    firstRows(view),
    links({ to: '/office/people/import', label: 'Send another file' }, { to: '/office/people', label: 'All people' }),
  ])
}

function columnField({ heading: written, column }: ListPlan['head'][number], at: number): OfficeField {
  const options = [
    { id: 'none', label: 'nothing here' },
    ...columns.map((each) => ({ id: each, label: columnWords[each] })),
  ]
  const label = `Column ${at + 1}: ${written.trim() === '' ? 'without a heading' : `“${written}”`}`
  return { kind: 'choice', id: `column-${at}`, label, value: column ?? 'none', options }
}

function firstRows({ records }: ListView): Part {
  const width = Math.max(1, ...records.slice(0, 12).map(({ cells }) => cells.length))
  const rows = records
    .slice(0, 12)
    .map(({ cells }) => ({ cells: Array.from({ length: width }, (_, at) => cells[at] ?? '') }))
  return {
    kind: 'more',
    summary: 'The first lines of the file, as they stand there',
    parts: [
      { kind: 'table', caption: 'First lines', head: Array.from({ length: width }, (_, at) => String(at + 1)), rows },
    ],
  }
}

const mostShown = 200

function changeParts({ plan, known }: ListView): Part[] {
  if (plan.problems.length > 0) {
    const rows = plan.problems.slice(0, mostShown).map(({ line, what, fix }) => ({ cells: [String(line), what, fix] }))
    const count = countProblems(plan.problems)
    return [
      wrong(`${count}, so nothing can be taken in yet. Put it right in the file, or say below what the columns mean.`),
      { kind: 'table', caption: 'What is not right', head: ['Line', 'What', 'What to do'], rows },
    ]
  }
  const names = new Map([...known, ...plan.changes.map(({ person }) => person)].map(({ id, name }) => [id, name]))
  const groups = (Object.keys(changeHeadings) as PersonChange['kind'][]).flatMap((kind): Part[] => {
    const mine = plan.changes.filter((change) => change.kind === kind)
    if (mine.length === 0) return []
    const lines = mine.slice(0, mostShown).map((change) => sayPersonChange(change, names))
    const rest = mine.length > mostShown ? [`and ${mine.length - mostShown} more`] : []
    return [heading(`${changeHeadings[kind]} (${mine.length})`), list([...lines, ...rest])]
  })
  const same = `${plan.same} ${plan.same === 1 ? 'row changes' : 'rows change'} nothing.`
  return [...groups, notePart(same)]
}

function confirmParts({ plan, suspects, seal, tooMany }: ListView, to: string): Part[] {
  if (plan.problems.length > 0) return []
  if (plan.changes.length === 0) return [textPart('There is nothing to change.')]
  const same = suspects.map((each, at): OfficeField => ({
    kind: 'tick',
    id: `same-${at}`,
    label: `${saySuspect(each)} They are the same person`,
  }))
  const leave: OfficeField[] = tooMany
    ? [{ kind: 'tick', id: 'leavers', label: 'Yes, more than a fifth of the people have left' }]
    : []
  return [
    form(to, [{ kind: 'kept', id: 'seal', value: seal }, ...same, ...leave], {
      label: 'Make these changes',
      value: 'confirm',
      main: true,
    }),
  ]
}
