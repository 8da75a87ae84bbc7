// Signing in to the web page with a school account: OpenID Connect's code flow with PKCE, state and nonce. The only
// file that uses openid-client. What has to be remembered meanwhile stays in the browser, so that any server of the
// school can take it up.
import * as openid from 'openid-client'
import { compact } from '../../src/kit/defined.ts'
import type { SignIn, Vouched } from '../../src/ports/school-accounts.ts'
import { whyUnreached } from '../unreached.ts'
import { accountIn, refused } from './claims.ts'
import { isLocal, type PageSettings } from './settings.ts'

export function createSignIn(settings: PageSettings): SignIn {
  const { redirectUri, tenancy } = settings
  const provider = keepProvider(settings)
  return {
    async begin() {
      try {
        const config = await provider()
        const verifier = openid.randomPKCECodeVerifier()
        const [state, nonce] = [openid.randomState(), openid.randomNonce()]
        const to = openid.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: 'openid profile',
          code_challenge: await openid.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        })
        return { kind: 'go', to: to.href, kept: [state, nonce, verifier].join('.') }
      } catch (error) {
        return { kind: 'silent', why: whyUnreached(error) }
      }
    },
    async finish({ query, kept }) {
      const [, expectedState, expectedNonce, pkceCodeVerifier] = whole.exec(kept) ?? []
      if (expectedState === undefined || expectedNonce === undefined || pkceCodeVerifier === undefined)
        return refused('nothing was begun in this browser')
      const checks = { expectedState, expectedNonce, pkceCodeVerifier, idTokenExpected: true }
      try {
        const config = await provider()
        const tokens = await openid.authorizationCodeGrant(config, new URL(`${redirectUri}${query}`), checks)
        return accountIn(tokens.claims(), tenancy)
      } catch (error) {
        return outcomeOf(error)
      }
    },
  }
}

/** What a browser keeps between beginning and coming back: each part is 32 bytes. */
const whole = /^([\w-]{43})\.([\w-]{43})\.([\w-]{43})$/

/** Asked for when it is first needed, so that starting does not wait for it. */
function keepProvider({ tenancy, clientId, clientSecret }: PageSettings): () => Promise<openid.Configuration> {
  let kept: Promise<openid.Configuration> | undefined
  // Marked as deprecated by its makers so that nobody uses it for another machine's address.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const unencrypted = isLocal(tenancy.issuer) && openid.allowInsecureRequests
  // The signature is checked as well, although the token comes straight from the provider.
  const how = { timeout: 10, execute: compact([openid.enableNonRepudiationChecks, unencrypted]) }
  return () => {
    const secret = openid.ClientSecretPost(clientSecret)
    kept ??= openid.discovery(new URL(tenancy.issuer), clientId, {}, secret, how).catch((error: unknown) => {
      kept = undefined
      throw error
    })
    return kept
  }
}

function outcomeOf(error: unknown): Vouched | { readonly kind: 'stopped' } {
  if (error instanceof openid.AuthorizationResponseError)
    return error.error === 'access_denied' ? { kind: 'stopped' } : refused(coded(error.error, error.error_description))
  if (error instanceof openid.ResponseBodyError && error.status < 500)
    return refused(coded(error.error, error.error_description))
  if (error instanceof openid.ClientError && error.code !== undefined && !isOutage(error)) return refused(error.code)
  return { kind: 'silent', why: whyUnreached(error) }
}

/** The other side is in trouble, which says nothing of whoever signs in. */
function isOutage({ code, cause }: openid.ClientError): boolean {
  return code === 'OAUTH_TIMEOUT' || (cause instanceof Response && cause.status >= 500)
}

/** Microsoft's own number says most, and nothing of the person. */
function coded(error: string, said = ''): string {
  const code = /AADSTS\d+/.exec(said)?.[0]
  return code === undefined ? error : `${error}, ${code}`
}
