// Looks whether a database file is there and whole, without opening it as the bot does: nothing is made or changed.
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { existsSync, statSync } from 'node:fs'
import type { FileState } from '../../src/ports.ts'

/** In time that grows with the file: every page is read once. */
export function quickCheck(file: string): FileState {
  if (!existsSync(file)) return { kind: 'missing' }
  if (statSync(file).size === 0) return { kind: 'empty' }
  let database: DatabaseSyncInstance | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true })
    database.exec('pragma busy_timeout = 5000')
    const said = database
      .prepare('pragma quick_check(1)')
      .all()
      .map((row) => String(Object.values(row as object)[0]))
    if (said.join() !== 'ok') return { kind: 'damaged', what: said.join('; ').replaceAll('\n', ' ') }
    const tables = database.prepare(`select 1 from sqlite_master where type = 'table' limit 1`).all()
    return { kind: tables.length === 0 ? 'empty' : 'whole' }
  } catch (error) {
    return { kind: 'damaged', what: error instanceof Error ? error.message : 'it cannot be read' }
  } finally {
    database?.close()
  }
}
