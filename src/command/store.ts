// `store copy`: moves a school from its home's own SQLite file to the PostgreSQL of DATABASE_URL, whole or not at all.
import { existsSync } from 'node:fs'
import type { Kysely } from 'kysely'
import type { Tables } from '../../adapters/store/tables.ts'
import { flag, misused, readOptions, refused } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { databaseFile, halfRestored } from './home.ts'
import type { CopyOutcome } from './move-into.ts'
import { openServer } from './open-home.ts'
import { sayVerified } from '../proof/words.ts'

const usage = 'Usage: store copy [--json], with DATABASE_URL set to an empty PostgreSQL database'

export const storeCommand: Command = async (context, argv) => {
  const read = readOptions(argv, { json: flag }, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const [verb, ...more] = read.words
  const { databaseUrl } = context.config
  if (verb !== 'copy' || more.length > 0) return misused(context, usage)
  if (databaseUrl === undefined) return misused(context, `DATABASE_URL is not set.\n${usage}`)
  const { json } = read.values
  const copied = await copy(context, databaseUrl)
  if (copied.kind === 'refused') return refused(context, json, copied)
  if (json) {
    const { counts, verified } = copied
    context.out(JSON.stringify({ outcome: 'copied', rows: counts, verified, head: verified.head }))
  } else sayCopied(context, copied)
  return status.done
}

async function copy({ home, err }: CommandContext, databaseUrl: string): Promise<CopyOutcome> {
  const file = databaseFile(home)
  const half = halfRestored(home)
  if (half !== undefined) return { kind: 'refused', outcome: 'half-restored', what: half }
  if (!existsSync(file)) {
    const what = `${home} holds no database to copy. Without one, start the bot with DATABASE_URL set, and it makes its own.`
    return { kind: 'refused', outcome: 'nothing', what }
  }
  const from = await openSource(file)
  if (from === undefined) {
    const what = `${file} is in use. Stop the bot, and copy then: what is written meanwhile would be lost.`
    return { kind: 'refused', outcome: 'in-use', what }
  }
  try {
    const to = await openServer(databaseUrl)
    try {
      const { moveInto } = await import('./move-into.ts')
      const head = await from.selectFrom('journal_head').select(['seq', 'hash']).executeTakeFirstOrThrow()
      // Beside what is asked for, so that --json stays what it is.
      const tell = (table: string, copied: number, of: number) => err(`  ${table}: ${copied} of ${of}`)
      return await moveInto(to, { from, head, tell })
    } finally {
      await to.destroy()
    }
  } finally {
    await from.destroy()
  }
}

/** Brought up to this program's schema; undefined while the bot, or anybody else, has it open. */
async function openSource(file: string): Promise<Kysely<Tables> | undefined> {
  const { InUse, openSqlite } = await import('../../adapters/store/sqlite.ts')
  try {
    return await openSqlite(file, 'alone')
  } catch (error) {
    if (error instanceof InUse) return undefined
    throw error
  }
}

function sayCopied({ home, out }: CommandContext, { counts, verified }: Extract<CopyOutcome, { kind: 'moved' }>): void {
  const rows = Object.entries(counts).filter(([, count]) => count > 0)
  out(`Copied to PostgreSQL: ${rows.map(([table, count]) => `${table} ${count}`).join(', ')}.`)
  for (const line of sayVerified(verified)) out(line)
  out(`Next: put ${databaseFile(home)} away, so that nobody starts on it by mistake, and start with DATABASE_URL set.`)
  out('The home stays: it holds the school’s own files. Every further server needs a copy of them.')
}
