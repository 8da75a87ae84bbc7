// The school's own files, each version a row that is never changed.
import { sql, type Kysely } from 'kysely'
import type { HomeFiles } from '../../src/ports/home-files.ts'
import type { Tables } from './tables.ts'

export function homeFilesOver(db: Kysely<Tables>): HomeFiles {
  return {
    async latest() {
      const { rows } = await sql<Omit<Tables['home_file'], 'content'>>`
        select path, version, hash, by, at from home_file as one
        where version = (select max(version) from home_file as other where other.path = one.path)
        order by path`.execute(db)
      return rows.map(({ path, version, hash, by, at }) => ({
        path,
        version,
        hash: hash ?? undefined,
        by,
        at: new Date(at),
      }))
    },
    async content({ path, version }) {
      const row = await db
        .selectFrom('home_file')
        .select('content')
        .where('path', '=', path)
        .where('version', '=', version)
        .executeTakeFirst()
      return row?.content ?? undefined
    },
    async put({ path, after, content, hash, by, at }) {
      const row = { path, version: after + 1, content: content ?? null, hash: hash ?? null, by, at: at.toISOString() }
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('home_file')
        .values(row)
        .onConflict((c) => c.columns(['path', 'version']).doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
  }
}
