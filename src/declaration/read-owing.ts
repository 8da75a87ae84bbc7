// Looks up what somebody has not signed.
import type { Person } from '../chat/people.ts'
import { owedBy } from '../standing/due.ts'
import { isUnsigned } from '../standing/words.ts'
import { acceptedFor, mattersOf, standingIn } from '../turn/matter.ts'
import type { Turn } from '../turn/turn.ts'
import { dayOwed, type Owing } from './owing.ts'

type Looking = Pick<Turn, 'ports' | 'library' | 'desk'>

/**
 * What they have not signed and may sign: first what they are asked for, by due day, then the rest in the library's
 * order.
 */
export async function unsignedBy(turn: Looking, person: Person | undefined): Promise<readonly Owing[]> {
  if (person === undefined) return []
  const late = '9999-12-31'
  return (await standsOf(turn, person))
    .filter(({ standing }) => isUnsigned(standing))
    .toSorted((a, b) => (dayOwed(a) ?? late).localeCompare(dayOwed(b) ?? late))
}

/** Everything that they may sign, signed or not, in the library's order. */
export function standsOf(turn: Looking, person: Person): Promise<readonly Owing[]> {
  const signable = mattersOf(turn).filter((matter) => acceptedFor(turn, matter, person).kind === 'yes')
  return Promise.all(
    signable.map(async (matter): Promise<Owing> => {
      const facts = await turn.ports.journal.factsOf({ policy: matter.policy.id, person: person.id })
      const owed = owedBy(person, facts.campaigns, matter.asOf)
      const round = owed.find(({ campaign }) => campaign.round !== undefined)?.campaign.round
      return { matter, standing: standingIn(matter, person, facts), round }
    }),
  )
}
