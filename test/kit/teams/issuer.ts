// A local OpenID issuer: signs deliveries to the bot, as Bot Framework does, or forges them; and gives the bot its own
// tokens.
import { createHash, createHmac, randomUUID, X509Certificate } from 'node:crypto'
import { base64url, decodeJwt, decodeProtectedHeader, exportSPKI, jwtVerify, SignJWT } from 'jose'
import type { Fields } from '../json.ts'
import type { Bearer, GraphState } from './graph.ts'
import { theKeys, type Key, type Keys } from './keys.ts'

/** The kinds of token that a bot must refuse. */
export const forgeries = [
  'none',
  'no-scheme',
  'garbage',
  'wrong-audience',
  'wrong-issuer',
  'wrong-key',
  'unknown-key',
  'wrong-service',
  'no-service',
  'expired',
  'not-yet',
  'unendorsed',
  'endorses-nothing',
  'alg-none',
  'alg-hs256',
] as const
export type Forgery = (typeof forgeries)[number]

export interface Endpoints {
  readonly openIdMetadataUrl: string
  readonly tokenIssuer: string
  /** The tenant's own; the bot adds `/oauth2/v2.0/token`. */
  readonly loginUrl: string
  readonly oauthScope: string
  /** Microsoft Graph's address, without a slash at the end. */
  readonly graphUrl: string
}

export interface Issuer {
  readonly endpoints: Endpoints
  /** The `authorization` header of a delivery. */
  authorization(forgery?: Forgery): Promise<string | undefined>
  /** The answer to a GET of that path; undefined if there is none. */
  answer(path: string): Fields | undefined
  /** Answers a client-credentials request, given its form. */
  grant(form: URLSearchParams): Promise<{ readonly status: number; readonly body: Fields }>
  /** What a header grants at Microsoft Graph. */
  bearer(authorization: string | undefined): Promise<Bearer>
  /** Whether the bot may call the connector with this header. */
  admits(authorization: string | undefined): Promise<boolean>
}

export interface IssuerOptions {
  /** The server's address, without a slash at the end. */
  readonly base: string
  readonly serviceUrl: string
  readonly appId: string
  readonly appPassword: string
  readonly tenant: string
  /** The bot may check times by this clock, and the SDK checks them by the machine's, so tokens are valid by both. */
  readonly clock: () => Date
  /** PEM of the certificate that the bot may log in with, instead of its password. */
  readonly certificate?: string | undefined
  readonly graph: Pick<GraphState, 'roles' | 'era'>
}

const channel = 'https://api.botframework.com'

export async function createIssuer(options: IssuerOptions): Promise<Issuer> {
  const keys = await theKeys()
  const { base, appId, tenant } = options
  const login = `${base}/login/${tenant}`
  const good = keepToken(options, () => sign(options, keys.channel))
  return {
    endpoints: {
      openIdMetadataUrl: `${base}/login/openidconfiguration`,
      tokenIssuer: channel,
      loginUrl: login,
      oauthScope: channel,
      graphUrl: base,
    },
    async authorization(forgery) {
      if (forgery === undefined) return `Bearer ${await good()}`
      return forge(forgery, { options, keys, good })
    },
    answer(path) {
      if (path === '/login/openidconfiguration') return metadata(base, login)
      return path === '/login/keys'
        ? { keys: [keys.channel, keys.elsewhere, keys.bare].map(({ jwk }) => jwk) }
        : undefined
    },
    async grant(form) {
      if (!(await isBot(options, `${login}/oauth2/v2.0/token`, form)))
        return { status: 401, body: { error: 'invalid_client', error_description: 'AADSTS7000215: on demand' } }
      if (form.get('grant_type') !== 'client_credentials')
        return { status: 400, body: { error: 'unsupported_grant_type' } }
      const audience = /^(.+)\/\.default$/.exec(form.get('scope') ?? '')?.[1]
      if (audience !== channel && audience !== base)
        return { status: 400, body: { error: 'invalid_scope', error_description: 'AADSTS70011: on demand' } }
      const who = { appid: appId, azp: appId, tid: tenant, ver: '2.0' }
      const claims = audience === base ? { ...who, roles: [...options.graph.roles], era: options.graph.era } : who
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: keys.login.kid })
        .setIssuer(`${login}/v2.0`)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(keys.login.privateKey)
      return {
        status: 200,
        body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token },
      }
    },
    async bearer(authorization) {
      const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
      if (token === undefined) return undefined
      try {
        const right = { issuer: `${login}/v2.0`, audience: base }
        const { payload } = await jwtVerify(token, keys.login.publicKey, right)
        return {
          roles: Array.isArray(payload['roles']) ? payload['roles'].map(String) : [],
          era: String(payload['era']),
        }
      } catch {
        return undefined
      }
    },
    async admits(authorization) {
      const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
      if (token === undefined) return false
      try {
        const right = { issuer: `${login}/v2.0`, audience: channel }
        const { payload } = await jwtVerify(token, keys.login.publicKey, right)
        return payload['appid'] === appId
      } catch {
        return false
      }
    },
  }
}

interface Signing {
  readonly kid?: string
  readonly issuer?: string
  readonly audience?: string
  readonly claims?: Record<string, unknown>
  /** When the token begins, in seconds from now. */
  readonly from?: number
}

function sign(options: IssuerOptions, key: Key, how: Signing = {}): Promise<string> {
  const [earlier, later] = times(options)
  const { from = 0 } = how
  const begins = (from > 0 ? later : earlier) + from
  const ends = (from < 0 ? earlier : later) + from + 3600
  return new SignJWT(how.claims ?? { serviceurl: options.serviceUrl })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: how.kid ?? key.kid, x5t: key.kid })
    .setIssuer(how.issuer ?? channel)
    .setAudience(how.audience ?? options.appId)
    .setNotBefore(begins)
    .setExpirationTime(ends)
    .sign(key.privateKey)
}

async function forge(
  forgery: Forgery,
  { options, keys, good }: { options: IssuerOptions; keys: Keys; good: () => Promise<string> },
): Promise<string | undefined> {
  switch (forgery) {
    case 'none':
      return undefined
    case 'no-scheme':
      return good()
    case 'garbage':
      return 'Bearer not.a.token'
    case 'wrong-audience':
      return `Bearer ${await sign(options, keys.channel, { audience: randomUUID() })}`
    case 'wrong-issuer':
      return `Bearer ${await sign(options, keys.channel, { issuer: 'https://api.botframework.example' })}`
    case 'wrong-key':
      return `Bearer ${await sign(options, keys.foreign, { kid: keys.channel.kid })}`
    case 'unknown-key':
      return `Bearer ${await sign(options, keys.foreign)}`
    case 'wrong-service':
      return `Bearer ${await sign(options, keys.channel, { claims: { serviceurl: 'https://smba.example/uk/' } })}`
    case 'no-service':
      return `Bearer ${await sign(options, keys.channel, { claims: {} })}`
    case 'expired':
      return `Bearer ${await sign(options, keys.channel, { from: -2 * 3600 })}`
    case 'not-yet':
      return `Bearer ${await sign(options, keys.channel, { from: 3600 })}`
    case 'unendorsed':
      return `Bearer ${await sign(options, keys.elsewhere)}`
    case 'endorses-nothing':
      return `Bearer ${await sign(options, keys.bare)}`
    case 'alg-none':
      return `Bearer ${rewrite(await good(), { alg: 'none' })}.`
    case 'alg-hs256': {
      const unsigned = rewrite(await good(), { alg: 'HS256', kid: keys.channel.kid })
      const secret = await exportSPKI(keys.channel.publicKey)
      return `Bearer ${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`
    }
  }
}

/** The same claims under another header, unsigned. */
function rewrite(token: string, header: Record<string, string>): string {
  return [header, decodeJwt(token)].map((part) => base64url.encode(JSON.stringify(part))).join('.')
}

function metadata(base: string, login: string): Fields {
  return {
    issuer: channel,
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `${base}/login/keys`,
    token_endpoint: `${login}/oauth2/v2.0/token`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  }
}

/** The bot's time and the machine's in seconds since 1970, the earlier first. */
function times({ clock }: IssuerOptions): readonly [number, number] {
  const both = [Date.now(), clock().getTime()].map((ms) => Math.floor(ms / 1000))
  return [Math.min(...both), Math.max(...both)]
}

/** One token serves for a while, as with Bot Framework. */
function keepToken(options: IssuerOptions, make: () => Promise<string>): () => Promise<string> {
  let kept: { readonly token: Promise<string>; readonly from: number; readonly until: number } | undefined
  return () => {
    const [earlier, later] = times(options)
    if (kept === undefined || kept.from > earlier || kept.until < later)
      kept = { token: make(), from: earlier, until: later + 1800 }
    return kept.token
  }
}

/** Whether the form has the bot's password, or an assertion signed with its certificate. */
async function isBot(options: IssuerOptions, audience: string, form: URLSearchParams): Promise<boolean> {
  const { appId, appPassword, certificate } = options
  if (form.get('client_id') !== appId) return false
  const assertion = form.get('client_assertion')
  if (assertion === null) return form.get('client_secret') === appPassword
  if (certificate === undefined) return false
  const right = { audience, issuer: appId, subject: appId, currentDate: options.clock() }
  const { publicKey, raw } = new X509Certificate(certificate)
  try {
    await jwtVerify(assertion, publicKey, right)
    return decodeProtectedHeader(assertion)['x5t#S256'] === createHash('sha256').update(raw).digest('base64url')
  } catch {
    return false
  }
}
