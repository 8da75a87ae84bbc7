// The one set of queries behind the Store and Directory ports, whichever database holds them.
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import type { Account, Person } from '../../src/chat/people.ts'
import type { Directory, KeptRuling, SeenPerson, Store } from '../../src/ports.ts'
import type { Tables } from './tables.ts'

export interface OpenStore {
  readonly store: Store
  readonly directory: Directory
  close(): Promise<void>
}

export function openStore(db: Kysely<Tables>, newId: () => string): OpenStore {
  return { store: storeOver(db, newId), directory: directoryOver(db, newId), close: () => db.destroy() }
}

function storeOver(db: Kysely<Tables>, newId: () => string): Store {
  return {
    async claim(key, at) {
      const inserted = await db
        .insertInto('claim')
        .values({ key, at: at.toISOString() })
        .onConflict((c) => c.doNothing())
        .executeTakeFirst()
      return inserted.numInsertedOrUpdatedRows === 1n
    },
    async keepQuestion({ id, at, text, outcome, policy, section, certainty }) {
      await db
        .insertInto('question')
        .values({
          id,
          at: at.toISOString(),
          text: storable(text),
          outcome,
          policy: policy ?? null,
          section: section ?? null,
          certainty,
          helpful: null,
        })
        .execute()
    },
    async rateQuestion(id, helpful) {
      const updated = await db
        .updateTable('question')
        .set({ helpful: helpful ? 1 : 0 })
        .where('id', '=', id)
        .executeTakeFirst()
      return updated.numUpdatedRows === 1n
    },
    ...rulingsOver(db, newId),
    async forgetBefore(instant) {
      const before = instant.toISOString()
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('question').where('at', '<', before).execute()
        await tx.deleteFrom('ruling').where('at', '<', before).execute()
        await tx.deleteFrom('claim').where('at', '<', before).execute()
      })
    },
  }
}

function rulingsOver(db: Kysely<Tables>, newId: () => string): Pick<Store, 'keepRuling' | 'rulingsOf'> {
  return {
    async keepRuling({ account, at, scenario, ruling }) {
      await db
        .insertInto('ruling')
        .values({
          id: newId(),
          platform: account.platform,
          account: account.id,
          at: at.toISOString(),
          scenario,
          ruling,
        })
        .execute()
    },
    async rulingsOf(account, most) {
      const rows = await db
        .selectFrom('ruling')
        .selectAll()
        .where('platform', '=', account.platform)
        .where('account', '=', account.id)
        .orderBy('at', 'desc')
        .limit(most)
        .execute()
      return rows.map(({ at, scenario, ruling }): KeptRuling => ({ account, at: new Date(at), scenario, ruling }))
    },
  }
}

function directoryOver(db: Kysely<Tables>, newId: () => string): Directory {
  return {
    async find({ platform, id }) {
      const rows = await db
        .selectFrom('account as asked')
        .innerJoin('person', 'person.id', 'asked.person')
        .innerJoin('account as each', 'each.person', 'person.id')
        .select(['person.id', 'person.name', 'person.email', 'each.roles'])
        .where('asked.platform', '=', platform)
        .where('asked.id', '=', id)
        .where('asked.open', '=', 1)
        .where('each.open', '=', 1)
        .execute()
      return toPerson(rows)
    },
    async names() {
      const rows = await db.selectFrom('person').select('name').execute()
      return rows.map(({ name }) => name)
    },
    keep(account, seen) {
      return db.transaction().execute((tx) => keepPerson(tx, account, { ...seen, newId }))
    },
    async close({ platform, id }) {
      await db.updateTable('account').set({ open: 0 }).where('platform', '=', platform).where('id', '=', id).execute()
    },
  }
}

async function keepPerson(
  tx: Transaction<Tables>,
  { platform, id }: Account,
  { newId, ...seen }: SeenPerson & { newId: () => string },
): Promise<void> {
  const email = seen.email === undefined ? null : storable(seen.email.trim().toLowerCase())
  const name = storable(seen.name)
  const known = await tx
    .selectFrom('account')
    .select('person')
    .where('platform', '=', platform)
    .where('id', '=', id)
    .executeTakeFirst()
  const sameEmail =
    email === null
      ? undefined
      : await tx.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  const person = sameEmail?.id ?? known?.person ?? newId()
  await tx
    .insertInto('person')
    .values({ id: person, name, email })
    .onConflict((c) => c.column('id').doUpdateSet({ name, ...(email === null ? {} : { email }) }))
    .execute()
  const account = { person, roles: JSON.stringify(seen.roles), open: 1 }
  await tx
    .insertInto('account')
    .values({ platform, id, ...account })
    .onConflict((c) => c.columns(['platform', 'id']).doUpdateSet(account))
    .execute()
  if (known !== undefined && known.person !== person) await dropIfAlone(tx, known.person)
}

/** Somebody whose only account turned out to be somebody else's is nobody. */
async function dropIfAlone(tx: Transaction<Tables>, person: string): Promise<void> {
  const account = await tx.selectFrom('account').select('id').where('person', '=', person).executeTakeFirst()
  if (account === undefined) await tx.deleteFrom('person').where('id', '=', person).execute()
}

const Roles = z.array(z.enum(['staff', 'slt', 'policy-owner', 'administrator']))

function toPerson(rows: { id: string; name: string; email: string | null; roles: string }[]): Person | undefined {
  const [first] = rows
  if (first === undefined) return undefined
  const roles = new Set(rows.flatMap((row) => Roles.parse(JSON.parse(row.roles))))
  return { id: first.id, name: first.name, email: first.email ?? undefined, roles: [...roles] }
}

/** Without the one character that databases cut off at or refuse. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '')
}
