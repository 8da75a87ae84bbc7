// Names of people in the school's directory, for commands that read drafts.
import { hasDatabase, openHome, type WhichHome } from './open-home.ts'

export async function readPeopleNames(which: WhichHome): Promise<readonly string[]> {
  // A command that only reads creates no database.
  if (!(await hasDatabase(which))) return []
  const { directory, close } = await openHome(which)
  try {
    return await directory.names()
  } finally {
    await close()
  }
}
