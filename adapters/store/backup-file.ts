// What a backup holds besides the tables: what it was made from, and the home's other files. They are in two tables of
// their own, which the bot never queries.
import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import { sha256 } from '../../src/kit/hash.ts'
import type { Tables } from './tables.ts'

export interface BackupFile {
  /** The path inside the home, with forward slashes. */
  readonly path: string
  readonly content: Uint8Array
}

export type Unpacked =
  | { readonly kind: 'backup'; readonly files: readonly BackupFile[] }
  | { readonly kind: 'no-backup' }
  /** A file in it is not what was put in, or does not belong in a home. */
  | { readonly kind: 'damaged'; readonly path: string }

export async function packBackup(
  db: Kysely<Tables>,
  { at, files }: { readonly at: Date; readonly files: readonly BackupFile[] },
): Promise<void> {
  await dropOwn(db)
  await sql`create table backup (made_at text not null)`.execute(db)
  await sql`create table backup_file (path text primary key, hash text not null, content blob not null)`.execute(db)
  for (const { path, content } of files)
    await sql`insert into backup_file (path, hash, content) values (${path}, ${sha256(content)}, ${content})`.execute(
      db,
    )
  await sql`insert into backup (made_at) values (${at.toISOString()})`.execute(db)
}

/** Removes what `packBackup` put in, so that only the database remains. */
export async function unpackBackup(db: Kysely<Tables>): Promise<Unpacked> {
  if (!(await isBackup(db))) return { kind: 'no-backup' }
  const { rows } = await sql<Row>`select path, hash, content from backup_file order by path`.execute(db)
  const files: BackupFile[] = []
  for (const row of rows) {
    const read = FileRow.safeParse(row)
    if (!read.success || sha256(read.data.content) !== read.data.hash)
      return { kind: 'damaged', path: String(row.path) }
    files.push({ path: read.data.path, content: read.data.content })
  }
  await dropOwn(db)
  return { kind: 'backup', files }
}

interface Row {
  readonly path: unknown
}

/** A file that somebody hands us must never be written outside the home. */
const inHome = [
  /^(school|words|urgent|law|lexicon)\.yaml$|^people-columns\.json$|^cosigned-[0-9a-f]{16}\.json$/,
  /^(policies|scenarios|topics|bundles)\/[^/\\\0]+(\/[^/\\\0]+)*\.(yaml|md)$/,
  /^papers\/[0-9a-f]{64}\.[a-z]+$/,
  /^history\/[0-9a-f]{64}$/,
  /^documents\/[^/\\\0]+\/[^/\\\0]+$/,
  /^proposed\/(list\.json|[0-9a-f]{64}(\.[a-z0-9]+)?)$/,
]

/** Whether a restore would write it; anything else must not go into a backup. */
export function belongsInHome(path: string): boolean {
  return inHome.some((form) => form.test(path)) && !path.split('/').some((part) => part === '..' || part === '.')
}

const FileRow = z.object({
  path: z.string().refine(belongsInHome),
  hash: z.string(),
  content: z.instanceof(Uint8Array),
})

/** The damage in the database's own words; undefined where all pages are in order. */
export async function damageIn(db: Kysely<Tables>): Promise<string | undefined> {
  const { rows } = await sql<{ integrity_check: unknown }>`pragma integrity_check`.execute(db)
  const said = String(rows[0]?.integrity_check)
  return said === 'ok' ? undefined : said
}

async function isBackup(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from sqlite_master where type = 'table' and name = 'backup'`.execute(db)
  return rows.length === 1 && (await sql`select 1 from backup limit 1`.execute(db)).rows.length === 1
}

async function dropOwn(db: Kysely<Tables>): Promise<void> {
  for (const table of ['backup', 'backup_file']) await sql`drop table if exists ${sql.table(table)}`.execute(db)
}
