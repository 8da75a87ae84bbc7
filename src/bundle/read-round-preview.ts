// Counts everybody whom a round would ask, as if it were already open, and how each would hear of it.
import { countingWith, keepsAsking } from '../campaign/read-preview.ts'
import type { Rhythm } from '../journal/types.ts'
import type { Calendar } from '../kit/calendar.ts'
import { dayIn, type Day } from '../kit/days.ts'
import type { Ports } from '../ports/ports.ts'
import type { School } from '../turn/library.ts'
import { openParts, type Round } from '../standing/rounds.ts'
import type { Matter } from '../turn/matter.ts'
import type { BundlePart, BundleParts } from './parts.ts'
import { previewRound, type RoundPreview } from './preview.ts'
import { readRoundCount } from './read-round-count.ts'

export interface RoundOpening {
  readonly bundle: BundleParts
  readonly due: Day
  readonly rhythm: Rhythm
  /** Signatures from before that instant do not count. */
  readonly since: Date | undefined
  readonly practice: boolean
  readonly calendar: Calendar
  readonly now: Date
  /** Whether somebody with an address and no account is written to. */
  readonly letters: boolean
  readonly goesOn?: boolean
  readonly escalation?: School['escalation']
}

interface RoundFrame {
  readonly matters: readonly Matter[]
  readonly school: Pick<School, 'reminders' | 'calendar' | 'escalation'>
  readonly now: Date
  readonly letters: boolean
}

/** A round as it would ask from now on, such as one that is about to be changed. */
export function roundOpeningOf(round: Round, { matters, school, now, letters }: RoundFrame): RoundOpening {
  const open = openParts(round)
  const parts = open.flatMap(({ policy, audience }): BundlePart[] => {
    const matter = matters.find((each) => each.policy.id === policy)
    return matter === undefined ? [] : [{ matter, audience }]
  })
  const [first = round.parts[0]] = open
  if (first === undefined) throw new Error(`${round.id} has no parts`)
  const { reminders, calendar, escalation } = school
  const { due, rhythm = reminders, since, practice } = first
  const goesOn = keepsAsking(first, dayIn(calendar.zone, now))
  return { bundle: { parts, missing: [] }, due, rhythm, since, practice, calendar, escalation, now, letters, goesOn }
}

export async function readRoundPreview(
  ports: Pick<Ports, 'journal' | 'register' | 'people'>,
  opening: RoundOpening,
): Promise<RoundPreview> {
  const { bundle, due, practice, since, letters } = opening
  const parts = await Promise.all(
    bundle.parts.map(async ({ matter, audience }) => {
      const facts = await ports.journal.factsOf({ policy: matter.policy.id })
      const counting = countingWith(facts, { matter, audience, due, practice, since })
      return { policy: matter.policy.id, audience, counting }
    }),
  )
  const count = await readRoundCount(ports, { parts, practice, letters })
  const titled = bundle.parts.flatMap(({ matter }, at) => {
    const asked = count.parts[at]
    return asked === undefined ? [] : [{ title: matter.edition.title, asked }]
  })
  return previewRound({ everybody: count.everybody, parts: titled, missing: bundle.missing }, opening)
}
