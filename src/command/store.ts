// `store copy`: moves a school from its home's own SQLite file to the PostgreSQL of DATABASE_URL, or back. Interrupted,
// it goes on where it stopped; nobody can start on the copy before it is whole.
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import type { Kysely } from 'kysely'
import type { Step } from '../../adapters/store/copy-into.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { never } from '../kit/never.ts'
import { flag, misused, readOptions, refused } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { copyingFile, databaseFile, halfRestored } from './home.ts'
import type { CopyOutcome } from './move-into.ts'
import { hasDatabase, openServer, openServerToCopyInto } from './open-home.ts'
import { sayVerified } from '../proof/words.ts'

const usage = `Usage: store copy [--json], with DATABASE_URL set to an empty PostgreSQL database
       store copy --back [--json], from the PostgreSQL of DATABASE_URL into a home without a database`

export const storeCommand: Command = async (context, argv) => {
  const read = readOptions(argv, { back: flag, json: flag }, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const [verb, ...more] = read.words
  const { databaseUrl } = context.config
  if (verb !== 'copy' || more.length > 0) return misused(context, usage)
  if (databaseUrl === undefined) return misused(context, `DATABASE_URL is not set.\n${usage}`)
  const { json, back } = read.values
  const half = halfRestored(context.home)
  if (half !== undefined) return refused(context, json, { outcome: 'half-restored', what: half })
  const copied = await (back ? copyBack(context, databaseUrl) : copyToServer(context, databaseUrl))
  switch (copied.kind) {
    case 'refused':
      return refused(context, json, copied)
    case 'interrupted':
      return sayInterrupted(context, json, copied.what)
    case 'moved':
      if (json) {
        const { counts, verified } = copied
        context.out(JSON.stringify({ outcome: 'copied', rows: counts, verified, head: verified.head }))
      } else sayCopied(context, copied, back)
      return status.done
    default:
      return never(copied)
  }
}

async function copyToServer({ home, err }: CommandContext, databaseUrl: string): Promise<CopyOutcome> {
  const file = databaseFile(home)
  if (!existsSync(file)) {
    const what = `${home} holds no database to copy. Without one, start the bot with DATABASE_URL set, and it makes its own.`
    return { kind: 'refused', outcome: 'nothing', what }
  }
  const from = await openAlone(file)
  if (from === undefined) {
    const what = `${file} is in use. Stop the bot, and copy then: what is written meanwhile would be lost.`
    return { kind: 'refused', outcome: 'in-use', what }
  }
  try {
    const to = await openServerToCopyInto(databaseUrl)
    return await move(to, { from, into: 'The database of DATABASE_URL', err }).finally(() => to.destroy())
  } finally {
    await from.destroy()
  }
}

async function copyBack(context: CommandContext, databaseUrl: string): Promise<CopyOutcome> {
  const { home, err } = context
  const file = databaseFile(home)
  // A log that was left behind would be taken for the new file's own.
  const there = [file, `${file}-wal`].find((each) => existsSync(each))
  if (there !== undefined) {
    const what = `${there} is there already. Put it away, or name a home without a database with --home.`
    return { kind: 'refused', outcome: 'not-empty', what }
  }
  if (!(await hasDatabase(context))) {
    const what = 'The database of DATABASE_URL holds no school to copy.'
    return { kind: 'refused', outcome: 'nothing', what }
  }
  mkdirSync(home, { recursive: true })
  const to = await openHalf(copyingFile(home))
  if (to === undefined) {
    const what = `${copyingFile(home)} is in use: another copy is under way. Let that one finish.`
    return { kind: 'refused', outcome: 'in-use', what }
  }
  const copied = await fromServer(databaseUrl, { to, file, err }).finally(() => to.destroy())
  if (copied.kind === 'moved') renameSync(copyingFile(home), file)
  return copied
}

async function fromServer(
  databaseUrl: string,
  { to, file, err }: { readonly to: Kysely<Tables>; readonly file: string; readonly err: (line: string) => void },
): Promise<CopyOutcome> {
  const from = await openServer(databaseUrl)
  try {
    const copied = await move(to, { from, into: file, err })
    if (copied.kind !== 'moved') return copied
    const { head } = copied.verified
    const now = await headOf(from)
    if (now.seq === head.seq) return copied
    const what = 'Somebody has written to PostgreSQL meanwhile. Stop every server, and copy then.'
    return { kind: 'refused', outcome: 'in-use', what }
  } finally {
    await from.destroy()
  }
}

async function move(
  to: Kysely<Tables>,
  { from, into, err }: { readonly from: Kysely<Tables>; readonly into: string; readonly err: (line: string) => void },
): Promise<CopyOutcome> {
  const { moveInto } = await import('./move-into.ts')
  // Beside what is asked for, so that --json stays what it is.
  return moveInto(to, { from, into, head: await headOf(from), tell: (step) => sayStep(step, err) })
}

function headOf(db: Kysely<Tables>) {
  return db.selectFrom('journal_head').select(['seq', 'hash']).executeTakeFirstOrThrow()
}

/** Brought up to this program's schema; undefined while the bot, or anybody else, has it open. */
async function openAlone(file: string): Promise<Kysely<Tables> | undefined> {
  const { InUse, openSqlite } = await import('../../adapters/store/sqlite.ts')
  try {
    return await openSqlite(file, 'alone')
  } catch (error) {
    if (error instanceof InUse) return undefined
    throw error
  }
}

/** Half a copy, or a new file. What was ended just before it would have got its name is copied anew. */
async function openHalf(file: string): Promise<Kysely<Tables> | undefined> {
  const { isHalfCopy } = await import('../../adapters/store/half-copy.ts')
  const isThere = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
  const half = await openAlone(file)
  if (half === undefined || !isThere || (await isHalfCopy(half))) return half
  await half.destroy()
  rmSync(file)
  return openAlone(file)
}

/** Rows between two lines about one table. */
const between = 10_000

function sayStep(step: Step, err: (line: string) => void): void {
  switch (step.kind) {
    case 'copied':
      if (step.rows === step.of || step.rows % between === 0) err(`  ${step.table}: ${step.rows} of ${step.of}`)
      return
    case 'going-on':
      err(`Going on where it was interrupted: ${step.rows} rows are there already.`)
      return
    case 'anew':
      err('The school was written to since the copy was interrupted. So it is copied from the beginning.')
      return
    case 'looking-again':
      err(`  ${step.table}: ${step.rows} read again in the copy`)
      return
    default:
      never(step)
  }
}

function sayInterrupted({ out, err }: CommandContext, json: boolean, why: string): number {
  const what = `${why}. What was copied is kept: give the same command again, and it goes on where it stopped.`
  if (json) out(JSON.stringify({ outcome: 'interrupted', what }))
  else err(what)
  return status.no
}

function sayCopied(
  { home, out }: CommandContext,
  { counts, verified }: Extract<CopyOutcome, { kind: 'moved' }>,
  back: boolean,
): void {
  const rows = Object.entries(counts).filter(([, count]) => count > 0)
  const file = databaseFile(home)
  out(`Copied to ${back ? file : 'PostgreSQL'}: ${rows.map(([table, count]) => `${table} ${count}`).join(', ')}.`)
  out('Every row was read again where it arrived, and is as it was.')
  for (const line of sayVerified(verified)) out(line)
  if (back) {
    out('Next: start without DATABASE_URL, on one server only. PostgreSQL still holds what it held.')
    return
  }
  out(`Next: put ${file} away, so that nobody starts on it by mistake, and start with DATABASE_URL set.`)
  out('The home stays: it holds the school’s own files. Every further server needs a copy of them.')
}
