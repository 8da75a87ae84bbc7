// The page of one person: what the school says of them, changed by hand, joined with another entry, erased.
import { groups, type Person } from '../chat/people.ts'
import { sayDay } from '../kit/days.ts'
import { compact, defined } from '../kit/defined.ts'
import { sha256 } from '../kit/hash.ts'
import { sayList } from '../kit/text.ts'
import { sayWeekdays } from '../people/weekdays.ts'
import type { OfficeAnswer, OfficeField, OfficeRequest, Part } from '../ports/office.ts'
import { groupNames } from '../standing/count-words.ts'
import { doneNote, form, heading, links, list, look, page, textPart, wrong } from './parts.ts'

/** The roles that somebody may be given beside `staff`, which everybody has. */
const given = ['slt', 'policy-owner', 'administrator'] as const

const shortRoles = { staff: 'staff', slt: 'SLT', 'policy-owner': 'policy owner', administrator: 'administrator' }

const roleTicks: Readonly<Record<(typeof given)[number], string>> = {
  slt: 'SLT: sees the register and all else here, is asked and told as a senior leader',
  'policy-owner': 'Policy owner: looks after the text of policies and answers questions about them',
  administrator: 'Administrator: keeps people, settings, campaigns and backups',
}

export function sayRoles(roles: Person['roles']): string {
  return sayList(roles.map((role) => shortRoles[role]))
}

export function daysOf({ startsOn, leavesOn, listed }: Person): string {
  const days = compact([
    startsOn !== undefined && `from ${sayDay(startsOn)}`,
    leavesOn !== undefined && `last day ${sayDay(leavesOn)}`,
    !listed && 'not on the list',
  ])
  return days.length === 0 ? '–' : days.join(', ')
}

export interface PersonPageView {
  readonly signed: number
  readonly done?: string | undefined
  readonly problem?: string | undefined
  /** The details as they were typed, with what is wrong with them. */
  readonly typed?: OfficeRequest['fields'] | undefined
  readonly errors?: Readonly<Record<string, string>> | undefined
}

export function personPage(person: Person, view: PersonPageView): OfficeAnswer {
  const { signed, done, problem } = view
  return page(person.name, [
    doneNote(done),
    problem === undefined ? undefined : wrong(problem),
    list([
      `Email: ${person.email ?? 'none'}`,
      `Group: ${person.group === undefined ? 'none' : groupNames[person.group]}`,
      `Roles: ${sayRoles(person.roles)}`,
      `Days: ${daysOf(person)}`,
    ]),
    ...detailParts(person, view),
    ...joinParts(person, signed),
    ...eraseParts(person),
    links({ to: '/office/people', label: 'All people' }),
  ])
}

/** Changes with everything that the form for details shows. */
export function sealOfDetails({ group, roles, startsOn, leavesOn, weekdays }: Person): string {
  return sha256(JSON.stringify([group, roles, startsOn, leavesOn, weekdays]))
}

/** What the ticks say, in the words of a school's list. */
export function rolesTicked(fields: OfficeRequest['fields']): string {
  return given.filter((role) => fields[`role-${role}`] === 'yes').join(', ')
}

function detailParts(person: Person, { typed, errors = {} }: PersonPageView): Part[] {
  const day = (id: string, label: string, value: string | undefined): OfficeField => ({
    kind: 'line',
    id,
    label,
    value: typed?.[id] ?? value ?? '',
    ...defined({ error: errors[id] }),
  })
  const ticked = (role: (typeof given)[number]) =>
    typed === undefined ? person.roles.includes(role) : typed[`role-${role}`] === 'yes'
  return [
    heading('Roles, group and days'),
    textPart('What is saved here stands until somebody changes it, or the next list says otherwise.'),
    form(
      urlOf(person),
      [
        { kind: 'kept', id: 'seen', value: sealOfDetails(person) },
        ...given.map((role): OfficeField => {
          return { kind: 'tick', id: `role-${role}`, label: roleTicks[role], ticked: ticked(role) }
        }),
        {
          kind: 'choice',
          id: 'group',
          label: 'Group',
          value: typed?.['group'] ?? person.group ?? 'none',
          options: [{ id: 'none', label: 'none' }, ...groups.map((id) => ({ id, label: groupNames[id] }))],
        },
        day('starts', 'First day, such as 1 September 2026', person.startsOn),
        day('leaves', 'Last day; empty while they work here', person.leavesOn),
        day(
          'weekdays',
          'Working days, such as Mon, Tue and Wed; empty for all days of the school',
          person.weekdays === undefined ? undefined : sayWeekdays(person.weekdays),
        ),
      ],
      { label: 'Save', value: 'details', main: true },
    ),
  ]
}

function joinParts(person: Person, signed: number): Part[] {
  const signatures = signed === 1 ? 'one signature' : `${signed} signatures`
  return [
    heading('The same person as somebody else'),
    textPart(
      `Somebody who married, or has a new address, may stand here twice. ${signatures} of ${person.name} will then count for the other, and so will reading, excuses, accounts and roles. The journal keeps that it was done, and by whom. It can be taken back.`,
    ),
    form(urlOf(person), [{ kind: 'line', id: 'into', label: 'Email address of who they are', required: true }], {
      label: 'They are one person',
      value: 'join',
    }),
    form(
      urlOf(person),
      [{ kind: 'line', id: 'was', label: 'Email address that was joined with this one', required: true }],
      { label: 'Take a joining back', value: 'unjoin' },
    ),
  ]
}

function eraseParts(person: Person): Part[] {
  return [
    heading('Erase'),
    look(
      'The name, the email address, the accounts and all that they typed will be gone for good. This cannot be taken back.',
      'What remains: that they signed, and when, stays in the journal under a number that says nothing of who they were; and backups from before, which you delete yourself.',
    ),
    form(urlOf(person), [{ kind: 'tick', id: 'sure', label: `Yes, erase ${person.name}` }], {
      label: 'Erase for good',
      value: 'erase',
    }),
  ]
}

function urlOf({ id }: Person): string {
  return `/office/people/${encodeURIComponent(id)}`
}
