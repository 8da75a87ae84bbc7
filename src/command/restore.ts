// `restore`: a backup into an empty home, and into an empty database where DATABASE_URL is set. It is restored whole or
// not at all: until the last file is in place, a folder in the home tells every command that the home is incomplete.
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Kysely } from 'kysely'
import type { BackupFile } from '../../adapters/store/backup-file.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { sayList } from '../kit/text.ts'
import type { Verified } from '../proof/verify.ts'
import { flag, misused, readOptions, refused } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { databaseFile, halfRestored, restoringFolder } from './home.ts'
import { openServerToCopyInto } from './open-home.ts'
import { sayVerified } from '../proof/words.ts'

const usage = 'Usage: restore FILE [--home FOLDER] [--json]'

export const restoreCommand: Command = async (context, argv) => {
  const read = readOptions(argv, { json: flag }, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const [named, ...more] = read.words
  if (named === undefined || more.length > 0) return misused(context, usage)
  const { json } = read.values
  const { home } = context
  const file = resolve(named)
  const wrong = wrongWith(home, file)
  if (wrong !== undefined) return refused(context, json, wrong)
  const restored = await restore(context, file)
  if (restored.kind === 'refused') return refused(context, json, restored)
  const { verified, files } = restored
  if (json) context.out(JSON.stringify({ outcome: 'restored', home, files, verified, head: verified.head }))
  else {
    context.out(`Restored into ${home}${context.config.databaseUrl === undefined ? '' : ' and PostgreSQL'}.`)
    for (const line of sayVerified(verified)) context.out(line)
    if (files.length > 0) context.out(`The school’s own files: ${files.join(', ')}`)
    context.out('Next: npm run doctor, then npm start.')
  }
  return status.done
}

interface Refusal {
  readonly outcome: string
  readonly what: string
}

/** What may be in a home before anything is restored into it. */
const harmless = new Set(['cache', 'backups', 'lost+found'])

function wrongWith(home: string, file: string): Refusal | undefined {
  if (!existsSync(file)) return { outcome: 'no-file', what: `There is no file ${file}.` }
  const half = halfRestored(home)
  if (half !== undefined) return { outcome: 'half-restored', what: half }
  const there = existsSync(home) ? readdirSync(home).filter((name) => !harmless.has(name)) : []
  if (there.length === 0) return undefined
  const what = `${home} is not empty: it holds ${sayList(there)}. Name an empty folder with --home.`
  return { outcome: 'not-empty', what }
}

type Restored =
  | {
      readonly kind: 'restored'
      readonly verified: Extract<Verified, { kind: 'holds' }>
      readonly files: readonly string[]
    }
  | ({ readonly kind: 'refused' } & Refusal)

async function restore(context: CommandContext, file: string): Promise<Restored> {
  const { home, config } = context
  const staged = restoringFolder(home)
  mkdirSync(staged, { recursive: true })
  const database = databaseFile(staged)
  let placed = false
  try {
    copyFileSync(file, database)
    chmodSync(database, 0o600)
    const read = await readStaged(database, file)
    if (read.kind === 'refused') return read
    const { verified, files } = read
    for (const each of files) stage(staged, each)
    if (config.databaseUrl === undefined) syncFile(database)
    else {
      const refusal = await fillServer(config.databaseUrl, { database, verified })
      if (refusal !== undefined) return { kind: 'refused', ...refusal }
    }
    placed = true
    if (config.databaseUrl !== undefined) rmSync(database)
    for (const name of readdirSync(staged)) renameSync(join(staged, name), join(home, name))
    rmSync(staged, { recursive: true })
    return { kind: 'restored', verified, files: files.map(({ path }) => path) }
  } finally {
    // Once the first file is in place, the remaining folder shows that not all of them are.
    if (!placed) rmSync(staged, { recursive: true, force: true })
  }
}

type Staged =
  | {
      readonly kind: 'read'
      readonly verified: Extract<Verified, { kind: 'holds' }>
      readonly files: readonly BackupFile[]
    }
  | ({ readonly kind: 'refused' } & Refusal)

/** Brings the copy up to date, checks all of it, and leaves the database alone in it. */
export async function readStaged(database: string, file: string): Promise<Staged> {
  const { openSqlite } = await import('../../adapters/store/sqlite.ts')
  let db: Kysely<Tables>
  try {
    db = await openSqlite(database, 'alone')
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be opened'
    return { kind: 'refused', outcome: 'unreadable', what: `${file} cannot be restored: ${why}` }
  }
  try {
    return await readOpen(db, file)
  } finally {
    await db.destroy()
  }
}

async function readOpen(db: Kysely<Tables>, file: string): Promise<Staged> {
  const [{ damageIn, unpackBackup }, { verifyDatabase }] = await Promise.all([
    import('../../adapters/store/backup-file.ts'),
    import('./judge-copy.ts'),
  ])
  const refusal = (outcome: string, what: string) => ({ kind: 'refused', outcome, what }) as const
  const damage = await damageIn(db)
  if (damage !== undefined) return refusal('damaged', `${file} is damaged (${damage}). Take an earlier backup.`)
  const unpacked = await unpackBackup(db)
  if (unpacked.kind === 'no-backup')
    return refusal('no-backup', `${file} is no backup: npm run backup did not write it, or did not finish.`)
  if (unpacked.kind === 'damaged')
    return refusal('damaged', `${file} is damaged: “${unpacked.path}” in it is not as it was. Take an earlier backup.`)
  const verified = await verifyDatabase(db)
  if (verified.kind === 'broken')
    return refusal('broken', [`Not restored: ${file}.`, ...sayVerified(verified)].join(' '))
  return { kind: 'read', verified, files: unpacked.files }
}

async function fillServer(
  databaseUrl: string,
  { database, verified }: { readonly database: string; readonly verified: Extract<Verified, { kind: 'holds' }> },
): Promise<Refusal | undefined> {
  const [{ openSqlite }, { moveInto }] = await Promise.all([
    import('../../adapters/store/sqlite.ts'),
    import('./move-into.ts'),
  ])
  const [from, to] = [await openSqlite(database, 'alone'), await openServerToCopyInto(databaseUrl)]
  try {
    const moved = await moveInto(to, { from, head: verified.head, into: 'The database of DATABASE_URL' })
    if (moved.kind !== 'interrupted') return moved.kind === 'moved' ? undefined : moved
    throw new Error(`${moved.what}. Give the same command again: in the database it goes on where it stopped.`)
  } finally {
    await to.destroy()
    await from.destroy()
  }
}

function stage(folder: string, { path, content }: BackupFile): void {
  const to = join(folder, path)
  mkdirSync(dirname(to), { recursive: true })
  writeFileSync(to, content, { flag: 'wx' })
  syncFile(to)
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}
