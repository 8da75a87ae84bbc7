// Reads and writes the rows of people. One person may have several rows; all but one of them only point to that one.
import type { Kysely } from 'kysely'
import type { Account, Role } from '../../src/chat/people.ts'
import { fromRoles, toRoles } from './rows.ts'
import type { PersonRow, Tables } from './tables.ts'

/** The row for whoever has this id; undefined for nobody and for somebody erased. */
export async function findRow(db: Kysely<Tables>, id: string): Promise<PersonRow | undefined> {
  const row = await rowOf(db, id)
  return row?.erased === 0 ? row : undefined
}

/** Also for somebody erased. */
async function rowOf(db: Kysely<Tables>, id: string): Promise<PersonRow | undefined> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (row?.same_as == null) return row
  return db.selectFrom('person').selectAll().where('id', '=', row.same_as).executeTakeFirst()
}

export interface Ids {
  /** The ids under which somebody's rows of today may be. */
  readonly now: string
  /** The ids under which their history may be. */
  readonly all: readonly string[]
}

export async function idsOf(db: Kysely<Tables>, id: string): Promise<Ids> {
  const now = (await rowOf(db, id))?.id ?? id
  const others = await db.selectFrom('person').select('id').where('same_as', '=', now).execute()
  return { now, all: [now, ...others.map((row) => row.id)] }
}

/** After any change of roles: computes all their roles together. Somebody whose roles changed must come in again. */
export async function refreshRoles(db: Kysely<Tables>, person: string): Promise<void> {
  const row = await db.selectFrom('person').select(['roles', 'all_roles']).where('id', '=', person).executeTakeFirst()
  if (row === undefined) return
  const all = fromRoles([...toRoles(row.roles), ...(await platformRoles(db, person))])
  if (all === row.all_roles) return
  await db.updateTable('person').set({ all_roles: all }).where('id', '=', person).execute()
  await endSessions(db, person)
}

export async function platformRoles(db: Kysely<Tables>, person: string): Promise<Role[]> {
  const open = await db
    .selectFrom('account')
    .select('roles')
    .where('person', '=', person)
    .where('open', '=', 1)
    .execute()
  return open.flatMap(({ roles }) => toRoles(roles))
}

export async function endSessions(db: Kysely<Tables>, person: string): Promise<void> {
  await db.deleteFrom('session').where('person', '=', person).execute()
}

export async function personOf(db: Kysely<Tables>, { platform, id }: Account): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select('person')
    .where('platform', '=', platform)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.person
}
