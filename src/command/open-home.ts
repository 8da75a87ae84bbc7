// The school's database, for commands that read or write it without serving the bot.
import { mkdirSync } from 'node:fs'
import type { OpenStore } from '../../adapters/store/store.ts'
import { databaseFile } from './home.ts'

/** Opens it, or makes it where there is none. The caller closes it. */
export async function openHome({ home, newId }: { home: string; newId: () => string }): Promise<OpenStore> {
  const [{ openSqlite }, { openStore }, { seal }, { foldInvolvement }] = await Promise.all([
    import('../../adapters/store/sqlite.ts'),
    import('../../adapters/store/store.ts'),
    import('../journal/seal.ts'),
    import('../declaration/fold.ts'),
  ])
  mkdirSync(home, { recursive: true })
  return openStore(await openSqlite(databaseFile(home)), { newId, seal, fold: foldInvolvement })
}

/** Does something with the school's database, and closes it whatever happens. */
export async function withHome<T>(
  context: { readonly home: string; readonly newId: () => string },
  act: (open: OpenStore) => Promise<T>,
): Promise<T> {
  const open = await openHome(context)
  try {
    return await act(open)
  } finally {
    await open.close()
  }
}
