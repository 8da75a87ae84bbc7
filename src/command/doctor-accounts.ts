// The part of `doctor` about school accounts: what is set, and whether the school's tenant answers.
import type { EntraRow } from '../../adapters/entra/doctor.ts'
import type { Config } from '../config.ts'
import { checkEntra } from './open-accounts.ts'

export async function checkAccounts(
  config: Pick<Config, 'entra' | 'teams' | 'publicUrl'>,
): Promise<readonly EntraRow[]> {
  const checked = checkEntra(config)
  const row = { check: 'settings', fix: '' }
  switch (checked.kind) {
    case 'off':
      return [{ ...row, ok: true, what: 'off (ENTRA_CLIENT_ID and TEAMS_TAB_URI are not set)', needed: false }]
    case 'problems':
      return checked.problems.map(({ what, fix }) => ({ ...row, ok: false, what, fix, needed: true }))
    case 'settings': {
      // Loaded only where there is something to check.
      const { doctorEntra } = await import('../../adapters/entra/doctor.ts')
      return doctorEntra(checked.settings)
    }
  }
}
