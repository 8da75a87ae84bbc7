// What somebody still has to sign, and the invitation to it: once to each who starts here.
import type { Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import type { Turn } from '../turn.ts'
import { acceptedFor, mattersOf, standingIn, type Matter } from './matter.ts'
import { showInvitation } from './reading-cards.ts'
import { minutesFor, sectionsToRead } from './steps.ts'
import type { Standing } from './types.ts'
import { isUnsigned } from './words.ts'

export interface Owing {
  readonly matter: Matter
  readonly standing: Standing
}

/** The first policy that they have not signed and may sign. */
export async function unsignedBy(
  turn: Pick<Turn, 'ports' | 'library' | 'desk'>,
  person: Person | undefined,
): Promise<Owing | undefined> {
  if (person === undefined) return undefined
  for (const matter of mattersOf(turn)) {
    if (acceptedFor(turn, matter, person).kind !== 'yes') continue
    const facts = await turn.ports.journal.factsOf({ policy: matter.policy.id, person: person.id })
    const standing = standingIn(matter, person, facts)
    if (isUnsigned(standing)) return { matter, standing }
  }
  return undefined
}

export function invitationFor({ name, practice }: Person, { matter, standing }: Owing): Card {
  const { edition, declaration } = matter
  const minutes = minutesFor(sectionsToRead(edition, declaration.section))
  const due = 'due' in standing ? standing.due : undefined
  return showInvitation(edition, { name, minutes, due, practice })
}
