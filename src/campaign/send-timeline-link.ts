// Makes the link to a timeline's picture, for Teams, which fetches pictures itself; everywhere else it comes with the card.
import { defined } from '../kit/defined.ts'
import type { Turn } from '../turn/turn.ts'

const dayLong = 24 * 60 * 60_000
/** The words stay; whoever scrolls back later than this has another picture by one press. */
const pictureDays = 7

export interface TimelineLink {
  readonly person: string
  readonly policy: string
  readonly campaign: string
  /** Of the round that the campaign belongs to, rather than of the campaign alone. */
  readonly round?: string
}

export async function timelineLink(
  { ports, now, event }: Turn,
  { person, policy, campaign, round }: TimelineLink,
): Promise<string | undefined> {
  if (event.account.platform !== 'teams' || ports.publicUrl === undefined) return undefined
  const token = ports.newToken()
  const expires = new Date(now.getTime() + pictureDays * dayLong)
  const purpose = { kind: 'timeline', policy, campaign, ...defined({ round }) } as const
  await ports.doors.makeLink({ person, purpose, expires, token })
  return `${ports.publicUrl}/timeline/${token}.png`
}
