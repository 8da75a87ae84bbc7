// Retries what no plan makes again: notices that are written down or have failed, looked up by their kind.
import { clockOf, type Beat } from '../turn/beat.ts'
import type { Notice } from '../ports/notices.ts'
import { deliverAll } from './deliver.ts'
import { waitsForLeaders } from './slt.ts'
import type { Planned } from './types.ts'

/**
 * All attempts together take about three hours; older notices are not waited for, apart from those that are never given
 * up, which may wait for weeks.
 */
export const waits = { usual: 24, kept: 60 * 24 } as const
const most = 500

/**
 * The notices of one kind whose time has come. `remake` returns the messages that settle them: one message for several
 * notices that were one, and none for what has lost its meaning.
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
  const due = open.filter((notice) => {
    const { state, at, nextAt = at } = notice
    return (state === 'planned' ? at : nextAt) <= now && !waitsForLeaders(notice)
  })
  if (due.length > 0) await deliverAll(ports, await remake(due), clockOf(beat))
}
