// This round beside the last: how many have signed by the same day of each, and who was asked last time and is not now.
// Pure.
import type { Person } from '../chat/people.ts'
import { compact } from '../kit/defined.ts'
import { addDays, dayIn, daysBetween, sayDay, type Day } from '../kit/days.ts'
import { sayList } from '../kit/text.ts'
import { inAudience } from '../standing/audience.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { hasLeft } from '../standing/due.ts'
import { signedAt, validSignings, type FoldedEntry } from '../standing/fold.ts'

export interface Rounds {
  readonly now: Campaign
  readonly before: Campaign
  readonly today: Day
  readonly zone: string
}

export interface Against {
  readonly signed: number
  readonly of: number
  /** The same day of the round before. */
  readonly lastDay: Day
  readonly lastSigned: number
  readonly lastOf: number
  /** Asked in the round before, still here, and not asked in this one. */
  readonly unasked: number
  /** The first few of them. */
  readonly names: readonly string[]
}

const mostNames = 10

/** The campaign that is open and asks again after another; of several, the newest. */
export function roundsIn(
  campaigns: readonly Campaign[],
  { today, zone, practice }: { readonly today: Day; readonly zone: string; readonly practice: boolean },
): Rounds | undefined {
  const now = campaigns.find((each) => each.practice === practice && each.closedOn === undefined && each.follows !== undefined) // prettier-ignore
  const before = campaigns.find(({ id }) => id === now?.follows)
  return now === undefined || before === undefined ? undefined : { now, before, today, zone }
}

export function nothingAgainst({ now, before, today }: Rounds): Against {
  const lastDay = addDays(before.openedOn, Math.max(0, daysBetween(now.openedOn, today)))
  return { signed: 0, of: 0, lastDay, lastSigned: 0, lastOf: 0, unasked: 0, names: [] }
}

/** `history` is theirs with the policy. */
export function countAgainst(
  against: Against,
  { person, history }: { readonly person: Person; readonly history: readonly FoldedEntry[] },
  { now, before, today, zone }: Rounds,
): Against {
  const { lastDay } = against
  const signings = validSignings(history).map(signedAt)
  const within = ({ since }: Campaign, until: Day) =>
    signings.some((at) => dayIn(zone, at) <= until && (since === undefined || at >= since))
  const here = isHere(person, today)
  const asked = inAudience(person, now.audience)
  const askedBefore = inAudience(person, before.audience)
  const last = askedBefore && isHere(person, lastDay)
  const unasked = here && askedBefore && !asked
  return {
    ...against,
    signed: against.signed + Number(here && asked && within(now, today)),
    of: against.of + Number(here && asked),
    lastSigned: against.lastSigned + Number(last && within(before, lastDay)),
    lastOf: against.lastOf + Number(last),
    unasked: against.unasked + Number(unasked),
    names: unasked && against.names.length < mostNames ? [...against.names, person.name] : against.names,
  }
}

function isHere(person: Person, day: Day): boolean {
  return !hasLeft(person, day) && (person.startsOn === undefined || person.startsOn <= day)
}

/** "This round: 12 of 40 have signed. Last round, by 14 September 2026: 9 of 38." */
export function sayAgainst({ signed, of, lastDay, lastSigned, lastOf }: Against): string {
  const count = (number: number) => number.toLocaleString('en-GB')
  return `This round: ${count(signed)} of ${count(of)} ${of === 1 ? 'has' : 'have'} signed. Last round, by ${sayDay(lastDay)}: ${count(lastSigned)} of ${count(lastOf)}.`
}

/** Undefined where nobody is left out. Names are for private places. */
export function sayUnasked({ unasked, names }: Against, { named }: { readonly named: boolean }): string | undefined {
  if (unasked === 0) return undefined
  const who = unasked === 1 ? '1 person was' : `${unasked.toLocaleString('en-GB')} people were`
  const more = unasked - names.length
  const list = sayList(compact([...names, more > 0 && `${more.toLocaleString('en-GB')} more`]))
  return `${who} asked last round and ${unasked === 1 ? 'is' : 'are'} not in this one${named ? `: ${list}` : ''}.`
}
