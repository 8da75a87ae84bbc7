// Finds out about what was being sent when the program stopped: where a platform can tell, it is asked, so that the
// message arrives once.
import type { Became, LostAttempt } from '../ports/notices.ts'
import { never } from '../kit/never.ts'
import type { Ports } from '../ports/ports.ts'

type Settling = Pick<Ports, 'chat' | 'people' | 'notices' | 'log'>

/** Longer than any platform holds a message before it reports a failure. */
export const lostAfterMinutes = 20
/** Clocks differ, and an earlier attempt may have arrived after all. */
const lookBackMinutes = 60
/** How long a platform that cannot be reached is asked again. */
const patienceHours = 24

const minute = 60_000

export async function settleLost({ ports, now }: { readonly ports: Settling; readonly now: Date }): Promise<void> {
  const { notices, log } = ports
  for (const lost of await notices.lost(new Date(now.getTime() - lostAfterMinutes * minute))) {
    const became = await lookFor(ports, lost, now)
    if (became === undefined) continue
    await notices.settle({ keys: lost.keys, by: lost.by, now }, became)
    const about = { notices: lost.keys.length, state: became.kind, way: lost.way }
    log.warn(about, 'the program stopped while sending; what became of it was looked up, or counts as sent')
  }
}

/** Undefined where it must be looked for again later. */
async function lookFor({ chat, people }: Settling, lost: LostAttempt, now: Date): Promise<Became | undefined> {
  const { person, keys, way, claimedAt } = lost
  // The way is written down before anything is sent.
  if (way === undefined) return unsent(now)
  const since = new Date(claimedAt.getTime() - lookBackMinutes * minute)
  const accounts = (await people.accountsOf(person)).filter(({ platform }) => platform === way)
  const unknown = { kind: 'unknown', way, what: 'stopped between sending it and noting it' } as const
  if (accounts.length === 0) return unknown
  for (const { platform, id } of accounts) {
    const sought = await chat.find({ platform, id, kind: 'private' }, keys, since)
    switch (sought.kind) {
      case 'found':
        return { kind: 'sent', way, message: sought.message }
      case 'absent':
        continue
      case 'cannot-tell':
        return unknown
      case 'later':
        return now.getTime() - claimedAt.getTime() < patienceHours * 60 * minute ? undefined : unknown
      default:
        return never(sought)
    }
  }
  return unsent(now)
}

function unsent(now: Date): Became {
  return { kind: 'failed', what: 'stopped before sending it', nextAt: now }
}
