// What a school's list would change: who joins, whose details change, who comes back and who has left.
import type { Person } from '../chat/people.ts'
import { defined } from '../kit/defined.ts'
import { addDays, sayDay, type Day } from '../kit/days.ts'
import { sayWeekdays } from './weekdays.ts'
import type { PersonChange, Listed, RowProblem } from './types.ts'

export interface PeoplePlan {
  readonly changes: readonly PersonChange[]
  readonly problems: readonly RowProblem[]
  /** Rows that change nothing. */
  readonly same: number
  /** Everybody known whom no row means, with those who leave because of that. */
  readonly unmatched: readonly Person[]
  /** The address that a row says somebody had before, by their id. */
  readonly formerly: ReadonlyMap<string, string>
}

export interface ListPlanning {
  /** Everybody known, including leavers, without practice people. */
  readonly known: readonly Person[]
  readonly today: Day
  readonly newId: () => string
  /** Whether people on the last list who are missing from this one have left. */
  readonly whole: boolean
}

/** Pure, apart from `newId`, which is called once for each joiner. */
export function planImport(listed: readonly Listed[], planning: ListPlanning): PeoplePlan {
  const { known, today, whole } = planning
  const match = matcher(known)
  const placed = listed.map((row) => ({ row, before: match(row) }))
  const people = placed.map(({ row, before }) => ({ row, before, id: before?.id ?? planning.newId() }))
  const findManager = managers(people, known)
  const problems: RowProblem[] = []
  const changes: PersonChange[] = []
  for (const { row, before, id } of people) {
    const manager = findManager(row, id)
    if (manager.kind === 'problem') problems.push(manager.problem)
    else changes.push(...compare(before, withRow(before ?? nobody(id), row, { manager, today }), today))
  }
  const here = new Set(people.map(({ id }) => id))
  const gone = whole ? known.filter((person) => isMissing(person, here, today)) : []
  return {
    changes: [...changes, ...gone.map((person) => leaver(person, today))],
    problems,
    same: people.length - changes.length - problems.length,
    unmatched: known.filter(({ id }) => !here.has(id)),
    formerly: new Map(people.flatMap(({ row, id }) => (row.formerEmail === undefined ? [] : [[id, row.formerEmail]]))),
  }
}

function isMissing(person: Person, here: ReadonlySet<string>, today: Day): boolean {
  return person.listed && !here.has(person.id) && !leftBefore(person, today)
}

/** Their last day is over. */
export function leftBefore({ leavesOn }: Person, today: Day): boolean {
  return leavesOn !== undefined && leavesOn < today
}

/** Their last day was yesterday, because today they are no longer on the list. */
function leaver(person: Person, today: Day): PersonChange {
  return { kind: 'leaves', person: { ...person, leavesOn: addDays(today, -1), listed: false }, fields: [] }
}

/** By email address; a row without one by name, where exactly one person without an address has that name. */
function matcher(known: readonly Person[]): (row: Listed) => Person | undefined {
  const byEmail = new Map(known.flatMap((person) => (person.email === undefined ? [] : [[person.email, person]])))
  const byName = new Map<string, Person[]>()
  for (const person of known) byName.set(key(person.name), [...(byName.get(key(person.name)) ?? []), person])
  return ({ email, name }) => {
    if (email !== undefined && byEmail.has(email)) return byEmail.get(email)
    const same = (byName.get(key(name)) ?? []).filter((person) => email === undefined || person.email === undefined)
    return same.length === 1 ? same[0] : undefined
  }
}

function key(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

type FoundManager =
  | { readonly kind: 'manager'; readonly id: string | undefined }
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'problem'; readonly problem: RowProblem }

/** A manager is named by email or name, and may be in the same file or already known. */
function managers(
  people: readonly { readonly row: Listed; readonly id: string }[],
  known: readonly Person[],
): (row: Listed, own: string) => FoundManager {
  const ids = new Map<string, Set<string>>()
  const add = (name: string | undefined, id: string) => {
    if (name !== undefined) ids.set(key(name), (ids.get(key(name)) ?? new Set()).add(id))
  }
  for (const { row, id } of people) for (const name of [row.name, row.email]) add(name, id)
  for (const person of known) for (const name of [person.name, person.email]) add(name, person.id)
  return ({ manager, line }, own) => {
    if (manager === undefined) return { kind: 'unsaid' }
    if (manager === '') return { kind: 'manager', id: undefined }
    const found = [...(ids.get(key(manager)) ?? [])]
    if (found.length === 1 && found[0] !== own) return { kind: 'manager', id: found[0] }
    const what =
      found.length > 1
        ? `More than one person is called “${manager}”.`
        : found.length === 1
          ? 'This person would be their own line manager.'
          : `The line manager “${manager}” is neither in this file nor known.`
    return { kind: 'problem', problem: { line, what, fix: 'Give the manager’s email address.' } }
  }
}

function nobody(id: string): Person {
  return {
    id,
    name: '',
    email: undefined,
    group: undefined,
    roles: ['staff'],
    manager: undefined,
    startsOn: undefined,
    leavesOn: undefined,
    away: [],
    weekdays: undefined,
    listed: true,
    practice: false,
  }
}

/** The person according to the row; a column that the file does not have leaves the value unchanged. */
function withRow(
  { staffNumber, ...before }: Person,
  row: Listed,
  { manager, today }: { manager: Exclude<FoundManager, { kind: 'problem' }>; today: Day },
): Person {
  return {
    ...before,
    name: row.name,
    email: row.email ?? before.email,
    ...defined({ staffNumber: row.staffNumber === undefined ? staffNumber : filled(row.staffNumber) }),
    group: row.group ?? before.group,
    roles: row.roles ?? before.roles,
    manager: manager.kind === 'unsaid' ? before.manager : manager.id,
    startsOn: changed(row.startsOn, before.startsOn),
    // Somebody who is on the list again, without a last day, is back.
    leavesOn: changed(row.leavesOn, leftBefore(before, today) ? undefined : before.leavesOn),
    away: row.away ?? before.away,
    weekdays: row.weekdays === undefined ? before.weekdays : row.weekdays === 'school' ? undefined : row.weekdays,
    listed: true,
  }
}

function filled(text: string): string | undefined {
  return text === '' ? undefined : text
}

function changed(said: Day | 'none' | undefined, had: Day | undefined): Day | undefined {
  if (said === undefined) return had
  return said === 'none' ? undefined : said
}

function compare(before: Person | undefined, after: Person, today: Day): PersonChange[] {
  if (before === undefined) return [{ kind: 'joins', person: after, fields: [] }]
  const fields = [...sayFields(after)].flatMap(([field, to]) => {
    const from = sayFields(before).get(field) ?? ''
    return from === to ? [] : [{ field, from, to }]
  })
  if (fields.length === 0 && before.listed) return []
  if (leftBefore(after, today) && !leftBefore(before, today)) return [{ kind: 'leaves', person: after, fields }]
  const kind = leftBefore(before, today) && !leftBefore(after, today) ? 'returns' : 'changes'
  return [{ kind, person: after, fields }]
}

function sayFields(person: Person): ReadonlyMap<string, string> {
  return new Map([
    ['name', person.name],
    ['email', person.email ?? ''],
    ['staff number', person.staffNumber ?? ''],
    ['group', person.group ?? ''],
    ['roles', person.roles.toSorted().join(', ')],
    ['line manager', person.manager ?? ''],
    ['start day', person.startsOn === undefined ? '' : sayDay(person.startsOn)],
    ['leaving day', person.leavesOn === undefined ? '' : sayDay(person.leavesOn)],
    ['working days', person.weekdays === undefined ? '' : sayWeekdays(person.weekdays)],
    ['days away', person.away.map(({ from, to }) => `${from} to ${to}`).join('; ')],
  ])
}
