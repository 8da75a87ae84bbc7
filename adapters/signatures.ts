// Tokens that another host signs: its public keys are fetched whole, renewed, and asked for again when a new one signs.
// The only file that uses jose.
import {
  createRemoteJWKSet,
  errors,
  jwksCache,
  jwtVerify,
  type JWK,
  type JWKSCacheInput,
  type JWTPayload,
  type JWTVerifyOptions,
  type RemoteJWKSet,
} from 'jose'

export type Verified =
  /** `key` as its host publishes it. */
  | { readonly kind: 'valid'; readonly claims: JWTPayload; readonly key: JWK | undefined }
  /** In a few words. */
  | { readonly kind: 'flawed'; readonly why: string }
  /** The keys cannot be had, which says nothing about the token. */
  | { readonly kind: 'silent'; readonly cause: unknown }

export type Verify = (token: string, must: JWTVerifyOptions) => Promise<Verified>

/** `find` says where the keys are, and is asked once. */
export function createVerify(find: () => Promise<string>): Verify {
  const keys = keepKeys(find)
  return async (token, must) => {
    try {
      const known = await keys()
      const { payload: claims, protectedHeader } = await jwtVerify(token, known, must)
      return { kind: 'valid', claims, key: known.jwks()?.keys.find(({ kid }) => kid === protectedHeader.kid) }
    } catch (error) {
      return isFlaw(error) ? { kind: 'flawed', why: sayFlaw(error) } : { kind: 'silent', cause: error }
    }
  }
}

const hour = 60 * 60_000
/** Milliseconds. Microsoft asks for keys no older than a day; an outage at that moment shall not refuse everybody. */
const [renewed, longest] = [12 * hour, 24 * hour]

/** Rejects where they cannot be had. */
function keepKeys(find: () => Promise<string>): () => Promise<RemoteJWKSet> {
  let kept: Promise<RemoteJWKSet> | undefined
  const cache: JWKSCacheInput = {}
  const open = async () =>
    createRemoteJWKSet(new URL(await find()), { timeoutDuration: 10_000, cacheMaxAge: longest, [jwksCache]: cache })
  return async () => {
    kept ??= open().catch((error: unknown) => {
      kept = undefined
      throw error
    })
    const keys = await kept
    // By the machine's own clock, as jose counts, too.
    if (keys.fresh && !keys.reloading && Date.now() - Number(cache.uat) > renewed) keys.reload().catch(() => undefined)
    return keys
  }
}

function isFlaw(error: unknown): error is errors.JOSEError {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    // What their library says when the keys came with an error.
    error.code !== 'ERR_JOSE_GENERIC'
  )
}

function sayFlaw(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'expired'
  return error instanceof errors.JWTClaimValidationFailed ? `the wrong ${error.claim}` : error.code
}
