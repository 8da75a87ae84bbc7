// Parses what the environment says about Teams: off, who the bot is, or what is wrong and what to do. It loads nothing
// of the framework, so that starting without Teams stays light.
import { readFileSync } from 'node:fs'
import { checkCertificate, type Certificate } from './certificate.ts'
import type { SettingsProblem, TeamsVariables } from './variables.ts'
import { checkEndpoints, endpointsFor, type TeamsEndpoints } from './endpoints.ts'

export interface TeamsSettings {
  readonly identity: TeamsIdentity
  readonly endpoints: TeamsEndpoints
  readonly leaders: TeamsLeaders
}

/** Who is SLT without the school's list saying so. */
export interface TeamsLeaders {
  /** In small letters. */
  readonly addresses: readonly string[]
  /** Object ids of Entra groups, in small letters. */
  readonly groups: readonly string[]
}

export type TeamsIdentity =
  /** Nobody is asked who they are, for trying things out on one machine. */
  | { readonly kind: 'local' }
  | { readonly kind: 'app'; readonly appId: string; readonly tenant: string; readonly credential: Credential }

export type Credential =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  | { readonly kind: 'managed'; readonly endpoint: string | undefined; readonly header: string | undefined }

export type CheckedTeamsSettings =
  /** There is no app id. `hint` says so where other settings make it look like an oversight. */
  | { readonly kind: 'off'; readonly hint: string | undefined }
  | { readonly kind: 'settings'; readonly settings: TeamsSettings; readonly notes: readonly string[] }
  | { readonly kind: 'problems'; readonly problems: readonly SettingsProblem[] }

/** No message contains a value, because some of these are secrets. */
export function checkTeamsSettings(variables: TeamsVariables): CheckedTeamsSettings {
  const { appId, local } = variables
  if (local !== undefined && local !== '0') return checkLocal(variables)
  if (appId === undefined) return { kind: 'off', hint: hintOf(variables) }
  const type = typeOf(variables.appType)
  const secret = type === undefined ? { problems: [wrongType] } : credentialOf(variables, type)
  const leaders = leadersIn(variables.slt)
  const problems = [
    ...checkId('MICROSOFT_APP_ID', appId, 'the app’s “Application (client) ID”'),
    ...checkId('MICROSOFT_APP_TENANT_ID', variables.tenantId, 'the school’s “Directory (tenant) ID”'),
    ...secret.problems,
    ...checkEndpoints(variables),
    ...leaders.problems,
  ]
  const { tenantId = '' } = variables
  if (problems.length > 0 || !('credential' in secret)) return { kind: 'problems', problems }
  const { credential } = secret
  const tenant = tenantId.toLowerCase()
  return {
    kind: 'settings',
    settings: {
      identity: { kind: 'app', appId: appId.toLowerCase(), tenant, credential },
      // The token of a multi-tenant app comes from the tenant that all bots share.
      endpoints: endpointsFor(type === 'MultiTenant' ? 'botframework.com' : tenant, variables, tenant),
      leaders: leaders.leaders,
    },
    notes: notesOn(credential, variables),
  }
}

function notesOn({ kind }: Credential, { appPassword }: TeamsVariables): string[] {
  if (kind === 'password' || appPassword === undefined) return []
  const used = kind === 'certificate' ? 'MICROSOFT_APP_CERTIFICATE is set' : 'MICROSOFT_APP_TYPE is UserAssignedMSI'
  return [`${used}, so MICROSOFT_APP_PASSWORD is not used.`]
}

export const localNote =
  'TEAMS_LOCAL=1: NOBODY IS ASKED WHO THEY ARE. Anybody on this machine can be anybody. For trying things out only.'

function checkLocal(variables: TeamsVariables): CheckedTeamsSettings {
  const problems: SettingsProblem[] = []
  if (variables.local !== '1')
    problems.push({ what: 'TEAMS_LOCAL is neither 1 nor 0.', fix: 'Leave it out, unless you try things out locally.' })
  if (variables.appId !== undefined)
    problems.push({
      what: 'TEAMS_LOCAL and MICROSOFT_APP_ID are both set.',
      fix: 'TEAMS_LOCAL=1 switches every check of identity off. Leave it out to serve people; leave the app id out to try things out.',
    })
  if (variables.onLoopback !== true)
    problems.push({
      what: 'TEAMS_LOCAL is set, and other computers can reach this server.',
      fix: 'Listen on this machine alone (HOST=127.0.0.1), or leave TEAMS_LOCAL out.',
    })
  if (problems.length > 0) return { kind: 'problems', problems }
  return {
    kind: 'settings',
    settings: {
      identity: { kind: 'local' },
      endpoints: endpointsFor('botframework.com', variables),
      leaders: leadersIn(variables.slt).leaders,
    },
    notes: [localNote],
  }
}

function hintOf({ appPassword, appCertificate, tenantId }: TeamsVariables): string | undefined {
  const others = [appPassword, appCertificate, tenantId].some((value) => value !== undefined)
  return others ? 'Other settings for Teams are set, but without MICROSOFT_APP_ID it stays off.' : undefined
}

const types = ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const
type AppType = (typeof types)[number]

function typeOf(given = 'SingleTenant'): AppType | undefined {
  return types.find((type) => type.toLowerCase() === given.toLowerCase())
}

const wrongType: SettingsProblem = {
  what: 'MICROSOFT_APP_TYPE is none of SingleTenant, MultiTenant and UserAssignedMSI.',
  fix: 'Leave it out for SingleTenant; otherwise copy “Bot type” from the Azure Bot’s “Configuration”.',
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

function leadersIn(given = ''): { readonly leaders: TeamsLeaders; readonly problems: readonly SettingsProblem[] } {
  const each = given.split(',').map((one) => one.trim().toLowerCase())
  const named = each.filter((one) => one !== '')
  const groups = named.filter((one) => guid.test(one))
  const addresses = named.filter((one) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(one))
  if (groups.length + addresses.length === named.length) return { leaders: { addresses, groups }, problems: [] }
  const fix =
    'Write email addresses and object ids of groups (8-4-4-4-12 characters, on https://entra.microsoft.com under “Groups”), with commas between them.'
  const what = 'TEAMS_SLT names something that is neither an email address nor a whole id of a group.'
  return { leaders: { addresses, groups }, problems: [{ what, fix }] }
}

function checkId(name: string, value: string | undefined, called: string): SettingsProblem[] {
  const fix = `On https://entra.microsoft.com choose “App registrations”, the app, “Overview”, and copy ${called}.`
  if (value === undefined) return [{ what: `${name} is not set.`, fix }]
  return guid.test(value) ? [] : [{ what: `${name} is not a whole id (8-4-4-4-12 characters).`, fix }]
}

type FoundCredential = { readonly credential: Credential; readonly problems: readonly [] } | OnlyProblems
interface OnlyProblems {
  readonly problems: readonly SettingsProblem[]
}

function credentialOf(variables: TeamsVariables, type: AppType): FoundCredential {
  const { appPassword, appCertificate, identityEndpoint: endpoint, identityHeader: header } = variables
  if (type === 'UserAssignedMSI') return { credential: { kind: 'managed', endpoint, header }, problems: [] }
  if (appCertificate !== undefined) return readCertificate(appCertificate, variables.appCertificateKey)
  const where =
    'On https://entra.microsoft.com choose “App registrations”, the app, “Certificates & secrets”, “New client secret”, and copy its Value at once: it is shown only then.'
  if (appPassword === undefined)
    return { problems: [{ what: 'Neither MICROSOFT_APP_PASSWORD nor MICROSOFT_APP_CERTIFICATE is set.', fix: where }] }
  if (guid.test(appPassword))
    return {
      problems: [{ what: 'MICROSOFT_APP_PASSWORD holds an id, perhaps the secret’s own “Secret ID”.', fix: where }],
    }
  return { credential: { kind: 'password', password: appPassword }, problems: [] }
}

function readCertificate(given: string, key: string | undefined): FoundCredential {
  const pem = pemOf(given)
  const keyPem = key === undefined ? pem : pemOf(key)
  const fix = 'Give the path of a PEM file, or the PEM itself; the private key may stand in the same file.'
  if (pem === undefined) return { problems: [{ what: 'MICROSOFT_APP_CERTIFICATE cannot be read.', fix }] }
  if (keyPem === undefined) return { problems: [{ what: 'MICROSOFT_APP_CERTIFICATE_KEY cannot be read.', fix }] }
  const checked = checkCertificate(pem, keyPem)
  return typeof checked === 'string'
    ? { problems: [{ what: checked, fix }] }
    : { credential: { kind: 'certificate', certificate: checked }, problems: [] }
}

function pemOf(given: string): string | undefined {
  // In an environment file, line ends are often written as \n.
  if (given.includes('-----BEGIN')) return given.replaceAll('\\n', '\n')
  try {
    return readFileSync(given, 'utf8')
  } catch {
    return undefined
  }
}
