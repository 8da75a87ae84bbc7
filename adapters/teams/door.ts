// Who may come in: a token that Teams signed for this bot, for this service address, from the school's own tenant. A
// first check, before any key is fetched, refuses what cannot be genuine; the framework then checks the signature.
import { z } from 'zod'
import type { Envelope } from './payloads.ts'
import { isLocal, isSafe, type TeamsEndpoints } from './endpoints.ts'
import type { TeamsIdentity } from './settings.ts'

export type Look =
  /** `expires` in milliseconds since 1970. */
  | { readonly kind: 'plausible'; readonly expires: number; readonly kid: string }
  /** 401: the sender is unknown. 403: it is known, but not allowed here. */
  | { readonly kind: 'refused'; readonly status: 401 | 403; readonly why: string }

export interface Visitor {
  readonly authorization: string | undefined
  readonly envelope: Envelope
}

export interface Expected {
  readonly identity: TeamsIdentity
  readonly endpoints: TeamsEndpoints
}

export function lookAt({ authorization, envelope }: Visitor, { identity, endpoints }: Expected): Look {
  if (identity.kind === 'local') return lookLocally(envelope)
  const token = read(authorization)
  if (token === undefined) return refuse(401, 'no token')
  const why = flawOf(token, { appId: identity.appId, issuer: endpoints.tokenIssuer, envelope })
  if (why !== undefined) return refuse(401, why)
  if (envelope.channelId !== 'msteams') return refuse(403, 'another channel than teams')
  if (!isSafe(envelope.serviceUrl)) return refuse(403, 'an unencrypted service address')
  const tenant = envelope.channelData?.tenant?.id ?? envelope.conversation?.tenantId
  if (tenant?.toLowerCase() !== identity.tenant) return refuse(403, 'another tenant')
  return { kind: 'plausible', expires: token.claims.exp * 1000, kid: token.header.kid }
}

/** Without identities, at least nothing may be sent to another machine. */
function lookLocally({ serviceUrl }: Envelope): Look {
  return isLocal(serviceUrl) ? { kind: 'plausible', expires: 0, kid: '' } : refuse(403, 'a service address elsewhere')
}

/** Whether it is still, and already, valid is decided by the framework, by the machine's own clock. */
function flawOf(
  { header, claims }: Token,
  { appId, issuer, envelope }: { appId: string; issuer: string; envelope: Envelope },
): string | undefined {
  // Other bots and test tools may also call bots, with tokens from elsewhere; this bot refuses them.
  if (claims.iss !== issuer) return 'another issuer'
  if (!signatures.has(header.alg)) return 'another kind of signature'
  if (claims.aud !== appId) return 'for another app'
  return claims.serviceurl === envelope.serviceUrl ? undefined : 'for another service address'
}

const signatures = new Set(['RS256', 'RS384', 'RS512'])

const Header = z.object({ alg: z.string(), kid: z.string() })
const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  serviceurl: z.string(),
})
interface Token {
  readonly header: z.infer<typeof Header>
  readonly claims: z.infer<typeof Claims>
}

function read(authorization: string | undefined): Token | undefined {
  const [, head = '', body = ''] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]*$/.exec(authorization ?? '') ?? []
  const header = Header.safeParse(parsePart(head))
  const claims = Claims.safeParse(parsePart(body))
  return header.success && claims.success ? { header: header.data, claims: claims.data } : undefined
}

function parsePart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}

function refuse(status: 401 | 403, why: string): Look {
  return { kind: 'refused', status, why }
}
