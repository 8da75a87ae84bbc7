// Checks whether school accounts would let people in: the tenant is asked, and each problem is shown with its reason
// and what to do. Whether the app's own pages at Microsoft are filled in can only be seen by signing in.
import { compact } from '../../src/kit/defined.ts'
import { tabPath } from '../../src/ports/school-accounts.ts'
import { whyUnreached } from '../unreached.ts'
import type { EntraSettings } from './settings.ts'
import { discover } from './tenancy.ts'

export interface EntraRow {
  readonly check: string
  readonly ok: boolean
  readonly what: string
  /** What to do; empty where nothing needs doing. */
  readonly fix: string
  readonly needed: boolean
}

export async function doctorEntra({ tab, page }: EntraSettings): Promise<EntraRow[]> {
  const good = (check: string, what: string): EntraRow => ({ check, ok: true, what, fix: '', needed: true })
  const tenancy = tab?.tenancy ?? page?.tenancy
  return compact([
    tab !== undefined && good('tab in Teams', `at ${tabPath}, for tokens of ${tab.uri}`),
    page !== undefined && good('web page', `Microsoft sends people back to ${page.redirectUri}`),
    tenancy !== undefined &&
      (await discover(tenancy).then(
        () => good('tenant', `${new URL(tenancy.issuer).host} knows it`),
        (error: unknown) => bad(new URL(tenancy.issuer).host, whyUnreached(error)),
      )),
  ])
}

/** Entra answers for a tenant that does not exist, too: with HTTP 400. */
function bad(host: string, why: string): EntraRow {
  const row = { check: 'tenant', ok: false, needed: true } as const
  if (why.startsWith('HTTP 4')) return { ...row, what: `${host} does not know the tenant (${why})`, fix: fixes.tenant }
  const strange = /another issuer|something else/.test(why)
  return { ...row, what: `${host} cannot be used: ${why}`, fix: strange ? fixes.authority : fixes.network }
}

const fixes = {
  tenant:
    'There is no such tenant. Copy “Directory (tenant) ID” from the app’s “Overview” into ENTRA_TENANT_ID or MICROSOFT_APP_TENANT_ID.',
  authority:
    'Leave ENTRA_AUTHORITY_URL out for Microsoft’s public cloud; for a national cloud copy its sign-in address.',
  network: 'Check the network, the firewall and the proxy of this machine: outgoing HTTPS is needed.',
} as const
