// Schema step: the directory becomes evidence. Everybody in it counts as listed, and is sealed with an entry of the
// journal, after one entry that says how many there were. Never changed once released.
import { sql, SqliteAdapter, type Transaction } from 'kysely'
import { seal } from '../../src/journal/seal.ts'
import type { Fact } from '../../src/journal/types.ts'
import { saltedHash } from '../../src/kit/hash.ts'
import { fromEntry } from './entries.ts'
import { holdHead } from './head.ts'
import { sortKey } from './rows.ts'
import type { Tables } from './tables.ts'
import { sealedOf } from './witness.ts'

export async function sixth(db: Transaction<Tables>): Promise<void> {
  await sql`alter table person add column vouched integer not null default 0`.execute(db)
  await sql`create table head_known (seq integer not null, way text not null, hash text not null, at text not null, primary key (seq, way))`.execute(
    db,
  )
  await sql`alter table reading add column began text`.execute(db)
  // The people who are already here count as the school's list until it imports one.
  await db.updateTable('person').set({ vouched: 1 }).execute()
  const { count } = await db
    .selectFrom('person')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  let { seq, hash } = await holdHead(db)
  await sortAnew(db)
  // A new home has nothing to bring over.
  if (Number(count) === 0 && seq === 0) return
  const { at, key } = await drawn(db)
  const append = async (fact: Fact, text: string | undefined) => {
    const [id, salt] = [`sealed-${seq + 1}`, saltedHash(key, `${seq + 1}`)]
    const hidden: Record<string, string> = text === undefined ? {} : { row: saltedHash(salt, text) }
    const entry = seal({ seq: seq + 1, id, at, fact, hidden }, hash)
    await db.insertInto('entry').values(fromEntry(entry)).execute()
    const person = 'person' in fact ? fact.person : null
    if (text !== undefined)
      await db
        .insertInto('hidden')
        .values({ entry: id, person, salt, fields: JSON.stringify({ row: text }) })
        .execute()
    ;({ seq, hash } = entry)
  }
  await append({ kind: 'directory-sealed', people: Number(count) }, undefined)
  for (let after = ''; ;) {
    const some = await db.selectFrom('person').select('id').where('id', '>', after).orderBy('id').limit(500).execute()
    const ids = some.map(({ id }) => id)
    const sealed = await sealedOf(db, ids)
    for (const id of ids) {
      const row = sealed.get(id)
      if (row === undefined) continue
      const into = row.into === null ? {} : { into: row.into }
      const { practice } = row
      await append({ kind: 'directory', person: id, what: ['sealed'], practice, ...into, by: 'operator' }, row.text)
    }
    const last = ids.at(-1)
    if (last === undefined) break
    after = last
  }
  await db.updateTable('journal_head').set({ seq, hash }).execute()
}

/** From here on names sort as people expect. */
async function sortAnew(db: Transaction<Tables>): Promise<void> {
  const people = await db.selectFrom('person').select(['id', 'name', 'sort']).execute()
  for (const { id, name, sort } of people) {
    if (sortKey(name) !== sort)
      await db
        .updateTable('person')
        .set({ sort: sortKey(name) })
        .where('id', '=', id)
        .execute()
  }
}

/** The instant and a key for the salts come from the database itself, because a migration is given neither. */
async function drawn(db: Transaction<Tables>): Promise<{ readonly at: Date; readonly key: string }> {
  const query =
    db.getExecutor().adapter instanceof SqliteAdapter
      ? sql<{ at: string; key: string }>`
          select strftime('%Y-%m-%dT%H:%M:%fZ', 'now') as at, lower(hex(randomblob(32))) as key`
      : sql<{ at: string; key: string }>`
          select to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
            gen_random_uuid()::text || gen_random_uuid()::text as key`
  const { at, key } = (await query.execute(db)).rows[0] ?? { at: '', key: '' }
  return { at: new Date(at), key }
}
