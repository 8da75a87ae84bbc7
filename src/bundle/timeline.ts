// A round of a bundle over its days: what was done to all of it, what it will do, and how many have signed all of theirs.
import { timelineOf, type SignedSoFar, type TimelineAbout } from '../campaign/timeline.ts'
import type { Day } from '../kit/days.ts'
import type { Timeline } from '../kit/timeline.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { lastDue, openParts, type Round } from '../standing/rounds.ts'

export interface RoundTimelineAbout extends Pick<TimelineAbout, 'reminders' | 'calendar' | 'today' | 'turned'> {
  readonly round: Round
  readonly signed: SignedSoFar
  readonly titleOf: (policy: string) => string
}

/** Undefined for a round without parts, which nobody can open. */
export function roundTimelineOf({ round, titleOf, turned, ...about }: RoundTimelineAbout): Timeline | undefined {
  const whole = wholeRound(round)
  if (whole === undefined) return undefined
  // Documents nearly always share their day; one that has another is named.
  const others = round.parts
    .filter(({ due }) => due !== whole.due)
    .map(({ policy, due }) => ({ day: due, says: `due: ${titleOf(policy)}` }))
  return timelineOf({
    ...about,
    title: round.title,
    campaign: whole,
    turned: [...turned, ...others],
    counts: 'signed all of theirs so far',
  })
}

/** As one campaign: open and reminding for as long as one of its parts is. */
export function wholeRound(round: Round): TimelineAbout['campaign'] | undefined {
  const [first] = round.parts
  const due = lastDue(round)
  if (first === undefined || due === undefined) return undefined
  const open = openParts(round)
  const asking = open.length > 0 ? open : round.parts
  return {
    openedOn: round.parts.reduce((day, { openedOn }) => (openedOn < day ? openedOn : day), first.openedOn),
    due,
    closedOn: open.length > 0 ? undefined : latest(round.parts, ({ closedOn }) => closedOn),
    pausedOn: asking.every(({ pausedOn }) => pausedOn !== undefined)
      ? latest(asking, ({ pausedOn }) => pausedOn)
      : undefined,
    rhythm: asking[0]?.rhythm,
  }
}

function latest(parts: readonly Campaign[], dayOf: (part: Campaign) => Day | undefined): Day | undefined {
  return parts.map(dayOf).reduce((last, day) => (day !== undefined && (last === undefined || day > last) ? day : last))
}
