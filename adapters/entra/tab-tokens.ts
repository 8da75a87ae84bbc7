// Checks the token that Teams gives a tab: signed by a key of the school's tenant, for this app, in time, and about a
// person.
import type { TabTokens } from '../../src/ports/school-accounts.ts'
import { createVerify } from '../signatures.ts'
import { whyUnreached } from '../unreached.ts'
import { accountIn, refused } from './claims.ts'
import type { TabSettings } from './settings.ts'
import { discover } from './tenancy.ts'

/** Seconds by which clocks may differ. */
const tolerance = 120
/** Characters. Tokens with many claims stay well below it. */
const longest = 20_000
/** What the tab asks for in the person's own name; a program's own token has no such thing. */
const scope = 'access_as_user'

export function createTabTokens(settings: TabSettings, clock: () => Date): TabTokens {
  const { tenancy, appId, uri } = settings
  const verify = createVerify(async () => (await discover(tenancy)).keys)
  return {
    chatUrl: `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`,
    async check(token) {
      if (token.length > longest) return refused('too long for a token')
      const verified = await verify(token, {
        algorithms: ['RS256'],
        issuer: [tenancy.issuer, tenancy.olderIssuer],
        audience: [appId, uri],
        requiredClaims: ['exp', 'nbf'],
        currentDate: clock(),
        clockTolerance: tolerance,
      })
      switch (verified.kind) {
        case 'silent':
          return { kind: 'silent', why: whyUnreached(verified.cause) }
        case 'flawed':
          return refused(verified.why)
        case 'valid': {
          const { scp } = verified.claims
          if (typeof scp !== 'string' || !scp.split(' ').includes(scope)) return refused('a token for something else')
          return accountIn(verified.claims, tenancy)
        }
      }
    },
  }
}
