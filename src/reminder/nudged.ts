// What comes of reminding everybody at SLT’s wish, counted while all are judged.
import type { Day } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { nudgeKey } from './steps.ts'
import type { Ask, Subject, Verdict, Why } from './types.ts'

export interface Nudged {
  /** Have it. */
  readonly sent: number
  /** Had a reminder on that day already. */
  readonly before: number
  /** Neither in a chat nor by email. */
  readonly unreached: number
  /** Are away, do not work on that day, asked for a later one, or said that it is not for them. */
  readonly resting: number
  /** Were tried, and are tried again. */
  readonly trying: number
  /** Still to come. */
  readonly waiting: number
}

export const nobodyNudged: Nudged = { sent: 0, before: 0, unreached: 0, resting: 0, trying: 0, waiting: 0 }

/** One more person who owes it. */
export function countNudged(
  so: Nudged,
  { ask, day }: { readonly ask: Ask; readonly day: Day },
  { subject, verdict }: { readonly subject: Subject; readonly verdict: Verdict },
): Nudged {
  const key = nudgeKey(ask, subject.person.id, day)
  const state = subject.notices.find((notice) => notice.key === key)?.state
  if (state === 'sent' || state === 'unknown') return { ...so, sent: so.sent + 1 }
  if (state === 'failed') return { ...so, trying: so.trying + 1 }
  if (state === 'given-up') return { ...so, unreached: so.unreached + 1 }
  const place = verdict.kind === 'reminded' ? 'waiting' : placeOf(verdict.why)
  return place === undefined ? so : { ...so, [place]: so[place] + 1 }
}

function placeOf(why: Why): keyof Nudged | undefined {
  switch (why.kind) {
    case 'told-today':
      return 'before'
    case 'being-told':
      return 'waiting'
    case 'hours-over':
      return 'unreached'
    case 'away':
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
