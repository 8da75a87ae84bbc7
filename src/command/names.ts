// Names of people in the school's directory, for a command that reads drafts.
import { existsSync } from 'node:fs'
import { databaseFile } from './home.ts'

export async function readNames(home: string, newId: () => string): Promise<readonly string[]> {
  const file = databaseFile(home)
  if (!existsSync(file)) return []
  const [{ openSqlite }, { openStore }] = await Promise.all([
    import('../../adapters/store/sqlite.ts'),
    import('../../adapters/store/store.ts'),
  ])
  const { directory, close } = openStore(await openSqlite(file), newId)
  try {
    return await directory.names()
  } finally {
    await close()
  }
}
