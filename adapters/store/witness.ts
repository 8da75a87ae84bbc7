// Makes the directory evidence: whoever changes it reads the people concerned first, and afterwards each changed person
// gets an entry in the journal, in the same transaction. The entry hides the whole row as a text, which can be compared
// with the row at any later time.
import { sql, type Kysely, type Transaction } from 'kysely'
import { z } from 'zod'
import type { KeptPerson, ToldPerson } from '../../src/ports/evidence.ts'
import type { DirectoryChange, Fact, Head } from '../../src/journal/types.ts'
import { saltedHash } from '../../src/kit/hash.ts'
import { fromEntry, toEntry } from './entries.ts'
import { holdHead, type Seal } from './head.ts'
import { inParts } from './parts.ts'
import type { PersonRow, Tables } from './tables.ts'
import { transact } from './transact.ts'

export interface Witnessing {
  readonly seal: Seal
  readonly newId: () => string
  readonly clock: () => Date
}

/** Who did it: a person's id, `operator`, or the platform that says so. */
export interface By {
  readonly by: string
  /** The list that it comes from, recorded by an entry before theirs. */
  readonly list?: { readonly hash: string; readonly rows: number } | undefined
}

export interface Witness {
  /** Called before anything about these people is changed. */
  look(ids: readonly string[]): Promise<void>
}

/** A person's row as it is sealed. */
export interface Sealed {
  readonly id: string
  readonly into: string | null
  readonly practice: boolean
  /** Once somebody is erased there is nothing left to seal. */
  readonly text: string | undefined
  readonly row: PersonRow
  readonly accounts: string
}

/** One transaction, alone with the journal's head until it ends. */
export function witnessed<T>(
  db: Kysely<Tables>,
  { by, list, ...parts }: Witnessing & By,
  work: (tx: Transaction<Tables>, witness: Witness) => Promise<T>,
): Promise<T> {
  return transact(db, async (tx) => {
    const head = await holdHead(tx)
    const before = new Map<string, Sealed | undefined>()
    const look = async (ids: readonly string[]) => {
      const fresh = [...new Set(ids)].filter((id) => !before.has(id))
      const found = await sealedOf(tx, fresh)
      for (const id of fresh) before.set(id, found.get(id))
    }
    const outcome = await work(tx, { look })
    await writeDown(tx, before, { head, by, list, ...parts })
    return outcome
  })
}

async function writeDown(
  tx: Transaction<Tables>,
  before: ReadonlyMap<string, Sealed | undefined>,
  { head, by, list, seal, newId, clock }: Witnessing & By & { readonly head: Head },
): Promise<void> {
  const now = await sealedOf(tx, [...before.keys()])
  const facts = [...before].flatMap(([id, was]) => factOf(id, { was, is: now.get(id), by }) ?? [])
  const entries: Tables['entry'][] = []
  const hiddens: Tables['hidden'][] = []
  let { seq, hash } = head
  const at = clock()
  const close = (id: string, fact: Fact, hidden: Record<string, string> = {}) => {
    const entry = seal({ seq: seq + 1, id, at, fact, hidden }, hash)
    entries.push(fromEntry(entry))
    ;({ seq, hash } = entry)
  }
  if (list !== undefined) {
    const { hash: of, rows } = list
    close(newId(), { kind: 'list-imported', list: of, rows, changes: facts.length, by })
  }
  for (const { fact, text } of facts) {
    const [id, salt] = [newId(), `${newId()}${newId()}`]
    close(id, fact, text === undefined ? {} : { row: saltedHash(salt, text) })
    if (text !== undefined)
      hiddens.push({ entry: id, person: fact.person, salt, fields: JSON.stringify({ row: text }) })
    if (fact.what.includes('dropped')) await tx.deleteFrom('hidden').where('person', '=', fact.person).execute()
  }
  for (const some of inParts(entries, 50)) await tx.insertInto('entry').values(some).execute()
  for (const some of inParts(hiddens, 100)) await tx.insertInto('hidden').values(some).execute()
  if (entries.length > 0) await tx.updateTable('journal_head').set({ seq, hash }).execute()
}

type DirectoryFact = Extract<Fact, { kind: 'directory' }>
interface Noted {
  readonly fact: DirectoryFact
  readonly text: string | undefined
}

function factOf(
  person: string,
  { was, is, by }: By & { readonly was: Sealed | undefined; readonly is: Sealed | undefined },
): Noted | undefined {
  if (is === undefined) {
    if (was === undefined) return undefined
    const fact = { kind: 'directory', person, what: ['dropped' as const], practice: was.practice, by } as const
    return { fact: { ...fact, what: [...fact.what] }, text: undefined }
  }
  const what = changesOf(was, is)
  if (what.length === 0) return undefined
  const into = is.into === null ? {} : { into: is.into }
  return { fact: { kind: 'directory', person, what, practice: is.practice, ...into, by }, text: is.text }
}

function changesOf(was: Sealed | undefined, is: Sealed): DirectoryChange[] {
  if (was === undefined) return ['joined']
  const [before, after] = [was.row, is.row]
  const found: [DirectoryChange, boolean][] = [
    ['renamed', before.name !== after.name],
    ['email', before.email !== after.email],
    ['left', after.leaves_on !== null && before.leaves_on !== after.leaves_on],
    ['returned', after.leaves_on === null && before.leaves_on !== null],
    ['role', before.roles !== after.roles || before.all_roles !== after.all_roles],
    ['group', before.group !== after.group],
    ['practice', before.practice !== after.practice],
    ['account', was.accounts !== is.accounts],
    ['merged', is.into !== null && was.into !== is.into],
    ['unmerged', is.into === null && was.into !== null],
  ]
  const what = found.flatMap(([change, isSo]) => (isSo ? [change] : []))
  return what.length === 0 && was.text !== is.text ? ['details'] : what
}

/** These people's rows with their accounts, as they are sealed. */
export async function sealedOf(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, Sealed>> {
  const sealed = new Map<string, Sealed>()
  for (const some of inParts(ids)) {
    const rows = await db.selectFrom('person').selectAll().where('id', 'in', some).execute()
    const accounts = new Map<string, string[]>()
    const found = await db
      .selectFrom('account')
      .select(['person', 'platform', 'id', 'roles', 'open'])
      .where('person', 'in', some)
      .execute()
    for (const { person, platform, id, roles, open } of found)
      accounts.set(person, [...(accounts.get(person) ?? []), JSON.stringify([platform, id, roles, open])])
    for (const row of rows) sealed.set(row.id, sealedRow(row, (accounts.get(row.id) ?? []).toSorted()))
  }
  return sealed
}

function sealedRow(row: PersonRow, accounts: readonly string[]): Sealed {
  const { id, same_as: into, practice, erased } = row
  const shown = `[${accounts.join(',')}]`
  const later = laterColumns.filter((column) => row[column] != null)
  const cells = [...sealedColumns, ...later].map((column) => [column, row[column]])
  const text = JSON.stringify([...cells, ['accounts', shown]])
  return { id, into, practice: practice === 1, text: erased === 1 ? undefined : text, row, accounts: shown }
}

/**
 * In this order for ever, because what was sealed is compared with it. A column that is added later is sealed only
 * where its value differs from everybody's value when it was added. The name's sort key is computed from the name.
 */
export const sealedColumns = [
  'name',
  'email',
  'group',
  'roles',
  'all_roles',
  'manager',
  'starts_on',
  'leaves_on',
  'away',
  'weekdays',
  'listed',
  'vouched',
  'practice',
] as const satisfies readonly (keyof PersonRow)[]

/** Sealed where there is a value: nobody had one when the column was added. */
export const laterColumns = ['staff_number'] as const satisfies readonly (keyof PersonRow)[]

/** Everybody who is kept, by id. */
export async function keptPeople(db: Kysely<Tables>, after: string | undefined, most: number): Promise<KeptPerson[]> {
  let query = db.selectFrom('person').select('id')
  if (after !== undefined) query = query.where('id', '>', after)
  const ids = (await query.orderBy('id').limit(most).execute()).map(({ id }) => id)
  const sealed = await sealedOf(db, ids)
  return ids.flatMap((id) => {
    const is = sealed.get(id)
    if (is === undefined) return []
    const erased = is.row.erased === 1
    const nothing = is.row.name === '' && is.row.email === null && is.accounts === '[]'
    return [{ id, into: is.into ?? undefined, erased, nothing, text: is.text ?? '' }]
  })
}

/** What the journal last said about each. */
export async function toldOf(db: Kysely<Tables>, people: readonly string[]): Promise<Map<string, ToldPerson>> {
  const latest = new Map<string, ToldPerson>()
  for (const some of inParts(people)) {
    const last = db
      .selectFrom('entry')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where('person', 'in', some)
      .where(sql<boolean>`kind = 'directory'`)
      .groupBy('person')
    const rows = await db
      .selectFrom('entry')
      .leftJoin('hidden as h', 'h.entry', 'entry.id')
      .selectAll('entry')
      .select('h.fields')
      .where('seq', 'in', last)
      .execute()
    for (const { fields, ...row } of rows) {
      const { seq, fact } = toEntry(row)
      if (fact.kind !== 'directory') continue
      latest.set(fact.person, { seq, into: fact.into, text: fields === null ? undefined : rowIn(fields) })
    }
  }
  return latest
}

const RowField = z.object({ row: z.string() })

/** The sealed row among what an entry hides. */
export function rowIn(fields: string): string | undefined {
  const read = RowField.safeParse(JSON.parse(fields))
  return read.success ? read.data.row : undefined
}
