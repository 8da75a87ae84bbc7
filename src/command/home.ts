// What lies where in a school's home folder.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export function databaseFile(home: string): string {
  return join(home, 'policy-guide.db')
}

/** Where backups go unless another place is named. */
export function backupFolder(home: string): string {
  return join(home, 'backups')
}

/** Stands in a home for as long as a restore is under way, and after one that was interrupted. */
export function restoringFolder(home: string): string {
  return join(home, 'restoring')
}

/** What is wrong with using the home, and what to do; undefined where nothing is. */
export function halfRestored(home: string): string | undefined {
  if (!existsSync(restoringFolder(home))) return undefined
  return (
    `${home} is only half restored: a restore into it was interrupted, or is still under way. ` +
    'If none is under way, empty the folder (and the database of DATABASE_URL, where it is set) and restore again.'
  )
}
