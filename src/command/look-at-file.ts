// Whether the home's database is there and intact, checked before anything is read from it, without creating or changing
// anything.
import type { CommandContext } from './context.ts'
import { databaseFile, halfRestored, sayDamaged } from './home.ts'
import { hasDatabase } from './open-home.ts'

export interface NotWhole {
  readonly outcome: 'half-restored' | 'missing' | 'empty' | 'damaged'
  readonly what: string
}

/** Undefined where all pages are in order; of a server, which checks its own files, where it was ever used. */
export async function lookAtFile({
  home,
  config,
}: Pick<CommandContext, 'home'> & {
  readonly config: Pick<CommandContext['config'], 'databaseUrl'>
}): Promise<NotWhole | undefined> {
  const interrupted = halfRestored(home)
  if (interrupted !== undefined) return { outcome: 'half-restored', what: interrupted }
  if (config.databaseUrl !== undefined) {
    if (await hasDatabase({ home, config })) return undefined
    return { outcome: 'empty', what: 'The database of DATABASE_URL is empty.' }
  }
  const { quickCheck } = await import('../../adapters/store/sqlite.ts')
  const file = databaseFile(home)
  const state = quickCheck(file)
  switch (state.kind) {
    case 'whole':
      return undefined
    case 'missing':
      return { outcome: 'missing', what: `There is no database in ${home}.` }
    case 'empty':
      return { outcome: 'empty', what: `${file} is empty.` }
    case 'damaged':
      return { outcome: 'damaged', what: sayDamaged(file, state.what) }
  }
}
