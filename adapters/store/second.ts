// Schema step two: the school's people, the journal with its data, and links. Never changed once released.
import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

type Columns = Readonly<Record<string, string>>

/** `!` after a type: never null. */
const tables: Readonly<Record<string, { readonly key: readonly string[]; readonly columns: Columns }>> = {
  address: { key: ['platform', 'id'], columns: { platform: 'text!', id: 'text!', address: 'text!' } },
  hidden: { key: ['entry'], columns: { entry: 'text!', person: 'text', salt: 'text!', fields: 'text!' } },
  wording: { key: ['hash'], columns: { hash: 'text!', text: 'text!' } },
  reading: {
    key: ['person', 'policy'],
    columns: { person: 'text!', policy: 'text!', edition: 'text!', read: 'text!', at: 'text!' },
  },
  involvement: {
    key: ['policy', 'person'],
    columns: {
      person: 'text!',
      policy: 'text!',
      signed_entry: 'text',
      signed_edition: 'text',
      signed_wording: 'text',
      signed_at: 'text',
      open_kind: 'text',
      open_edition: 'text',
      open_at: 'text',
      excused_by: 'text',
      excused_until: 'text',
      reading_edition: 'text',
      reading_sections: 'integer',
    },
  },
  campaign: {
    key: ['id'],
    columns: {
      id: 'text!',
      seq: 'integer!',
      policy: 'text!',
      edition: 'text!',
      audience: 'text!',
      due: 'text!',
      opened_on: 'text!',
      closed_on: 'text',
      practice: 'integer!',
    },
  },
  link: {
    key: ['hash'],
    columns: { hash: 'text!', person: 'text!', purpose: 'text!', expires: 'text!', taken: 'text' },
  },
  session: { key: ['hash'], columns: { hash: 'text!', person: 'text!', purpose: 'text!', expires: 'text!' } },
}

export async function second(db: Transaction<Tables>): Promise<void> {
  await widenPerson(db)
  await db.schema.alterTable('account').addColumn('spoke_at', 'text').execute()
  await createJournal(db)
  for (const [name, { key, columns }] of Object.entries(tables)) {
    const said = Object.entries(columns).map(([column, type]) => `"${column}" ${type.replace('!', ' not null')}`)
    await sql`create table ${sql.table(name)} (${sql.raw(said.join(', '))}, primary key (${sql.raw(key.join(', '))}))`.execute(
      db,
    )
  }
  for (const [name, table, columns] of [
    ['person_sort', 'person', ['practice', 'sort', 'id']],
    ['person_same_as', 'person', ['same_as']],
    ['entry_person', 'entry', ['person', 'policy']],
    ['entry_policy', 'entry', ['policy', 'kind']],
    ['hidden_person', 'hidden', ['person']],
    ['involvement_person', 'involvement', ['person']],
    ['reading_person', 'reading', ['person']],
    ['campaign_policy', 'campaign', ['policy']],
    ['link_person', 'link', ['person']],
    ['session_person', 'session', ['person']],
  ] as const) {
    const keys = sql.join(columns.map((column) => sql.ref(column)))
    await sql`create index ${sql.ref(name)} on ${sql.table(table)} (${keys})`.execute(db)
  }
}

async function widenPerson(db: Transaction<Tables>): Promise<void> {
  const columns: Columns = {
    group: 'text',
    roles: `text not null default '[]'`,
    all_roles: `text not null default '[]'`,
    manager: 'text',
    starts_on: 'text',
    leaves_on: 'text',
    away: `text not null default '[]'`,
    listed: 'integer not null default 0',
    practice: 'integer not null default 0',
    sort: `text not null default ''`,
    same_as: 'text',
    erased: 'integer not null default 0',
  }
  for (const [column, type] of Object.entries(columns)) {
    await db.schema.alterTable('person').addColumn(column, sql.raw(type)).execute()
  }
  const people = await db.selectFrom('person').select(['id', 'name']).execute()
  for (const { id, name } of people) {
    const accounts = await db
      .selectFrom('account')
      .select('roles')
      .where('person', '=', id)
      .where('open', '=', 1)
      .execute()
    const given = accounts.map(({ roles }) => roles).join(' ')
    const order = ['staff', 'slt', 'policy-owner', 'administrator']
    await db
      .updateTable('person')
      .set({
        sort: name.normalize('NFKC').toLowerCase(),
        all_roles: JSON.stringify(order.filter((role) => given.includes(`"${role}"`))),
      })
      .where('id', '=', id)
      .execute()
  }
}

async function createJournal(db: Transaction<Tables>): Promise<void> {
  await db.schema
    .createTable('entry')
    .addColumn('seq', 'integer', (c) => c.primaryKey().check(sql`seq > 0`))
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('person', 'text')
    .addColumn('policy', 'text')
    .addColumn('fact', 'text', (c) => c.notNull())
    .addColumn('hidden', 'text', (c) => c.notNull())
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('journal_head')
    .addColumn('one', 'integer', (c) => c.primaryKey())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute()
  await db
    .insertInto('journal_head')
    .values({ one: 1, seq: 0, hash: '0'.repeat(64) })
    .execute()
}
