// Names of people in the school's directory, for commands that read drafts.
import { hasDatabase } from './home.ts'
import { openHome, type WhichHome } from './open-home.ts'

export async function readPeopleNames(which: WhichHome): Promise<readonly string[]> {
  // A command that only reads creates no database.
  if (!hasDatabase(which)) return []
  const { directory, close } = await openHome(which)
  try {
    return await directory.names()
  } finally {
    await close()
  }
}
