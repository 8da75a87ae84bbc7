// Connects Teams as the environment says, for `start`; the framework is loaded only where there is something to connect.
import type { TeamsConnection, TeamsOptions } from '../../adapters/teams/connect.ts'
import { checkTeamsSettings } from '../../adapters/teams/settings.ts'
import type { TeamsVariables } from '../config.ts'

/** Undefined when Teams is off; throws with what to do when what is set would not work. */
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
