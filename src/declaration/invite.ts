// What somebody still has to sign, and the invitation to it: once to each who starts here.
import type { Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import type { Turn } from '../turn/turn.ts'
import { acceptedFor, mattersOf, standingIn, type Matter } from '../turn/matter.ts'
import { showInvitation } from './reading-cards.ts'
import { minutesFor, sectionsToRead } from './steps.ts'
import type { Standing } from '../standing/types.ts'
import { isUnsigned } from '../standing/words.ts'

export interface Owing {
  readonly matter: Matter
  readonly standing: Standing
}

/** What they have not signed and may sign: first what they are asked to, by its day, then the rest as the library has it. */
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
    .toSorted((a, b) => (dueOf(a) ?? late).localeCompare(dueOf(b) ?? late))
}

/** Of what is unsigned, in the same order: what they are asked to sign. */
export function askedOf(unsigned: readonly Owing[]): readonly Owing[] {
  return unsigned.filter((each) => dueOf(each) !== undefined)
}

export function dueOf({ standing }: Owing): Day | undefined {
  return 'due' in standing ? standing.due : undefined
}

/** To the first of what is unsigned; the others that they are asked to sign are named by how many they are. */
export function invitationFor({ name, practice }: Person, [first, ...others]: readonly [Owing, ...Owing[]]): Card {
  const { edition, declaration } = first.matter
  const minutes = minutesFor(sectionsToRead(edition, declaration.section))
  return showInvitation(edition, { name, minutes, due: dueOf(first), others: askedOf(others).length, practice })
}

/** The key under which somebody was greeted, whatever greeted them. */
export function greetedKey(person: string): string {
  return `greeted:${person}`
}
