// The home as several servers share it, for `start` and `doctor`: only where a database server holds the school.
import { remember } from '../office/save.ts'
import { shareHome, type SharedHome } from '../office/shared-home.ts'
import type { HomeFiles } from '../ports/home-files.ts'
import type { Log } from '../ports/ports.ts'
import type { CommandContext } from './context.ts'

export function sharedHomeOf(
  { home, config, clock }: Pick<CommandContext, 'home' | 'config' | 'clock'>,
  files: HomeFiles,
  isSound: () => boolean,
): SharedHome | undefined {
  if (config.databaseUrl === undefined) return undefined
  return shareHome({ home, files, clock, isSound, remember: (source) => remember(home, source) })
}

/** The work of a beat: other servers' changes are brought here, and what was changed here by hand is passed on. */
export async function keepShared(shared: SharedHome | undefined, log: Log, renew: () => void): Promise<void> {
  try {
    const { brought = [], given = [] } = (await shared?.round()) ?? {}
    if (given.length > 0)
      log.info({ files: given }, 'files of the school that were changed here went to the other servers')
    if (brought.length === 0) return
    log.info({ files: brought }, 'files of the school that were changed on another server were brought here')
    renew()
  } catch (error) {
    log.error({ error }, 'the school’s files could not be compared with the other servers’')
  }
}

/** A row of `doctor`. */
interface SharedRow {
  readonly check: string
  readonly ok: boolean
  readonly what: string
  readonly fix: string
  readonly needed: boolean
}

/** Where several servers share the school: how this home differs from the common one. */
export async function checkShared(context: CommandContext, files: HomeFiles): Promise<readonly SharedRow[]> {
  const shared = sharedHomeOf(context, files, () => true)
  if (shared === undefined) return []
  const differing = (await shared.differing()).filter(({ kind }) => kind !== 'waits')
  const row = { check: 'home', needed: true }
  if (differing.length === 0) return [{ ...row, ok: true, what: 'has the same files as the other servers', fix: '' }]
  const fix = 'In the office, under Settings, say which one stays.'
  return differing.map(({ path, kind }) => ({ ...row, ok: false, what: differs[kind](path), fix }))
}

const differs = {
  both: (path: string) => `${path} was changed here and on another server`,
  missing: (path: string) => `${path} is missing here, and the other servers have it`,
  waits: (path: string) => `${path} is on its way`,
}
