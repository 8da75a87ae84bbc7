// What somebody still has to sign, and the invitation to do so: once to each new starter.
import type { Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import type { RoundPart } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'
import type { Standing } from '../standing/types.ts'
import type { Matter } from '../turn/matter.ts'
import { showInvitation } from './reading-cards.ts'
import { minutesFor, sectionsToRead } from './steps.ts'

export interface Owing {
  readonly matter: Matter
  readonly standing: Standing
  /** Where a bundle asks them for it. */
  readonly round?: RoundPart | undefined
}

/** The unsigned policies that they are asked to sign, in the same order. */
export function askedOf(unsigned: readonly Owing[]): readonly Owing[] {
  return unsigned.filter((each) => dayOwed(each) !== undefined)
}

export function dayOwed({ standing }: Owing): Day | undefined {
  return 'due' in standing ? standing.due : undefined
}

/** An invitation to the first unsigned policy; the others are given as a number. */
export function invitationFor({ name, practice }: Person, [first, ...others]: readonly [Owing, ...Owing[]]): Card {
  const { edition, declaration } = first.matter
  const minutes = minutesFor(sectionsToRead(edition, declaration.section))
  return showInvitation(edition, { name, minutes, due: dayOwed(first), others: askedOf(others).length, practice })
}

/** The key under which somebody was greeted, whatever greeted them. */
export function greetedKey(person: string): string {
  return `greeted:${person}`
}
