// Who may come in: a token that Teams signed for this bot, for this service address, from the school's own tenant. A
// first check, before any key is fetched, refuses what cannot be genuine; the signature is checked after it.
import { z } from 'zod'
import type { Envelope } from './payloads.ts'
import { isLocal, isSafe, type TeamsEndpoints } from './endpoints.ts'
import type { TeamsIdentity } from './settings.ts'
import { algorithms } from './signature.ts'

export type Look =
  /** `expires` in milliseconds since 1970. */
  | { readonly kind: 'plausible'; readonly expires: number; readonly token: string }
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
  const read = readToken(authorization)
  if (read === undefined) return refuse(401, 'no token')
  const { token, claims } = read
  const why = flawOf(read, { appId: identity.appId, issuer: endpoints.tokenIssuer, envelope })
  if (why !== undefined) return refuse(401, why)
  if (envelope.channelId !== 'msteams') return refuse(403, 'another channel than teams')
  if (!isSafe(envelope.serviceUrl)) return refuse(403, 'an unencrypted service address')
  const tenant = envelope.channelData?.tenant?.id ?? envelope.conversation?.tenantId
  if (tenant?.toLowerCase() !== identity.tenant) return refuse(403, 'another tenant')
  return { kind: 'plausible', expires: claims.exp * 1000, token }
}

/** Without identities, at least nothing may be sent to another machine. */
function lookLocally({ serviceUrl }: Envelope): Look {
  return isLocal(serviceUrl) ? { kind: 'plausible', expires: 0, token: '' } : refuse(403, 'a service address elsewhere')
}

/** Whether it is still, and already, valid is decided with the signature, by the machine's own clock. */
function flawOf(
  { header, claims }: Read,
  { appId, issuer, envelope }: { appId: string; issuer: string; envelope: Envelope },
): string | undefined {
  // Other bots and test tools may also call bots, with tokens from elsewhere; this bot refuses them.
  if (claims.iss !== issuer) return 'another issuer'
  if (!algorithms.includes(header.alg)) return 'another kind of signature'
  if (claims.aud !== appId) return 'for another app'
  return claims.serviceurl === envelope.serviceUrl ? undefined : 'for another service address'
}

const Header = z.object({ alg: z.string() })
const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  serviceurl: z.string(),
})
interface Read {
  readonly token: string
  readonly header: z.infer<typeof Header>
  readonly claims: z.infer<typeof Claims>
}

function readToken(authorization: string | undefined): Read | undefined {
  const [, token = '', head, body] = /^Bearer (([\w-]+)\.([\w-]+)\.[\w-]*)$/.exec(authorization ?? '') ?? []
  const header = Header.safeParse(parsePart(head))
  const claims = Claims.safeParse(parsePart(body))
  return header.success && claims.success ? { token, header: header.data, claims: claims.data } : undefined
}

function parsePart(part = ''): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}

function refuse(status: 401 | 403, why: string): Look {
  return { kind: 'refused', status, why }
}
