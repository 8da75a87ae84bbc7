// A policy's register in numbers, with everything that each standing in it depends on.
import type { Person } from '../chat/people.ts'
import type { Ports } from '../ports/ports.ts'
import { marksFor } from '../standing/meanwhile.ts'
import { totalsOf, type Counting, type Totals } from '../standing/totals.ts'
import type { Matter } from './matter.ts'
import type { Turn } from './turn.ts'

/** Everything that each standing with a policy depends on, in the world of whoever asks. */
export async function countingOf(
  { ports }: { readonly ports: Pick<Ports, 'journal'> },
  { policy, asOf }: Matter,
  { practice }: Pick<Person, 'practice'>,
): Promise<Counting> {
  const { marks, campaigns } = await ports.journal.factsOf({ policy: policy.id })
  return { marks: marksFor({ marks, campaigns }, practice, asOf), campaigns, asOf }
}

export async function totalsFor(
  turn: Turn,
  { matter, counting, practice }: { matter: Matter; counting: Counting; practice: boolean },
): Promise<Totals> {
  const tally = await turn.ports.register.tally({ policy: matter.policy.id, practice, today: matter.asOf.today })
  return totalsOf(tally, counting)
}
