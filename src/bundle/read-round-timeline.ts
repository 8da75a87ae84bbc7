// Reads what the timeline of a round shows: what was done to it, and who signed the last of their documents on which day.
import { readTurned } from '../campaign/read-timeline.ts'
import { whatAsked } from '../campaign/read-preview.ts'
import type { SignedSoFar } from '../campaign/timeline.ts'
import type { Rhythm } from '../journal/types.ts'
import type { Calendar } from '../kit/calendar.ts'
import { dayIn, type Day } from '../kit/days.ts'
import type { Timeline } from '../kit/timeline.ts'
import type { Ports } from '../ports/ports.ts'
import { inAudience } from '../standing/audience.ts'
import type { Round } from '../standing/rounds.ts'
import type { Matter } from '../turn/matter.ts'
import { askedPages, type AskedPerson, type CountedPart } from './read-asked-people.ts'
import { countedParts } from './read-round-count.ts'
import { roundTimelineOf } from './timeline.ts'

export interface RoundTimelineAsked {
  readonly round: Round
  readonly matters: readonly Matter[]
  readonly reminders: Rhythm
  readonly calendar: Calendar
  readonly today: Day
}

export async function readRoundTimeline(
  ports: Pick<Ports, 'journal' | 'register'>,
  { round, matters, ...asked }: RoundTimelineAsked,
): Promise<Timeline | undefined> {
  const { zone } = asked.calendar
  const turned = await Promise.all(round.parts.map((part) => readTurned(ports, part, zone)))
  const parts = await countedParts(ports, { round, matters })
  return roundTimelineOf({
    ...asked,
    round,
    turned: turned.flat(),
    signed: await readSigned(ports, { parts, practice: round.practice, zone }),
    titleOf: (id) => matters.find(({ policy }) => policy.id === id)?.edition.title ?? id,
  })
}

interface SignedAsked {
  readonly parts: readonly CountedPart[]
  readonly practice: boolean
  readonly zone: string
}

async function readSigned(ports: Pick<Ports, 'register'>, asked: SignedAsked): Promise<SignedSoFar> {
  const days: Day[] = []
  let total = 0
  for await (const page of askedPages(ports, asked)) {
    for (const one of page) {
      const stood = stoodWith(one, asked)
      if (stood === undefined) continue
      total += 1
      if (stood !== 'owes') days.push(stood)
    }
  }
  return { total, days }
}

/** The day of the last of their signatures; undefined for whoever is not asked, or is excused from all of it. */
function stoodWith({ person, lines }: AskedPerson, { parts, zone }: SignedAsked): Day | 'owes' | undefined {
  const days: Day[] = []
  for (const [at, { audience, counting }] of parts.entries()) {
    const line = lines[at]
    if (line === undefined || !inAudience(person, audience)) continue
    const what = whatAsked(line, counting)
    if (what === 'owes') return 'owes'
    const signed = line.involvement?.signed?.at
    if (what === 'signed' && signed !== undefined) days.push(dayIn(zone, signed))
  }
  return days.toSorted().at(-1)
}
