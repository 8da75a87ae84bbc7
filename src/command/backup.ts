// `backup`: the whole school in one file, even while the bot is running. The file is an SQLite database, whatever the
// school uses: it can be read without our tools, and can replace a home's database.
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Kysely } from 'kysely'
import type { BackupFile } from '../../adapters/store/backup-file.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import type { Verified } from '../proof/verify.ts'
import { pathsIn } from '../library/files.ts'
import { flag, misused, readOptions, refused, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { backupFolder, databaseFile, halfRestored } from './home.ts'
import { besideIn, papersIn } from './papers.ts'
import { lookAtFile } from './look-at-file.ts'
import { openServer, type WhichHome } from './open-home.ts'
import { sayVerified } from '../proof/words.ts'

const usage = 'Usage: backup [--to FILE] [--json]'

export const backupCommand: Command = async (context, argv) => {
  const read = readOptions(argv, { to: word, json: flag }, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const { to: named, json } = read.values
  if (read.words.length > 0) return misused(context, usage)
  const made = await makeBackup(context, named)
  if (made.kind === 'refused') return refused(context, json, made)
  const { file, verified, files } = made
  const kept = context.config.databaseUrl === undefined ? 'sqlite' : 'postgresql'
  if (json)
    context.out(JSON.stringify({ outcome: 'written', file, database: kept, files, verified, head: verified.head }))
  else sayWritten(context, made)
  return status.done
}

export type BackupMade =
  | ({ readonly kind: 'written'; readonly file: string } & Made<Extract<Verified, { kind: 'holds' }>>)
  | { readonly kind: 'refused'; readonly outcome: string; readonly what: string }

/** Into `backups/` of the home, unless another place is named. */
export async function makeBackup(which: WhichHome, named?: string): Promise<BackupMade> {
  const to = resolve(named ?? join(backupFolder(which.home), `policy-guide-${stampOf(which.clock())}.db`))
  const wrong = wrongWith(which, to)
  if (wrong !== undefined) return { kind: 'refused', ...wrong }
  const notWhole = await lookAtFile(which)
  if (notWhole !== undefined) {
    const what = `${notWhole.what} So no backup was written: keep your earlier ones.`
    return { kind: 'refused', ...notWhole, what }
  }
  mkdirSync(dirname(to), { recursive: true })
  const made = await writeBackup(which, to)
  const { verified, files } = made
  if (verified.kind === 'holds') return { kind: 'written', file: to, verified, files }
  const what = `${sayVerified(verified).join(' ')} So no backup was written: keep your earlier ones.`
  return { kind: 'refused', outcome: 'broken', what }
}

/** Such as 2026-11-23T090000Z. */
function stampOf(now: Date): string {
  return now
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '')
}

function wrongWith({ home, config }: WhichHome, to: string): { outcome: string; what: string } | undefined {
  if (existsSync(to)) return { outcome: 'exists', what: `${to} is there already, and a backup never takes its place.` }
  const half = halfRestored(home)
  if (half !== undefined) return { outcome: 'half-restored', what: half }
  if (config.databaseUrl !== undefined || existsSync(databaseFile(home))) return undefined
  return { outcome: 'nothing', what: `There is nothing to back up: ${home} holds no database yet.` }
}

interface Made<V extends Verified = Verified> {
  readonly verified: V
  /** The home's own files in it. */
  readonly files: readonly string[]
}

/** The file gets its name only once it is complete and verified. */
async function writeBackup(context: WhichHome, to: string): Promise<Made> {
  const part = `${to}.${context.newId()}.part`
  // Nobody else may read it, from its first byte on.
  closeSync(openSync(part, 'wx', 0o600))
  try {
    const made = await fill(context, part)
    if (made.verified.kind === 'holds') putInPlace(part, to)
    return made
  } finally {
    for (const left of [part, `${part}-journal`]) rmSync(left, { force: true })
  }
}

async function fill({ home, config, clock }: WhichHome, part: string): Promise<Made> {
  const [{ openSqlite, snapshotSqlite }, { packBackup, belongsInHome }, { verifyDatabase }, { leaveOutDrafts }] =
    await Promise.all([
      import('../../adapters/store/sqlite.ts'),
      import('../../adapters/store/backup-file.ts'),
      import('./judge-copy.ts'),
      import('../../adapters/store/approvals.ts'),
    ])
  const at = clock()
  if (config.databaseUrl === undefined) snapshotSqlite(databaseFile(home), part)
  const copy = await openSqlite(part, 'alone')
  try {
    if (config.databaseUrl !== undefined) {
      const server = await openServer(config.databaseUrl)
      await copyServer(server, copy).finally(() => server.destroy())
    }
    // First of all: people who asked for a yes were told that their draft is in no backup.
    await leaveOutDrafts(copy)
    const verified = await verifyDatabase(copy)
    // After the database: editions are added and never changed, so every edition that it mentions is among them.
    const files = ownFiles(home, belongsInHome)
    await packBackup(copy, { at, files })
    return { verified, files: files.map(({ path }) => path) }
  } finally {
    await copy.destroy()
  }
}

/** Everything as it is at one moment, while others go on writing. */
async function copyServer(server: Kysely<Tables>, copy: Kysely<Tables>): Promise<void> {
  const { atOneMoment, copyRows, finishCopy } = await import('../../adapters/store/copy-into.ts')
  await atOneMoment(server, { still: false }, (from) => copyRows(copy, { from }))
  const finished = await finishCopy(copy, { judge: () => Promise.resolve(undefined) })
  if (finished.kind !== 'whole')
    throw new Error('The copy of the database is not as it was written. Is the disk in order?')
}

function ownFiles(home: string, belongsInHome: (path: string) => boolean): BackupFile[] {
  return [...pathsIn(home), ...papersIn(home), ...besideIn(home).filter(belongsInHome)].map((path) => ({
    path,
    content: readFileSync(join(home, path)),
  }))
}

function putInPlace(part: string, to: string): void {
  const handle = openSync(part, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  try {
    // Unlike a rename, creating a link fails where somebody has put a file there meanwhile.
    linkSync(part, to)
  } catch (error) {
    if (existsSync(to)) throw new Error(`${to} has appeared meanwhile, so nothing was written.`, { cause: error })
    // Not every disk supports links.
    renameSync(part, to)
  }
}

function sayWritten(
  { out }: CommandContext,
  { file: to, verified, files }: Extract<BackupMade, { kind: 'written' }>,
): void {
  out(`Written: ${to}`)
  for (const line of sayVerified(verified)) out(line)
  out(files.length === 0 ? 'The home has no files of its own.' : `With the home’s own files: ${files.join(', ')}`)
  out('It holds names and what was said in confidence: keep it on another machine, where only you can read it.')
  out(`To try it: npm run restore -- ${to} --home AN-EMPTY-FOLDER`)
}
