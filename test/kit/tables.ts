// Embedded databases with all tables and nothing in them. The schema's steps are taken once, and what they left is copied:
// to take them takes twenty times as long.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { sql, type Kysely } from 'kysely'
import { openShared, openSqlite } from '../../adapters/store/sqlite.ts'
import type { Tables } from '../../adapters/store/tables.ts'

export async function tablesInMemory(): Promise<Kysely<Tables>> {
  const written = await (script ??= writeScript())
  const database = new DatabaseSync(':memory:')
  database.exec(written)
  return openShared(database, ':memory:')
}

/** `file` is not there yet. */
export async function tablesInFile(file: string): Promise<Kysely<Tables>> {
  writeFileSync(file, await (bytes ??= makeFile()), { flag: 'wx', mode: 0o600 })
  return openSqlite(file)
}

let script: Promise<string> | undefined
let bytes: Promise<Uint8Array> | undefined

/** The commands that make every table and index, with the few rows that the steps write. */
async function writeScript(): Promise<string> {
  const db = await openSqlite(':memory:')
  try {
    const { rows: made } = await sql<{ type: string; name: string; sql: string }>`
      select type, name, sql from sqlite_master where sql is not null order by type = 'table' desc, rowid`.execute(db)
    const lines = made.map((each) => each.sql)
    for (const { name } of made.filter(({ type }) => type === 'table')) {
      const { rows: columns } = await sql<{ name: string }>`select name from pragma_table_info(${name})`.execute(db)
      const values = columns.map((column) => `quote("${column.name}")`).join(` || ',' || `)
      const { rows } = await sql<{ given: string }>`select ${sql.raw(values)} as given from ${sql.table(name)}`.execute(
        db,
      )
      lines.push(...rows.map(({ given }) => `insert into "${name}" values (${given})`))
    }
    return `begin; ${lines.join('; ')}; commit`
  } finally {
    await db.destroy()
  }
}

async function makeFile(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-guide-tables-'))
  try {
    const file = join(folder, 'policy-guide.db')
    await (await openSqlite(file)).destroy()
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
