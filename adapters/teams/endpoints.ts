// Where tokens come from and are checked: Microsoft's public cloud, unless the environment says otherwise (a national
// cloud, or a test).
import type { SettingsProblem, TeamsVariables } from './variables.ts'

export interface TeamsEndpoints {
  /** Names the keys that sign what Teams sends. */
  readonly openIdMetadataUrl: string
  readonly tokenIssuer: string
  /** Of the bot's own tenant; `/oauth2/v2.0/token` is appended. */
  readonly loginUrl: string
  readonly oauthScope: string
  /** Of the school's own tenant, from which tokens for Microsoft Graph come. */
  readonly graphLoginUrl: string
  /** Without a slash at the end. */
  readonly graphUrl: string
}

type Given = Pick<TeamsVariables, 'openIdMetadataUrl' | 'tokenIssuer' | 'loginUrl' | 'oauthScope' | 'graphUrl'>

/** `tenant` is the one that the bot's own tokens come from, `school` the one whose groups are read. */
export function endpointsFor(tenant: string, given: Given, school = tenant): TeamsEndpoints {
  return {
    openIdMetadataUrl: given.openIdMetadataUrl ?? 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    tokenIssuer: given.tokenIssuer ?? 'https://api.botframework.com',
    loginUrl: given.loginUrl ?? `https://login.microsoftonline.com/${tenant}`,
    oauthScope: given.oauthScope ?? 'https://api.botframework.com',
    graphLoginUrl: given.loginUrl ?? `https://login.microsoftonline.com/${school}`,
    graphUrl: (given.graphUrl ?? 'https://graph.microsoft.com').replace(/\/$/, ''),
  }
}

export function checkEndpoints(given: Given): SettingsProblem[] {
  return [
    ...checkUrl('TEAMS_OPENID_METADATA_URL', given.openIdMetadataUrl),
    ...checkUrl('TEAMS_LOGIN_URL', given.loginUrl),
    ...checkUrl('TEAMS_GRAPH_URL', given.graphUrl),
  ]
}

function checkUrl(name: string, url: string | undefined): SettingsProblem[] {
  if (url === undefined) return []
  const fix = `Leave ${name} out for Microsoft’s public cloud; only national clouds and tests need another.`
  if (!URL.canParse(url)) return [{ what: `${name} is not an address.`, fix }]
  return isSafe(url) ? [] : [{ what: `${name} is an unencrypted address.`, fix }]
}

/** Encrypted, or on this machine. */
export function isSafe(url: string): boolean {
  return URL.canParse(url) && (new URL(url).protocol === 'https:' || isLocal(url))
}

export function isLocal(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return /^https?:$/.test(protocol) && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}
