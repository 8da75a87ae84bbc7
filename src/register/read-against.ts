// Reads everybody's signatures page by page, for this round beside the last.
import type { Journal, Register } from '../ports/evidence.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { AsOf } from '../standing/standing.ts'
import { countAgainst, nothingAgainst, roundsIn, type Against } from './against.ts'

const pageSize = 500

/** Undefined where nothing that is open asks again after a round before. */
export async function readAgainst(
  { journal, register }: { readonly journal: Pick<Journal, 'historiesOf'>; readonly register: Pick<Register, 'page'> },
  campaigns: readonly Campaign[],
  { asOf: { today }, zone, practice }: { readonly asOf: AsOf; readonly zone: string; readonly practice: boolean },
): Promise<Against | undefined> {
  const rounds = roundsIn(campaigns, { today, zone, practice })
  if (rounds === undefined) return undefined
  const { policy } = rounds.now
  let against = nothingAgainst(rounds)
  let after: string | undefined
  for (;;) {
    const page = await register.page({ policy, practice, most: pageSize, after })
    const ids = page.map(({ person }) => person.id)
    const histories = await journal.historiesOf(policy, ids)
    for (const { person } of page)
      against = countAgainst(against, { person, history: histories.get(person.id) ?? [] }, rounds)
    after = page.at(-1)?.person.id
    if (page.length < pageSize) return against
  }
}
