// The places where a school can keep its data, a home folder or PostgreSQL, and the commands that move it, for suites
// about moving.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Kysely } from 'kysely'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { backupCommand } from '../../src/command/backup.ts'
import { restoreCommand } from '../../src/command/restore.ts'
import { run, type Ran } from './command.ts'
import { aFolder } from './databases.ts'
import { parts } from './evidence.ts'
import { allRows, fillSchool } from './full-school.ts'
import { freshPostgres } from './postgres.ts'

export const makers = parts
export const kinds = ['sqlite', 'postgresql'] as const

export interface Place {
  readonly home: string
  readonly env: Record<string, string>
  open(): Promise<Kysely<Tables>>
}

export async function aPlace(kind: (typeof kinds)[number]): Promise<Place> {
  const home = join(aFolder(), 'home')
  // Opened alone, so that closing frees the file while this process goes on.
  if (kind === 'sqlite') return { home, env: {}, open: () => openSqlite(join(home, 'policy-guide.db'), 'alone') }
  const url = await freshPostgres()
  return { home, env: { DATABASE_URL: url }, open: () => openPostgres(url) }
}

const paper = `papers/${'a'.repeat(64)}.png`

/** The home's own files, by their paths in it. */
export const ownFiles = [
  'school.yaml',
  'lexicon.yaml',
  'policies/social-media/2026-10.md',
  'topics/own.yaml',
  paper,
] as const

export async function aSchool(kind: (typeof kinds)[number]): Promise<Place> {
  const place = await aPlace(kind)
  mkdirSync(join(place.home, 'policies/social-media'), { recursive: true })
  writeFileSync(join(place.home, 'school.yaml'), 'name: Zoë’s School\n')
  writeFileSync(join(place.home, 'policies/social-media/2026-10.md'), 'an edition\r\n')
  for (const path of [paper, 'lexicon.yaml', 'topics/own.yaml']) {
    mkdirSync(dirname(join(place.home, path)), { recursive: true })
    writeFileSync(join(place.home, path), path)
  }
  await within(place, fillSchool)
  return place
}

export async function within<T>({ open }: Pick<Place, 'open'>, act: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const db = await open()
  return act(db).finally(() => db.destroy())
}

export const rowsOf = (place: Place) => within(place, allRows)
export const backUp = ({ home, env }: Place, to: string) => run(backupCommand, ['--to', to, '--json'], { home, env })
export const restoreTo = ({ home, env }: Place, file: string) => run(restoreCommand, [file], { home, env })
export const said = ({ err }: Ran) => err.join('\n')
