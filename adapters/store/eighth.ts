// Schema step eight: what somebody asked a person, and drafts for which somebody wants a yes. Never changed once
// released.
import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function eighth(db: Transaction<Tables>): Promise<void> {
  await sql`create table cases (id text primary key, at text not null, asker text not null, practice integer not null, platform text not null, route text not null, about text not null, state text not null, offered text not null, taker text, due text not null, closed_at text, closed_why text)`.execute(
    db,
  )
  await sql`create table case_message (case_id text not null, seq integer not null, at text not null, person text, kind text not null, text text not null, primary key (case_id, seq))`.execute(
    db,
  )
  await sql`create table draft_request (id text primary key, at text not null, asker text not null, practice integer not null, platform text not null, about text not null, offered text not null, lapses_at text not null, draft text not null, outcome text, decided_by text, decided_at text, reason text not null)`.execute(
    db,
  )
  await sql`create table draft_count (month text not null, practice integer not null, outcome text not null, count integer not null, primary key (month, practice, outcome))`.execute(
    db,
  )
  for (const [name, table, column] of [
    ['cases_asker', 'cases', 'asker'],
    ['cases_closed', 'cases', 'closed_at'],
    ['draft_request_lapses', 'draft_request', 'lapses_at'],
  ] as const)
    await sql`create index ${sql.ref(name)} on ${sql.table(table)} (${sql.ref(column)})`.execute(db)
}
