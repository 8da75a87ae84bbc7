// Records each bundle that somebody has signed whole, and sends them its certificate by email.
import type { Person } from '../chat/people.ts'
import { mattersOf } from '../turn/matter.ts'
import type { Turn } from '../turn/turn.ts'
import { recordBundles } from './read-bundles.ts'
import { confirmByEmail } from './send-confirmation.ts'

/**
 * What was signed stands whether or not this succeeds, so trouble here must not take the thanks away: it is looked for
 * again whenever they ask for their receipts.
 */
export async function recordWholeBundles(turn: Turn, person: Person): Promise<readonly string[]> {
  const { ports, now, library } = turn
  try {
    const asked = { person, matters: mattersOf(turn), zone: library.school.zone, now }
    const fresh = (await recordBundles(ports, asked)).filter((each) => each.fresh).map(({ entry }) => entry)
    for (const entry of fresh) confirmByEmail(turn, { person, entry })
    return fresh
  } catch (error) {
    ports.log.error({ person: person.id, error }, 'whether a bundle is signed whole could not be noted')
    return []
  }
}
