// What was adopted in chat and in the office, for commands that answer as the bot does.
import type { WrittenSince } from '../turn/desk.ts'
import { type CommandContext } from './context.ts'
import { hasDatabase, withHome } from './open-home.ts'

/** Empty before there is a database. One that cannot be read keeps nobody from an answer, but a line says so. */
export async function readWrittenSince(context: CommandContext): Promise<WrittenSince> {
  try {
    // A command that only reads creates no database.
    if (!(await hasDatabase(context))) return written([], [])
    return await withHome(context, async ({ lessons, schoolNotes }) => {
      const [taught, notes] = await Promise.all([lessons.taught(), schoolNotes.standing()])
      return written(
        taught.filter(({ practice }) => !practice),
        notes,
      )
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    context.err(`The school’s own notes and adopted questions could not be read, so this is answered without: ${why}`)
    return written([], [])
  }
}

function written(taught: ReturnType<WrittenSince['taught']>, notes: ReturnType<WrittenSince['notes']>): WrittenSince {
  return { recorded: () => [], taught: () => taught, notes: () => notes }
}
