// Whether Teams signed a token, and whether it is valid now. The framework would ask the same, but it counts its keys as
// fresh before it has read them, so that a connection cut in that moment leaves it refusing everybody for an hour; and
// it lets a key that names no channel sign for any channel, where here it may sign for none.
import { z } from 'zod'
import { createVerify } from '../signatures.ts'

/** `unsure` where the keys cannot be had. */
export type Verdict = 'genuine' | 'refused' | 'unsure'

/** Seconds by which clocks may differ, as in the framework. */
const tolerance = 300

/** `metadataUrl` says where the keys are. The check reads neither issuer nor audience. */
export function createSignatures(metadataUrl: string): (token: string) => Promise<Verdict> {
  const verify = createVerify(() => placeOfKeys(metadataUrl))
  return async (token) => {
    const verified = await verify(token, { algorithms, clockTolerance: tolerance })
    if (verified.kind === 'silent') return 'unsure'
    return verified.kind === 'valid' && isMeantForTeams(verified.key) ? 'genuine' : 'refused'
  }
}

export const algorithms = ['RS256', 'RS384', 'RS512']

const Metadata = z.object({ jwks_uri: z.url() })
const Endorsed = z.object({ endorsements: z.array(z.string()) })

function isMeantForTeams(key: unknown): boolean {
  const read = Endorsed.safeParse(key)
  return read.success && read.data.endorsements.includes('msteams')
}

async function placeOfKeys(metadataUrl: string): Promise<string> {
  const answer = await fetch(metadataUrl, { redirect: 'error', signal: AbortSignal.timeout(10_000) })
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
  return Metadata.parse(await answer.json()).jwks_uri
}
