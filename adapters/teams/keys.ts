// Which of the keys that sign tokens are meant for Teams. The framework lets a key that names no channel sign for any
// channel; here it may sign for none.
import { z } from 'zod'

export interface Keys {
  /** Whether the published key `kid` is endorsed for Teams. Throws where the keys cannot be fetched. */
  endorse(kid: string): Promise<boolean>
}

const Metadata = z.object({ jwks_uri: z.url() })
const KeySet = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), endorsements: z.array(z.string()).optional() })),
})

/** As long as the framework keeps them. */
const keptMs = 24 * 60 * 60_000

export function createKeys(metadataUrl: string): Keys {
  let kept: { readonly endorsed: ReadonlyMap<string, boolean>; readonly until: number } | undefined

  const read = async () => {
    const { jwks_uri: url } = Metadata.parse(await getJson(metadataUrl))
    const { keys } = KeySet.parse(await getJson(url))
    const endorsed = new Map(keys.map(({ kid, endorsements = [] }) => [kid, endorsements.includes('msteams')]))
    // Keys change by the machine's own time, as tokens do.
    kept = { endorsed, until: Date.now() + keptMs }
    return kept
  }
  return {
    async endorse(kid) {
      const known = kept !== undefined && Date.now() < kept.until ? kept : await read()
      // A key that the framework knows and we do not was published since.
      return known.endorsed.get(kid) ?? (await read()).endorsed.get(kid) ?? false
    },
  }
}

async function getJson(url: string): Promise<unknown> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(10_000) })
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
  return answer.json()
}
