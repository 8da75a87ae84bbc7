// Checks the token that Teams gives a tab: signed by a key of the school's tenant, for this app, in time, and about a
// person. The only file that uses jose.
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import type { TabTokens, Vouched } from '../../src/ports/school-accounts.ts'
import { accountIn, refused } from './claims.ts'
import type { TabSettings } from './settings.ts'
import { discover, whySilent, type Tenancy } from './tenancy.ts'

/** Seconds by which clocks may differ. */
const tolerance = 120
/** Characters. Tokens with many claims stay well below it. */
const longest = 20_000
/** What the tab asks for in the person's own name; a program's own token has no such thing. */
const scope = 'access_as_user'

export function createTabTokens(settings: TabSettings, clock: () => Date): TabTokens {
  const keys = keepKeys(settings.tenancy)
  return {
    chatUrl: `https://teams.microsoft.com/l/chat/0/0?users=28:${settings.appId}`,
    async check(token) {
      if (token.length > longest) return refused('too long for a token')
      try {
        const key = await keys()
        return await verified(token, { key, settings, now: clock() })
      } catch (error) {
        return { kind: 'silent', why: whySilent(error) }
      }
    },
  }
}

/** Where the keys are is asked once; the keys themselves are asked for again when a new one signs. */
function keepKeys(tenancy: Tenancy): () => Promise<JWTVerifyGetKey> {
  let kept: Promise<JWTVerifyGetKey> | undefined
  return () => {
    kept ??= discover(tenancy)
      .then(({ keys }) => createRemoteJWKSet(new URL(keys), { timeoutDuration: 10_000 }))
      .catch((error: unknown) => {
        kept = undefined
        throw error
      })
    return kept
  }
}

interface Verifying {
  readonly key: JWTVerifyGetKey
  readonly settings: TabSettings
  readonly now: Date
}

async function verified(token: string, { key, settings, now }: Verifying): Promise<Vouched> {
  const { tenancy, appId, uri } = settings
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['RS256'],
      issuer: [tenancy.issuer, tenancy.olderIssuer],
      audience: [appId, uri],
      requiredClaims: ['exp', 'nbf'],
      currentDate: now,
      clockTolerance: tolerance,
    })
    const { scp } = payload
    if (typeof scp !== 'string' || !scp.split(' ').includes(scope)) return refused('a token for something else')
    return accountIn(payload, tenancy)
  } catch (error) {
    const why = flawOf(error)
    if (why === undefined) throw error
    return refused(why)
  }
}

/** Undefined where it is not the token's fault. */
function flawOf(error: unknown): string | undefined {
  if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) return undefined
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWTClaimValidationFailed) return `the wrong ${error.claim}`
  // What their library says when the keys came with an error, which is nobody's token's fault.
  return error.code === 'ERR_JOSE_GENERIC' ? undefined : error.code
}
