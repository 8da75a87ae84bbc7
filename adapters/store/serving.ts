// Ensures that one server uses a home with its own database: two would answer everybody twice. The lock is the
// operating system's, so it disappears with the process, however that ends.
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { isBusy } from './busy.ts'
import { openFile } from './sqlite.ts'

/** Throws, with what to do, where another server holds the home. Returns the function that releases it. */
export function holdHome(home: string): () => void {
  const file = join(home, 'serving.lock')
  try {
    const database = openLock(file)
    return () => database.close()
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'no reason given'
    throw new Error(isBusy(cause) ? sayServing(home) : sayUnusable(file, why), { cause })
  }
}

function openLock(file: string): ReturnType<typeof openFile> {
  closeSync(openSync(file, 'a', 0o600))
  const database = openFile(file)
  try {
    database.exec('pragma busy_timeout = 0; begin exclusive')
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

function sayServing(home: string): string {
  return `Another Policy Guide is serving ${home} already, and nothing was changed. Stop that one first, or give this one a home of its own: --home FOLDER. Several servers can share a school where DATABASE_URL names a PostgreSQL.`
}

function sayUnusable(file: string, why: string): string {
  return `${file} cannot be used (${why}), so nothing shows that no other Policy Guide is serving this home. Nothing was changed. See that this user may write in that folder. The file holds nothing of the school: where no other is running, delete it, and start again.`
}
