// The bot's own token, which it presents to Teams: requested with its password, its certificate or its managed
// identity, and kept until shortly before it expires.
import { z } from 'zod'
import { within, type Wait } from '../../src/kit/wait.ts'
import { signAssertion } from './certificate.ts'
import type { TeamsEndpoints } from './endpoints.ts'
import type { TeamsIdentity } from './settings.ts'
import { Broken, send, type Answer, type Sending } from '../wire.ts'

export interface Tokens {
  /** `fresh` requests a new one, because the last was refused. */
  get(fresh?: 'fresh'): Promise<Token>
}

export type Token =
  | { readonly kind: 'token'; readonly value: string }
  /** In local mode nobody is asked who they are, including the bot. */
  | { readonly kind: 'none' }
  /** Entra's own code for the reason, such as `invalid_client`, with its AADSTS number where there is one. */
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'silent'; readonly why: string }

export interface TokensOptions {
  readonly identity: TeamsIdentity
  readonly endpoints: TeamsEndpoints
  readonly clock: () => Date
  readonly wait: Wait
}

type App = Extract<TeamsIdentity, { kind: 'app' }>

/** Milliseconds that a token request may take. */
const patience = 10_000
/** A token that expires within this many milliseconds is no longer used. */
const margin = 5 * 60_000
/** Milliseconds after which another is asked for again: from half of its life on, so that an outage finds a young one. */
const again = 60_000

export function createTokens(options: TokensOptions): Tokens {
  const { identity, clock } = options
  let kept: { readonly token: Token; readonly until: number; renew: number } | undefined
  let asking: Promise<Token> | undefined

  const ask = async (app: App): Promise<Token> => {
    const { token, seconds } = await request(app, options)
    const [now, lifetime] = [clock().getTime(), seconds * 1000]
    if (token.kind === 'token') kept = { token, renew: now + lifetime / 2, until: now + lifetime - margin }
    return token
  }
  return {
    get: (fresh) => {
      if (identity.kind === 'local') return Promise.resolve({ kind: 'none' })
      const now = clock().getTime()
      if (fresh !== undefined || (kept !== undefined && now >= kept.until)) kept = undefined
      // Many callers may need a token at once: one request is enough.
      const asked = () => (asking ??= ask(identity).finally(() => (asking = undefined)))
      if (kept === undefined) return asked()
      if (now >= kept.renew) {
        kept.renew = now + again
        asked().catch(() => undefined)
      }
      return Promise.resolve(kept.token)
    },
  }
}

async function request(app: App, options: TokensOptions): Promise<{ token: Token; seconds: number }> {
  const sending = requestFor(app, options)
  try {
    const answer = await within(options.wait, patience, sending.answer)
    if (answer !== undefined) return read(answer)
    sending.answer.catch(() => undefined)
    sending.giveUp()
    return { token: { kind: 'silent', why: 'no answer within ten seconds' }, seconds: 0 }
  } catch (error) {
    const why = error instanceof Broken ? error.message : 'no answer'
    return { token: { kind: 'silent', why }, seconds: 0 }
  }
}

function requestFor(app: App, { endpoints, clock }: TokensOptions): Sending {
  const { appId, credential } = app
  const url = `${endpoints.loginUrl}/oauth2/v2.0/token`
  const form = { grant_type: 'client_credentials', client_id: appId, scope: `${endpoints.oauthScope}/.default` }
  switch (credential.kind) {
    case 'password':
      return post(url, { ...form, client_secret: credential.password })
    case 'certificate': {
      const assertion = signAssertion(credential.certificate, { appId, audience: url, now: clock() })
      const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
      return post(url, { ...form, client_assertion_type: type, client_assertion: assertion })
    }
    case 'managed':
      return askHost(credential, { client_id: appId, resource: endpoints.oauthScope })
  }
}

function post(url: string, form: Record<string, string>): Sending {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
  return send(url, { method: 'POST', headers, body: new URLSearchParams(form).toString() })
}

/** Virtual machines have a fixed address for this; other hosts on Azure set one. */
function askHost(
  { endpoint, header }: { endpoint: string | undefined; header: string | undefined },
  about: object,
): Sending {
  const known = endpoint !== undefined && header !== undefined
  const url = new URL(known ? endpoint : 'http://169.254.169.254/metadata/identity/oauth2/token')
  url.searchParams.set('api-version', known ? '2019-08-01' : '2018-02-01')
  for (const [name, value] of Object.entries(about)) url.searchParams.set(name, String(value))
  return send(url.href, { method: 'GET', headers: known ? { 'x-identity-header': header } : { metadata: 'true' } })
}

const Granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional(),
  expires_on: z.coerce.number().positive().optional(),
})
const Refused = z.object({ error: z.string(), error_description: z.string().optional() })

function read({ status, body }: Answer): { token: Token; seconds: number } {
  const json = parseJson(body)
  const granted = Granted.safeParse(json)
  if (status === 200 && granted.success) {
    const { access_token: value, expires_in: seconds = 3_600 } = granted.data
    return { token: { kind: 'token', value }, seconds }
  }
  const refused = Refused.safeParse(json)
  // In trouble of its own, or asked too often, Entra answers in the same form.
  const isPassing = status >= 500 || status === 429 || status === 408
  if (!refused.success || isPassing) return { token: { kind: 'silent', why: `HTTP ${status}` }, seconds: 0 }
  const { error, error_description: said = '' } = refused.data
  const code = /AADSTS\d+/.exec(said)?.[0]
  return { token: { kind: 'refused', error: code === undefined ? error : `${error}, ${code}` }, seconds: 0 }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
