// A stand-in for an Entra tenant, with the parts that the bot uses: discovery, keys, sign-in page and tokens. It
// refuses what Entra refuses; a test can forge what Entra would never send.
import { createHash, randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { base64url, exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose'
import { bodyOf, standIn } from './http.ts'

export interface TenantUser {
  readonly oid: string
  readonly name: string
  /** The address in their profile, which need not be true. */
  readonly email?: string
  /** The home tenant of a guest. */
  readonly idp?: string
  /** True for a person without any entry in this tenant. */
  readonly foreign?: boolean
}

/** How a forged token differs from a correct one. */
export interface Forging {
  readonly claims?: JWTPayload
  /** Names of claims to leave out. */
  readonly without?: readonly string[]
  readonly by?: 'stranger' | 'none' | 'hs256'
  /** When the token's hour begins, in seconds from now. */
  readonly from?: number
}

export interface Entra {
  /** Stands in for https://login.microsoftonline.com. */
  readonly authorityUrl: string
  readonly tenant: string
  readonly clientId: string
  readonly clientSecret: string
  readonly appId: string
  readonly appUri: string
  /** The token that Teams gives a tab at that time. */
  tabToken(user: TenantUser, now: Date, forging?: Forging): Promise<string>
  /** Who is signed in at the browser; with undefined, sign-in stops at its page. */
  atTheBrowser(user: TenantUser | undefined): void
  /** Forges the next id token. */
  forges(forging: Forging): void
  /** Makes the next code an hour old. */
  agesCode(): void
  /** Entra's error numbers for each refusal so far. */
  readonly refusals: readonly string[]
  /** From now on every answer is 503. */
  breaks(): void
  readonly hits: readonly string[]
  close(): Promise<void>
}

interface Code {
  readonly user: TenantUser
  readonly redirect: string
  readonly challenge: string
  readonly nonce: string
  readonly given: number
  used: boolean
}

export async function openEntra(redirectUri: string, host = 'policies.school.example'): Promise<Entra> {
  const [ours, stranger] = await Promise.all([makeKey(), makeKey()])
  const [tenant, clientId, appId] = [randomUUID(), randomUUID(), randomUUID()]
  const clientSecret = 'a secret of the school'
  const codes = new Map<string, Code>()
  const refusals: string[] = []
  const hits: string[] = []
  let user: TenantUser | undefined
  let forging: Forging = {}
  let old = false
  let broken = false
  let base = ''
  const issuer = () => `${base}/${tenant}/v2.0`

  const sign = async (payload: JWTPayload, seconds: number, { by, from = 0, claims, without = [] }: Forging) => {
    const begins = seconds + from
    const right = { iss: issuer(), iat: begins, nbf: begins, exp: begins + 3600, ...payload, ...claims }
    const all = Object.fromEntries(Object.entries(right).filter(([name]) => !without.includes(name)))
    const header = { typ: 'JWT', alg: 'RS256', kid: ours.kid }
    if (by === 'none')
      return `${[{ alg: 'none' }, all].map((part) => base64url.encode(JSON.stringify(part))).join('.')}.`
    if (by === 'hs256') {
      const secret = new TextEncoder().encode(await exportSPKI(ours.publicKey))
      return new SignJWT(all).setProtectedHeader({ ...header, alg: 'HS256' }).sign(secret)
    }
    const key = by === 'stranger' ? stranger : ours
    return new SignJWT(all).setProtectedHeader(header).sign(key.privateKey)
  }
  const about = ({ oid, name, email, idp }: TenantUser): JWTPayload => ({
    oid,
    tid: tenant,
    name,
    sub: createHash('sha256').update(oid).digest('base64url'),
    ver: '2.0',
    ...(email === undefined ? {} : { email, preferred_username: email, upn: email }),
    ...(idp === undefined ? {} : { idp }),
  })

  /** A refusal with Entra's own number, and a description as long as Entra's. */
  const refusal = (error: string, code: string) => {
    refusals.push(code)
    return { error, error_description: `${code}: on demand. Trace ID: ${randomUUID()}` }
  }

  const authorize = (asked: URLSearchParams, response: ServerResponse): unknown => {
    const wrong = (code: string) => {
      refusal('invalid_request', code)
      return response.writeHead(400, { 'Content-Type': 'text/html' }).end(code)
    }
    const redirect = asked.get('redirect_uri')
    if (asked.get('client_id') !== clientId) return wrong('AADSTS700016')
    // This address must not be followed: anybody could have a code sent to their own.
    if (redirect !== redirectUri) return wrong('AADSTS50011')
    const back = new URL(redirect)
    const go = (fields: Record<string, string>) => {
      for (const [name, value] of Object.entries({ ...fields, state: asked.get('state') ?? '' }))
        back.searchParams.set(name, value)
      return response.writeHead(302, { Location: back.href }).end()
    }
    const [challenge, nonce] = [asked.get('code_challenge'), asked.get('nonce')]
    const whole = asked.get('response_type') === 'code' && asked.get('scope')?.split(' ').includes('openid') === true
    if (!whole || challenge === null || nonce === null || asked.get('code_challenge_method') !== 'S256')
      return go(refusal('invalid_request', 'AADSTS9002313'))
    if (user === undefined) return go({ error: 'access_denied', error_description: 'AADSTS65004: the user declined' })
    if (user.foreign === true) return wrong('AADSTS50020')
    const code = randomUUID()
    codes.set(code, { user, redirect, challenge, nonce, given: Date.now() - (old ? 3_600_000 : 0), used: false })
    old = false
    return go({ code, session_state: randomUUID() })
  }

  const grant = async (form: URLSearchParams): Promise<{ status: number; body: object }> => {
    const no = (error: string, code: string) => ({
      status: error === 'invalid_client' ? 401 : 400,
      body: refusal(error, code),
    })
    if (form.get('client_id') !== clientId) return no('unauthorized_client', 'AADSTS700016')
    if (form.get('client_secret') !== clientSecret) return no('invalid_client', 'AADSTS7000215')
    const code = codes.get(form.get('code') ?? '')
    if (form.get('grant_type') !== 'authorization_code' || code === undefined)
      return no('invalid_grant', 'AADSTS9002313')
    if (code.used) return no('invalid_grant', 'AADSTS54005')
    code.used = true
    if (Date.now() - code.given > 600_000) return no('invalid_grant', 'AADSTS70008')
    if (form.get('redirect_uri') !== code.redirect) return no('invalid_grant', 'AADSTS50011')
    const hash = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (hash !== code.challenge) return no('invalid_grant', 'AADSTS501481')
    const payload = { aud: clientId, nonce: code.nonce, ...about(code.user) }
    const id_token = await sign(payload, Math.floor(Date.now() / 1000), forging)
    forging = {}
    const body = {
      token_type: 'Bearer',
      scope: 'openid profile',
      expires_in: 3599,
      access_token: randomUUID(),
      id_token,
    }
    return { status: 200, body }
  }

  const server = standIn((request, response) => {
    const url = new URL(request.url ?? '/', base)
    hits.push(`${request.method ?? ''} ${url.pathname}`)
    const json = (status: number, body: object) =>
      void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    const path = url.pathname.replace(`/${tenant}/`, '')
    if (broken) json(503, { error: 'temporarily_unavailable' })
    else if (path === 'v2.0/.well-known/openid-configuration')
      json(200, {
        issuer: issuer(),
        authorization_endpoint: `${base}/${tenant}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/${tenant}/oauth2/v2.0/token`,
        jwks_uri: `${base}/${tenant}/discovery/v2.0/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['pairwise'],
        id_token_signing_alg_values_supported: ['RS256'],
        token_endpoint_auth_methods_supported: ['client_secret_post'],
        tenant_region_scope: 'EU',
      })
    else if (path === 'discovery/v2.0/keys') json(200, { keys: [ours.jwk] })
    else if (path === 'oauth2/v2.0/authorize') authorize(url.searchParams, response)
    else if (path === 'oauth2/v2.0/token' && request.method === 'POST')
      void bodyOf(request)
        .then((body) => grant(new URLSearchParams(body.toString())))
        .then(({ status, body }) => json(status, body))
    else json(404, { error: 'not_found' })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const appUri = `api://${host}/${appId}`

  return {
    authorityUrl: base,
    tenant,
    clientId,
    clientSecret,
    appId,
    appUri,
    tabToken: (who, now, how = {}) =>
      sign(
        { aud: appId, azp: '5e3ce6c0-2b1b-4285-8d4b-75ee78787346', scp: 'access_as_user', ...about(who) },
        Math.floor(now.getTime() / 1000),
        how,
      ),
    atTheBrowser: (who) => (user = who),
    forges: (how) => (forging = how),
    agesCode: () => (old = true),
    refusals,
    breaks: () => (broken = true),
    hits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface TenantKey {
  readonly kid: string
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
  readonly jwk: object
}

async function makeKey(): Promise<TenantKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const kid = randomUUID()
  const { kty, n, e } = await exportJWK(publicKey)
  return { kid, publicKey, privateKey, jwk: { kty, n, e, use: 'sig', kid, alg: 'RS256' } }
}
