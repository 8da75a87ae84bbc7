// The register's page: how each policy stands, the form with the filters, and the people found.
import { groups, roles } from '../chat/people.ts'
import { sayDay } from '../kit/days.ts'
import { compact } from '../kit/defined.ts'
import { capital, sayList } from '../kit/text.ts'
import { roleNames } from '../people/may.ts'
import { sayEdition } from '../policy/cite.ts'
import type { OfficeAnswer, OfficeField, OfficeRequest, Part, Way } from '../ports/office.ts'
import { standings } from '../register/actions.ts'
import { groupNames, sayCount } from '../standing/count-words.ts'
import { noteDoubts } from '../standing/doubts.ts'
import type { Count, RegisterRow } from '../standing/totals.ts'
import { noteStanding, standingNames } from '../standing/words.ts'
import type { Matter } from '../turn/matter.ts'
import { back, heading, links, notePart, page, textPart, wrong } from './parts.ts'

export type FoundRow = RegisterRow & { readonly matter: Matter }

export interface PolicyCount {
  readonly matter: Matter
  readonly count: Count
}

export interface RegisterView {
  readonly matters: readonly Matter[]
  readonly counts: readonly PolicyCount[]
  /** As they were typed. */
  readonly fields: OfficeRequest['fields']
  readonly problems: readonly string[]
  readonly found: {
    readonly rows: readonly FoundRow[]
    readonly count: number
    readonly from: number
    readonly perPage: number
  }
  readonly zone: string
}

export function registerPage(view: RegisterView): OfficeAnswer {
  const { counts, problems, matters, fields } = view
  if (matters.length === 0)
    return page('Register', [textPart('No policy has a declaration to sign yet, so there is nobody to show.'), back])
  return page('Register', [
    problems.length === 0 ? undefined : wrong(...problems, 'Everything else was looked for.'),
    {
      kind: 'table',
      caption: 'How each policy stands',
      head: ['Policy', 'Edition', 'Signed'],
      rows: counts.map(({ matter: { policy, edition }, count }) => ({
        to: `/office/register?policy=${encodeURIComponent(policy.id)}&standing=unsigned`,
        cells: [edition.title, sayEdition(edition), sayCount(count)],
      })),
    },
    heading('Look for people'),
    {
      kind: 'form',
      form: {
        to: '/office/register',
        looks: true,
        fields: filterFields(matters, fields),
        buttons: [{ label: 'Look', value: 'look', main: true }],
      },
    },
    ...foundParts(view),
    notePart(
      'To remind, excuse or record a paper, say “register” in a chat. What is shown here holds names: keep a file of it where only you can open it.',
    ),
    back,
  ])
}

function filterFields(matters: readonly Matter[], fields: OfficeRequest['fields']): OfficeField[] {
  const choice = (
    id: string,
    label: string,
    options: readonly (readonly [id: string, label: string])[],
  ): OfficeField => ({
    kind: 'choice',
    id,
    label,
    value: fields[id] ?? '',
    options: options.map(([each, words]) => ({ id: each, label: words })),
  })
  const line = (id: string, label: string, hint: string): OfficeField => {
    return { kind: 'line', id, label, hint, value: fields[id] ?? '' }
  }
  return [
    line('q', 'Name or email address', 'A part of it is enough.'),
    choice('policy', 'Policy', [
      ['', 'All policies'],
      ...matters.map(({ policy, edition }) => [policy.id, edition.title] as const),
    ]),
    choice('standing', 'How they stand', [
      ['', 'Everybody'],
      ['unsigned', 'Have not signed'],
      ...standings.map((each) => [each, capital(standingNames[each])] as const),
    ]),
    choice('group', 'Group', [
      ['', 'All groups'],
      ...[...groups, 'none' as const].map((each) => [each, groupNames[each]] as const),
    ]),
    choice('role', 'Role', [
      ['', 'All roles'],
      ...roles.map((each) => [each, capital(roleNames[each].replace(/^(?:the|an?) /, ''))] as const),
    ]),
    line('from', 'Signed or due from', 'A day, such as 1/9/2026.'),
    line('to', 'Signed or due until', 'A day, such as 18/12/2026.'),
  ]
}

function foundParts({ found, fields, zone }: RegisterView): Part[] {
  const { rows, count, from, perPage } = found
  if (count === 0) return [textPart('Nobody matches that.')]
  const at = (row: number) => `/office/register?${queryOf(fields, row)}`
  const ways = compact<Way>([
    from > 0 && { to: at(Math.max(0, from - perPage)), label: 'The ones before' },
    from + perPage < count && { to: at(from + perPage), label: 'The next ones' },
    { to: `/office/register/file?${queryOf(fields, 0)}`, label: 'All of these as a spreadsheet (CSV)' },
  ])
  const lines = `${count.toLocaleString('en-GB')} ${count === 1 ? 'line' : 'lines'}`
  const shown = rows.length === 0 ? lines : `${lines}, ${from + 1} to ${from + rows.length}`
  return [
    {
      kind: 'table',
      caption: shown,
      head: ['Name', 'Group', 'Roles', 'Policy', 'How they stand', 'Due'],
      rows: rows.map(({ person, standing, due, doubts, matter }) => ({
        to: `/office/people/${encodeURIComponent(person.id)}`,
        cells: [
          person.name,
          groupNames[person.group ?? 'none'],
          sayList(person.roles.map((role) => roleNames[role].replace(/^(?:the|an?) /, ''))),
          matter.edition.title,
          `${noteStanding(standing, zone)}${noteDoubts(doubts)}`,
          due === undefined ? '–' : sayDay(due),
        ],
      })),
    },
    links(...ways),
  ]
}

const filterNames = ['q', 'policy', 'standing', 'group', 'role', 'from', 'to'] as const

function queryOf(fields: OfficeRequest['fields'], row: number): string {
  const asked = filterNames.flatMap((id) => {
    const value = fields[id] ?? ''
    return value === '' ? [] : [[id, value] as [string, string]]
  })
  return new URLSearchParams([...asked, ['from-row', String(row)]]).toString()
}
