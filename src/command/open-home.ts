// The school's database, for commands that read or write it without running the bot.
import { existsSync, mkdirSync } from 'node:fs'
import type { Kysely } from 'kysely'
import type { OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import type { Config } from '../config.ts'
import { databaseFile, emptied, halfRestored, sayDamaged } from './home.ts'

export interface WhichHome {
  readonly home: string
  readonly config: Pick<Config, 'databaseUrl'>
  readonly newId: () => string
  readonly clock: () => Date
}

/** Opens it, or creates it where there is none. The caller closes it. */
export async function openHome({ home, config, newId, clock }: WhichHome): Promise<OpenStore> {
  refuseUnfit(home, config)
  mkdirSync(home, { recursive: true })
  return openOver(await openDatabase(home, config), { newId, clock })
}

/** Before anything is opened, because SQLite would make a new school of an empty file. */
function refuseUnfit(home: string, { databaseUrl }: WhichHome['config']): void {
  const why = halfRestored(home) ?? (databaseUrl === undefined ? emptied(home) : undefined)
  if (why !== undefined) throw new Error(why)
}

async function openOver(database: Kysely<Tables>, which: Pick<WhichHome, 'newId' | 'clock'>): Promise<OpenStore> {
  const [{ openStore }, { seal }, { foldInvolvement }] = await Promise.all([
    import('../../adapters/store/store.ts'),
    import('../journal/seal.ts'),
    import('../standing/fold.ts'),
  ])
  const { newId, clock } = which
  return openStore(database, { newId, clock, seal, fold: foldInvolvement })
}

async function openDatabase(home: string, { databaseUrl }: WhichHome['config']) {
  if (databaseUrl !== undefined) return openServer(databaseUrl)
  const { openSqlite, damageIn } = await import('../../adapters/store/sqlite.ts')
  const file = databaseFile(home)
  try {
    return await openSqlite(file)
  } catch (cause) {
    const damage = damageIn(cause)
    throw damage === undefined ? cause : new Error(sayDamaged(file, damage), { cause })
  }
}

/**
 * Whether anything was ever kept there; makes nothing. Throws where a database server cannot be asked, or where the file
 * is empty, which may have held everything.
 */
export async function hasDatabase({ home, config }: Pick<WhichHome, 'home' | 'config'>): Promise<boolean> {
  const { databaseUrl } = config
  if (databaseUrl === undefined) {
    const why = emptied(home)
    if (why !== undefined) throw new Error(why)
    return existsSync(databaseFile(home))
  }
  return atServer(async () => (await import('../../adapters/store/postgres.ts')).isUsedPostgres(databaseUrl))
}

/** The PostgreSQL of DATABASE_URL. */
export function openServer(databaseUrl: string): Promise<Kysely<Tables>> {
  return atServer(async () => (await import('../../adapters/store/postgres.ts')).openPostgres(databaseUrl))
}

/** Also where a copy into it was interrupted. */
export function openServerToCopyInto(databaseUrl: string): Promise<Kysely<Tables>> {
  return atServer(async () => (await import('../../adapters/store/postgres.ts')).openToCopyInto(databaseUrl))
}

async function atServer<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const why = (await import('../../adapters/store/unopened.ts')).sayUnopened(cause)
    throw why === undefined ? cause : new Error(why, { cause })
  }
}

/** Works with the school's database, and closes it whatever happens. */
export async function withHome<T>(context: WhichHome, act: (open: OpenStore) => Promise<T>): Promise<T> {
  return closeAfter(await openHome(context), act)
}

/**
 * For commands that only read. Where nothing was ever kept they read an empty database in memory, so that looking into
 * a folder, also one whose name was mistyped, creates nothing in it.
 */
export async function lookInHome<T>(context: WhichHome, look: (open: OpenStore) => Promise<T>): Promise<T> {
  if (await hasDatabase(context)) return withHome(context, look)
  const { openSqlite } = await import('../../adapters/store/sqlite.ts')
  return closeAfter(await openOver(await openSqlite(':memory:'), context), look)
}

async function closeAfter<T>(open: OpenStore, act: (open: OpenStore) => Promise<T>): Promise<T> {
  try {
    return await act(open)
  } finally {
    await open.close()
  }
}
