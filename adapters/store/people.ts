// The People port: the school's people, whatever platform they are on.
import type { Kysely, Transaction } from 'kysely'
import type { Person, Platform } from '../../src/chat/people.ts'
import type { People } from '../../src/ports/people.ts'
import type { Fold } from './head.ts'
import { joinRows } from './join.ts'
import { inParts } from './parts.ts'
import { endSessions, findRow, idsOf, personOf, platformRoles, refreshRoles } from './persons.ts'
import { fromPerson, fromRoles, storableEmail, toPerson, toPlatform, toRoles } from './rows.ts'
import type { PersonRow, Tables } from './tables.ts'
import { lookAtUndoing, undoListRows } from './undo-list.ts'
import { unjoinRows } from './unjoin.ts'
import { witnessed, type Witness, type Witnessing } from './witness.ts'

export function peopleOver(db: Kysely<Tables>, { fold, ...parts }: Witnessing & { readonly fold: Fold }): People {
  return {
    listing: (who) => listingOf(db, who),
    async byId(id) {
      const row = await findRow(db, id)
      return row && toPerson(row)
    },
    async byEmail(email) {
      const found = await db
        .selectFrom('person')
        .select('id')
        .where('email', '=', storableEmail(email))
        .executeTakeFirst()
      const row = found && (await findRow(db, found.id))
      return row && toPerson(row)
    },
    async accountsOf(person) {
      const { now } = await idsOf(db, person)
      const rows = await db
        .selectFrom('account')
        .select(['platform', 'id', 'spoke_at'])
        .where('person', '=', now)
        .where('open', '=', 1)
        .execute()
      return rows.toSorted(byLastSpoken).map(({ platform, id }) => ({ platform: toPlatform(platform), id }))
    },
    waysOf: (people) => waysOf(db, people),
    async spoke({ platform, id }, at) {
      await db
        .updateTable('account')
        .set({ spoke_at: at.toISOString() })
        .where('platform', '=', platform)
        .where('id', '=', id)
        .execute()
    },
    async list({ practice, role, after, most }) {
      let query = db
        .selectFrom('person')
        .selectAll()
        .where('practice', '=', practice ? 1 : 0)
        .where('same_as', 'is', null)
        .where('erased', '=', 0)
      if (role !== undefined) query = query.where('all_roles', 'like', `%"${role}"%`)
      const from = await keyOf(db, after)
      if (from !== undefined) {
        query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('sort', 'id'), '>', tuple(from.sort, from.id)))
      }
      return (await query.orderBy('sort').orderBy('id').limit(most).execute()).map(toPerson)
    },
    moved: (when) => countMoved(db, when),
    put: (people, { by = 'operator', list } = {}) =>
      witnessed(db, { ...parts, by, list }, (tx, witness) => putPeople(tx, people, witness)),
    join: (from, into, { by = 'operator' } = {}) =>
      witnessed(db, { ...parts, by }, (tx, witness) => joinRows(tx, { from, into, fold, witness })),
    unjoin: (which, { by = 'operator' } = {}) =>
      witnessed(db, { ...parts, by }, (tx, witness) => unjoinRows(tx, { who: which, fold, witness })),
    ...undoingLists(db, parts),
  }
}

function undoingLists(db: Kysely<Tables>, parts: Witnessing): Pick<People, 'lookAtUndoing' | 'undoList'> {
  return {
    lookAtUndoing: (list) => lookAtUndoing(db, list),
    undoList: (list, { by = 'operator' } = {}) =>
      witnessed(db, { ...parts, by }, (tx, witness) => undoListRows(tx, { list, witness })),
  }
}

async function waysOf(db: Kysely<Tables>, people: readonly string[]): ReturnType<People['waysOf']> {
  const ways = new Map<string, Platform>()
  for (const some of inParts(people)) {
    const rows = await db
      .selectFrom('account')
      .select(['person', 'platform', 'id', 'spoke_at'])
      .where('person', 'in', some)
      .where('open', '=', 1)
      .execute()
    for (const { person, platform } of rows.toSorted(byLastSpoken))
      if (!ways.has(person)) ways.set(person, toPlatform(platform))
  }
  return ways
}

interface Spoken {
  readonly id: string
  readonly spoke_at: string | null
}

function byLastSpoken(a: Spoken, b: Spoken): number {
  return (b.spoke_at ?? '').localeCompare(a.spoke_at ?? '') || a.id.localeCompare(b.id)
}

async function listingOf(
  db: Kysely<Tables>,
  { account, email }: Parameters<People['listing']>[0],
): ReturnType<People['listing']> {
  const vouched = db.selectFrom('person').select('id').where('vouched', '=', 1).where('practice', '=', 0)
  const [byEmail, known] = [
    email === undefined
      ? undefined
      : await db.selectFrom('person').select('id').where('email', '=', storableEmail(email)).executeTakeFirst(),
    await personOf(db, account),
  ]
  for (const id of [byEmail?.id, known]) {
    const row = id === undefined ? undefined : await findRow(db, id)
    if (row?.vouched === 1 && row.practice === 0) return 'listed'
  }
  return (await vouched.limit(1).executeTakeFirst()) === undefined ? 'no-list' : 'not-listed'
}

async function countMoved(
  db: Kysely<Tables>,
  { practice, from, to }: Parameters<People['moved']>[0],
): ReturnType<People['moved']> {
  const since = (column: 'starts_on' | 'leaves_on') =>
    db
      .selectFrom('person')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('practice', '=', practice ? 1 : 0)
      .where('same_as', 'is', null)
      .where('erased', '=', 0)
      .where(column, '>=', from)
  const began = await since('starts_on').where('starts_on', '<=', to).executeTakeFirstOrThrow()
  const left = await since('leaves_on').where('leaves_on', '<', to).executeTakeFirstOrThrow()
  return { began: Number(began.count), left: Number(left.count) }
}

/** Where the next page of people begins. */
export async function keyOf(
  db: Kysely<Tables>,
  after: string | undefined,
): Promise<{ sort: string; id: string } | undefined> {
  if (after === undefined) return undefined
  return db.selectFrom('person').select(['sort', 'id']).where('id', '=', after).executeTakeFirst()
}

async function putPeople(tx: Transaction<Tables>, people: readonly Person[], witness: Witness): Promise<void> {
  const known = new Map<string, PersonRow>()
  for (const some of inParts(people)) {
    const ids = some.map(({ id }) => id)
    await witness.look(ids)
    for (const row of await tx.selectFrom('person').selectAll().where('id', 'in', ids).execute()) known.set(row.id, row)
    // Email addresses are first moved out of each other's way: two people may have swapped them, and practice people
    // have to give way.
    await tx.updateTable('person').set({ email: null }).where('id', 'in', ids).execute()
    const emails = some.flatMap(({ email, practice }) =>
      email === undefined || practice ? [] : [storableEmail(email)],
    )
    if (emails.length === 0) continue
    const giveWay = tx.selectFrom('person').select('id').where('email', 'in', emails).where('practice', '=', 1)
    await witness.look((await giveWay.execute()).map(({ id }) => id))
    await tx.updateTable('person').set({ email: null }).where('email', 'in', emails).where('practice', '=', 1).execute()
  }
  for (const some of inParts(
    people.filter(({ id }) => !known.has(id)),
    50,
  )) {
    await tx.insertInto('person').values(some.map(newRow)).execute()
  }
  for (const person of people) {
    const before = known.get(person.id)
    if (before !== undefined) await change(tx, before, person)
  }
}

function newRow(person: Person): PersonRow {
  const roles = fromRoles(person.roles)
  return { ...fromPerson(person), roles, all_roles: roles, vouched: 1, same_as: null, erased: 0 }
}

/** Roles that come from a platform stay the platform's, which may take them back. */
async function change(tx: Transaction<Tables>, before: PersonRow, person: Person): Promise<void> {
  const row = fromPerson(person)
  const had = toRoles(before.roles)
  const given = await platformRoles(tx, person.id)
  const roles = fromRoles(person.roles.filter((role) => had.includes(role) || !given.includes(role)))
  await tx
    .updateTable('person')
    .set({ ...row, roles, vouched: 1 })
    .where('id', '=', person.id)
    .execute()
  await refreshRoles(tx, person.id)
  if (before.leaves_on !== row.leaves_on) await endSessions(tx, person.id)
}
