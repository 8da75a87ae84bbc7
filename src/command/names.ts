// Names of people in the school's directory, for a command that reads drafts.
import { existsSync } from 'node:fs'
import { databaseFile } from './home.ts'
import { openHome } from './open-home.ts'

export async function readNames(home: string, newId: () => string): Promise<readonly string[]> {
  const file = databaseFile(home)
  if (!existsSync(file)) return []
  const { directory, close } = await openHome({ home, newId })
  try {
    return await directory.names()
  } finally {
    await close()
  }
}
