// Names of people in the school's directory, for commands that read drafts.
import { existsSync } from 'node:fs'
import { databaseFile } from './home.ts'
import { openHome, type WhichHome } from './open-home.ts'

export async function readPeopleNames(which: WhichHome): Promise<readonly string[]> {
  // A command that only reads creates no database.
  if (which.config.databaseUrl === undefined && !existsSync(databaseFile(which.home))) return []
  const { directory, close } = await openHome(which)
  try {
    return await directory.names()
  } finally {
    await close()
  }
}
