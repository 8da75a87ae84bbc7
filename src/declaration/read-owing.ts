// Looks up what somebody has not signed.
import type { Person } from '../chat/people.ts'
import { isUnsigned } from '../standing/words.ts'
import { acceptedFor, mattersOf, standingIn } from '../turn/matter.ts'
import type { Turn } from '../turn/turn.ts'
import { dayOwed, type Owing } from './owing.ts'

/**
 * What they have not signed and may sign: first what they are asked for, by due day, then the rest in the library's
 * order.
 */
export async function unsignedBy(
  turn: Pick<Turn, 'ports' | 'library' | 'desk'>,
  person: Person | undefined,
): Promise<readonly Owing[]> {
  if (person === undefined) return []
  const signable = mattersOf(turn).filter((matter) => acceptedFor(turn, matter, person).kind === 'yes')
  const stands = await Promise.all(
    signable.map(async (matter) => {
      const facts = await turn.ports.journal.factsOf({ policy: matter.policy.id, person: person.id })
      return { matter, standing: standingIn(matter, person, facts) }
    }),
  )
  const late = '9999-12-31'
  return stands
    .filter(({ standing }) => isUnsigned(standing))
    .toSorted((a, b) => (dayOwed(a) ?? late).localeCompare(dayOwed(b) ?? late))
}
