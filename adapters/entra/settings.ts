// Parses what the environment says about school accounts: a tab in Teams, signing in to the web page, both, neither, or
// what is wrong and what to do. It loads no library.
import { compact } from '../../src/kit/defined.ts'
import { signInPath } from '../../src/ports/school-accounts.ts'
import { tenancyOf, type Tenancy } from './tenancy.ts'

/** As given in the environment. */
export interface EntraVariables {
  readonly tenantId?: string | undefined
  readonly clientId?: string | undefined
  readonly clientSecret?: string | undefined
  readonly tabUri?: string | undefined
  readonly authorityUrl?: string | undefined
}

/** What other parts say that these rest on. */
export interface Around {
  /** The bot's own app and tenant. */
  readonly appId?: string | undefined
  readonly appTenantId?: string | undefined
  readonly publicUrl?: string | undefined
}

export interface TabSettings {
  readonly tenancy: Tenancy
  readonly appId: string
  readonly uri: string
}

export interface PageSettings {
  readonly tenancy: Tenancy
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

export interface EntraSettings {
  readonly tab: TabSettings | undefined
  readonly page: PageSettings | undefined
}

export interface EntraProblem {
  readonly what: string
  readonly fix: string
}

export type CheckedEntraSettings =
  | { readonly kind: 'off' }
  | { readonly kind: 'settings'; readonly settings: EntraSettings }
  | { readonly kind: 'problems'; readonly problems: readonly EntraProblem[] }

/** No message contains a value, because one of these is a secret. */
export function checkEntraSettings(given: EntraVariables, around: Around): CheckedEntraSettings {
  const page = given.clientId !== undefined || given.clientSecret !== undefined
  const tab = given.tabUri !== undefined
  if (!page && !tab) return { kind: 'off' }
  const problems = [
    ...problemsOfTenant(given, around),
    ...problemsOfAddress(around.publicUrl, tab),
    ...problemsOfAuthority(given.authorityUrl),
    ...(page ? problemsOfPage(given) : []),
    ...(tab ? problemsOfTab(given.tabUri ?? '', around) : []),
  ]
  return problems.length > 0
    ? { kind: 'problems', problems }
    : { kind: 'settings', settings: settingsFrom(given, around) }
}

/** Of what has no problems. */
function settingsFrom(given: EntraVariables, { appId = '', appTenantId = '', publicUrl = '' }: Around): EntraSettings {
  const { tenantId = appTenantId, clientId, clientSecret = '', tabUri, authorityUrl } = given
  const tenancy = tenancyOf(tenantId.toLowerCase(), authorityUrl)
  const redirectUri = `${publicUrl}${signInPath}`
  return {
    tab: tabUri === undefined ? undefined : { tenancy, appId: appId.toLowerCase(), uri: tabUri },
    page: clientId === undefined ? undefined : { tenancy, clientId: clientId.toLowerCase(), clientSecret, redirectUri },
  }
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

function problemsOfTenant({ tenantId }: EntraVariables, { appTenantId }: Around): EntraProblem[] {
  const tenant = tenantId ?? appTenantId
  const name = tenantId === undefined ? 'MICROSOFT_APP_TENANT_ID' : 'ENTRA_TENANT_ID'
  if (tenant === undefined)
    return [{ what: 'ENTRA_TENANT_ID is not set.', fix: copy('the school’s “Directory (tenant) ID”') }]
  if (!guid.test(tenant)) return [notWhole(name, 'the school’s “Directory (tenant) ID”')]
  if (appTenantId !== undefined && tenant.toLowerCase() !== appTenantId.toLowerCase())
    return [
      {
        what: 'ENTRA_TENANT_ID and MICROSOFT_APP_TENANT_ID name two tenants.',
        fix: 'People are known by their account in one tenant: give both the school’s, or leave ENTRA_TENANT_ID out.',
      },
    ]
  return []
}

function problemsOfAddress(publicUrl: string | undefined, tab: boolean): EntraProblem[] {
  const fix = 'Set PUBLIC_URL to the https address at which people reach the web page.'
  if (publicUrl === undefined) return [{ what: 'PUBLIC_URL is not set.', fix }]
  // Microsoft takes http for signing in on one's own machine; Teams frames nothing but https.
  if (publicUrl.startsWith('https:') || (!tab && isLocal(publicUrl))) return []
  return [{ what: 'PUBLIC_URL does not begin with https://, and Teams shows nothing else.', fix }]
}

function problemsOfAuthority(url: string | undefined): EntraProblem[] {
  if (url === undefined) return []
  const fix = 'Leave ENTRA_AUTHORITY_URL out for Microsoft’s public cloud; only national clouds and tests need another.'
  if (!URL.canParse(url)) return [{ what: 'ENTRA_AUTHORITY_URL is not an address.', fix }]
  const safe = new URL(url).protocol === 'https:' || isLocal(url)
  return safe ? [] : [{ what: 'ENTRA_AUTHORITY_URL is an unencrypted address.', fix }]
}

function problemsOfPage({ clientId, clientSecret }: EntraVariables): EntraProblem[] {
  const where =
    'On https://entra.microsoft.com choose “App registrations”, the app, “Certificates & secrets”, “New client secret”, and copy its Value at once: it is shown only then.'
  const called = 'the app’s “Application (client) ID”'
  return compact([
    clientId === undefined && { what: 'ENTRA_CLIENT_ID is not set.', fix: copy(called) },
    clientId !== undefined && !guid.test(clientId) && notWhole('ENTRA_CLIENT_ID', called),
    clientSecret === undefined && { what: 'ENTRA_CLIENT_SECRET is not set.', fix: where },
    clientSecret !== undefined &&
      guid.test(clientSecret) && {
        what: 'ENTRA_CLIENT_SECRET holds an id, perhaps the secret’s own “Secret ID”.',
        fix: where,
      },
  ])
}

function problemsOfTab(uri: string, { appId, publicUrl }: Around): EntraProblem[] {
  if (appId === undefined)
    return [
      {
        what: 'TEAMS_TAB_URI is set, and MICROSOFT_APP_ID is not.',
        fix: 'The tab belongs to the bot’s app: connect Teams first, or leave TEAMS_TAB_URI out.',
      },
    ]
  const host = publicUrl === undefined || !URL.canParse(publicUrl) ? '' : new URL(publicUrl).host
  const wanted = [`api://${host}/${appId}`, `api://${host}/botid-${appId}`]
  if (host === '' || wanted.some((each) => each.toLowerCase() === uri.toLowerCase())) return []
  return [
    {
      what: 'TEAMS_TAB_URI is not the address that Teams wants for this app and this page.',
      fix: 'In the app’s “Expose an API” set “Application ID URI” to api://, the name in PUBLIC_URL, / and MICROSOFT_APP_ID, and write the same here.',
    },
  ]
}

function copy(called: string): string {
  return `On https://entra.microsoft.com choose “App registrations”, the app, “Overview”, and copy ${called}.`
}

function notWhole(name: string, called: string): EntraProblem {
  return { what: `${name} is not a whole id (8-4-4-4-12 characters).`, fix: copy(called) }
}

/** Only this machine can be meant, so nothing can be read on the way. */
export function isLocal(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}
