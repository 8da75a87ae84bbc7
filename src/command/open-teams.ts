// Connects Teams as the environment says, for `start`; the framework is only loaded where there is something to
// connect.
import type { TeamsConnection, TeamsOptions } from '../../adapters/teams/connect.ts'
import { checkTeamsSettings } from '../../adapters/teams/settings.ts'
import type { TeamsVariables } from '../config.ts'

/** Undefined where Teams is off. Throws, with what to do, where the settings would not work. */
export async function openTeams(
  variables: TeamsVariables,
  options: Omit<TeamsOptions, 'settings'>,
): Promise<TeamsConnection | undefined> {
  const checked = checkTeamsSettings(variables)
  switch (checked.kind) {
    case 'off':
      if (checked.hint !== undefined) options.log.warn({ platform: 'teams' }, checked.hint)
      return undefined
    case 'problems':
      throw new Error(
        ['Teams cannot be connected:', ...checked.problems.map(({ what, fix }) => `  ${what} ${fix}`)].join('\n'),
      )
    case 'settings': {
      for (const note of checked.notes) options.log.warn({ platform: 'teams' }, note)
      const { connectTeams } = await import('../../adapters/teams/connect.ts')
      return connectTeams({ ...options, settings: checked.settings })
    }
  }
}
