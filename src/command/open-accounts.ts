// Connects the school's accounts at Microsoft Entra as the environment says, for `start`; what is not used is not
// loaded.
import { checkEntraSettings, type CheckedEntraSettings } from '../../adapters/entra/settings.ts'
import { checkTeamsSettings } from '../../adapters/teams/settings.ts'
import type { Accounts } from '../../adapters/web/accounts.ts'
import type { Config } from '../config.ts'
import { compact } from '../kit/defined.ts'
import type { Meeting } from '../ports/people.ts'
import { admitting, joining, type Admitting } from '../turn/admission.ts'
import { byKnownGroups, type KnownGroups } from '../turn/by-groups.ts'

export function checkEntra({
  entra,
  teams,
  publicUrl,
}: Pick<Config, 'entra' | 'teams' | 'publicUrl'>): CheckedEntraSettings {
  return checkEntraSettings(entra, { appId: teams.appId, appTenantId: teams.tenantId, publicUrl })
}

interface Meets {
  readonly clock: () => Date
  readonly meeting: Meeting
}

/** Nobody where the settings for Teams are missing; what is wrong with them is said when Teams is connected. */
function leadersOf(teams: Config['teams']): KnownGroups['leaders'] {
  const checked = checkTeamsSettings(teams)
  return checked.kind === 'settings' ? checked.settings.leaders : { addresses: [], groups: [] }
}

/** Undefined where nothing is set. Throws, with what to do, where the settings would not work. */
export async function openAccounts(
  config: Pick<Config, 'entra' | 'teams' | 'publicUrl'>,
  ports: Omit<Admitting, 'byGroups' | 'meeting'> & Omit<KnownGroups, 'leaders' | 'meeting'> & Meets,
): Promise<Accounts | undefined> {
  const checked = checkEntra(config)
  switch (checked.kind) {
    case 'off':
      return undefined
    case 'problems':
      throw new Error(
        ['School accounts cannot be connected:', ...checked.problems.map(({ what, fix }) => `  ${what} ${fix}`)].join(
          '\n',
        ),
      )
    case 'settings': {
      const { connectEntra } = await import('../../adapters/entra/connect.ts')
      const all = { ...ports, byGroups: byKnownGroups({ ...ports, leaders: leadersOf(config.teams) }) }
      return { ...(await connectEntra(checked.settings, ports.clock)), admit: admitting(all), join: joining(all) }
    }
  }
}

export function sayAccounts(accounts: Accounts | undefined): string {
  const on = compact([
    accounts?.tab !== undefined && 'the tab in Teams',
    accounts?.page !== undefined && 'signing in to the web page',
  ])
  return on.length === 0 ? 'off (adapters/entra/README.md says how school accounts let people in)' : on.join(', ')
}
