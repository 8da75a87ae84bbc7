// What is where in a school's home folder.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

export function databaseFile(home: string): string {
  return join(home, 'policy-guide.db')
}

/** Half a copy of a database, until it is whole and becomes the home's own. */
export function copyingFile(home: string): string {
  return join(home, 'copying.db')
}

/** Where backups go unless another place is given. */
export function backupFolder(home: string): string {
  return join(home, 'backups')
}

/** Exists in a home while a restore is in progress, and after one that was interrupted. */
export function restoringFolder(home: string): string {
  return join(home, 'restoring')
}

/** Why the home cannot be used, and what to do; undefined where it can. */
export function halfRestored(home: string): string | undefined {
  if (!existsSync(restoringFolder(home))) return undefined
  return (
    `${home} is only half restored: a restore into it was interrupted, or is still under way. ` +
    'If none is under way, empty the folder (and the database of DATABASE_URL, where it is set) and restore again.'
  )
}

const restoreLatest = 'restore the latest backup into an empty folder: npm run restore -- FILE --home FOLDER.'

/** What to do with a database file of no bytes: SQLite itself would take it for a new one. */
export const whereEmpty = `If this school used it before, stop the bot and ${restoreLatest} If not, delete the file: the first start makes a new one.`

/** Why the home's database file cannot be used, and what to do; undefined where it can, or where there is none. */
export function emptied(home: string): string | undefined {
  const file = databaseFile(home)
  return statSync(file, { throwIfNoEntry: false })?.size === 0
    ? `${file} is empty. Nothing was changed. ${whereEmpty}`
    : undefined
}

/** `what` is in the database's own words. */
export function sayDamaged(file: string, what: string): string {
  return `${file} is damaged (${what}). Stop the bot, keep the file, and ${restoreLatest}`
}

/** By which the school signs its checkpoints. */
export function checkpointKeyFile(home: string): string {
  return join(home, 'checkpoint-key.json')
}
