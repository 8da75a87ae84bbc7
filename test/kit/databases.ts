// All supported databases, for suites that must pass on each.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { openPostgres } from '../../adapters/store/postgres.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { tablesInPostgres } from './postgres.ts'
import { tablesInFile, tablesInMemory } from './tables.ts'

/** Each function opens an empty database. */
export const databases: readonly (readonly [name: string, open: () => Promise<Kysely<Tables>>])[] = [
  ['sqlite in memory', tablesInMemory],
  ['sqlite in a file', () => tablesInFile(join(aFolder(), 'policy-guide.db'))],
  ['postgresql', async () => openPostgres(await tablesInPostgres())],
]

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'policy-guide-store-'))
  folders.push(folder)
  return folder
}
