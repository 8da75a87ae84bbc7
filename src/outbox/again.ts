// Trying again what no plan makes anew: notices that are written down or failed, looked up by their kind.
import { clockOf, type Beat } from '../turn/beat.ts'
import type { Notice } from '../ports/evidence.ts'
import { deliverAll } from './deliver.ts'
import type { Planned } from './types.ts'

/** All tries take some three hours; what is older waits for nothing any more. What is never given up waits for weeks. */
export const waits = { usual: 24, kept: 60 * 24 } as const
const most = 500

/**
 * Those of one kind whose time has come. `remake` gives the messages that settle them: one for several notices, where
 * they were one, and none for what has no meaning any more.
 */
export async function sendAgain(
  beat: Beat,
  kind: string,
  remake: (open: readonly Notice[]) => Promise<readonly Planned[]>,
  hours: number = waits.usual,
): Promise<void> {
  const { ports, now } = beat
  const since = new Date(now.getTime() - hours * 60 * 60_000)
  const open = await ports.notices.list({ states: ['planned', 'failed'], kind, since, most })
  const due = open.filter(({ state, at, nextAt = at }) => (state === 'planned' ? at : nextAt) <= now)
  if (due.length > 0) await deliverAll(ports, await remake(due), clockOf(beat))
}
