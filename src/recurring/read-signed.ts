// Reads on which days the people whom something asks have signed it: from these, months are counted.
import type { Recurring } from '../journal/types.ts'
import { dayIn, type Day } from '../kit/days.ts'
import type { Ports } from '../ports/ports.ts'
import { inAudience } from '../standing/audience.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { hasLeft } from '../standing/due.ts'
import { standingOf } from '../standing/standing.ts'
import type { Counting, RegisterLine } from '../standing/totals.ts'
import { countingOf } from '../turn/counting.ts'
import type { Library } from '../turn/library.ts'
import { mattersOn } from '../turn/matter.ts'
import type { Every } from './next.ts'
import type { Again } from './again.ts'

export interface AgainSigned extends Again {
  readonly signed: readonly Day[]
}

export interface ReadingSigned {
  readonly ports: Pick<Ports, 'journal' | 'register'>
  readonly library: Library
  readonly today: Day
}

const pageSize = 500

/** Each day once; none where no months are counted. Somebody who has not signed is still asked, and has no turn yet. */
export async function readSigned(
  { ports, library, today }: ReadingSigned,
  { campaign, round }: Pick<Again, 'campaign' | 'round'>,
  every: Every | Recurring | undefined,
): Promise<readonly Day[]> {
  if (every?.every !== 'months') return []
  const matters = mattersOn(library, today)
  const days = new Set<Day>()
  for (const part of round?.parts ?? [campaign]) {
    const matter = matters.find(({ policy }) => policy.id === part.policy)
    if (matter === undefined) continue
    const counting = await countingOf({ ports }, matter, part)
    for await (const line of linesOf(ports, part)) {
      const at = countsFrom(line, part, counting)
      if (at !== undefined) days.add(dayIn(library.school.zone, at))
    }
  }
  return [...days]
}

async function* linesOf({ register }: Pick<Ports, 'register'>, { policy, practice }: Campaign) {
  let after: string | undefined
  for (;;) {
    const page = await register.page({ policy, practice, most: pageSize, after })
    yield* page
    after = page.at(-1)?.person.id
    if (page.length < pageSize) return
  }
}

/** When they signed, where they are asked and it counts today. */
function countsFrom(line: RegisterLine, { audience }: Campaign, counting: Counting): Date | undefined {
  if (!inAudience(line.person, audience) || hasLeft(line.person, counting.asOf.today)) return undefined
  const standing = standingOf({ ...line, ...counting }, counting.asOf)
  return standing.kind === 'signed' || standing.kind === 'carried-over' ? standing.at : undefined
}
