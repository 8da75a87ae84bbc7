// The result of reminding everybody because SLT asked for it, counted while everybody is judged.
import type { Person } from '../chat/people.ts'
import { inAudience } from '../standing/audience.ts'
import { never } from '../kit/never.ts'
import { nudgeKey } from './steps.ts'
import type { Notice } from '../ports/notices.ts'
import type { Ask, ReminderVerdict, NotReminded } from './types.ts'

export interface Nudged {
  /** Have received it. */
  readonly sent: number
  /** Had already had a reminder that day. */
  readonly before: number
  /** Neither in a chat nor by email. */
  readonly unreached: number
  /** Are away, do not work that day, asked for a later day, or said that it is not for them. */
  readonly resting: number
  /** Were tried, and will be tried again. */
  readonly trying: number
  /** Still to come. */
  readonly waiting: number
}

export const nobodyNudged: Nudged = { sent: 0, before: 0, unreached: 0, resting: 0, trying: 0, waiting: 0 }

/** Counts one more person by policy: `so` includes them where they owe what everybody was to be reminded of. */
export function countWished(
  so: ReadonlyMap<string, Nudged>,
  asks: readonly Ask[],
  judged: Counted & { readonly owes: readonly { readonly policy: string }[] },
): ReadonlyMap<string, Nudged> {
  const theirs = asks.filter(
    (ask) =>
      ask.nudged !== undefined &&
      isWished(ask, judged.person) &&
      judged.owes.some((each) => each.policy === ask.policy),
  )
  if (theirs.length === 0) return so
  const counted = theirs.map(
    (ask) => [ask.policy, countNudged(so.get(ask.policy) ?? nobodyNudged, ask, judged)] as const,
  )
  return new Map([...so, ...counted])
}

/** Whether somebody is among those who are to hear. */
export function isWished({ only, counting }: Pick<Ask, 'only' | 'counting'>, person: Person): boolean {
  if (only === undefined) return true
  const campaign = counting.campaigns.find(({ id }) => id === only)
  return campaign !== undefined && inAudience(person, campaign.audience)
}

interface Counted {
  readonly person: Person
  readonly notices: readonly Notice[]
  readonly verdict: ReminderVerdict
}

function countNudged(so: Nudged, ask: Ask, { person, notices, verdict }: Counted): Nudged {
  if (ask.nudged === undefined) return so
  const key = nudgeKey(ask, person.id, ask.nudged)
  const state = notices.find((notice) => notice.key === key)?.state
  if (state === 'sent' || state === 'unknown') return { ...so, sent: so.sent + 1 }
  if (state === 'failed') return { ...so, trying: so.trying + 1 }
  if (state === 'given-up') return { ...so, unreached: so.unreached + 1 }
  const place = verdict.kind === 'reminded' ? 'waiting' : placeOf(verdict.why)
  return place === undefined ? so : { ...so, [place]: so[place] + 1 }
}

function placeOf(why: NotReminded): keyof Nudged | undefined {
  switch (why.kind) {
    case 'told-today':
      return 'before'
    case 'being-told':
      return 'waiting'
    case 'hours-over':
      return 'unreached'
    case 'away':
    case 'away-said':
    case 'own-day-off':
    case 'day-off':
    case 'asked-for-later':
    case 'not-theirs':
      return 'resting'
    case 'told':
    case 'given-up':
    case 'no-step-yet':
    case 'not-asked':
    case 'left':
    case 'not-started':
    case 'signed':
    case 'excused':
    case 'concern-raised':
    case 'declined':
    case 'not-signable':
    case 'paused':
      return undefined
    default:
      return never(why)
  }
}
