// Connects the school's accounts at Microsoft Entra; each library is only loaded where it is used.
import type { SignIn, TabTokens } from '../../src/ports/school-accounts.ts'
import type { EntraSettings } from './settings.ts'

export interface Entra {
  readonly tab: TabTokens | undefined
  readonly page: SignIn | undefined
}

export async function connectEntra({ tab, page }: EntraSettings, clock: () => Date): Promise<Entra> {
  return {
    tab: tab && (await import('./tab-tokens.ts')).createTabTokens(tab, clock),
    page: page && (await import('./sign-in.ts')).createSignIn(page),
  }
}
