// Who answers: whoever is responsible for the subject, their deputies when they are away, and who comes after them.
import type { Person } from '../chat/people.ts'
import { worksOn, type Calendar } from '../kit/calendar.ts'
import type { Day } from '../kit/days.ts'
import type { Route } from '../ports/cases.ts'
import { hasLeft } from '../standing/due.ts'

/** The people who may be responsible for anything, from the directory and `school.yaml`. */
export interface Staff {
  /** People whom the school names as contacts, in its order, by the contact's name. */
  readonly named: Readonly<Record<string, readonly Person[]>>
  readonly owners: readonly Person[]
  readonly leaders: readonly Person[]
  readonly administrators: readonly Person[]
}

/** Ranks of people who are asked together. The first rank with somebody present gets it; the others stand in. */
export type Ranks = readonly (readonly Person[])[]

/** Named people are asked alone; people who only share a role are asked together. */
export function ranksFor(
  { route, policy }: { readonly route: Route; readonly policy: string | undefined },
  staff: Staff,
): Ranks {
  const named = (contact: string) => (staff.named[contact] ?? []).map((person) => [person])
  const leaders = [...named('slt'), staff.leaders, staff.administrators]
  switch (route) {
    case 'slt':
      return leaders
    case 'safeguarding':
      return [...named('safeguarding'), ...leaders]
    case 'policy-owner':
      return policy === undefined ? leaders : [...named(policy), staff.owners, ...leaders]
  }
}

export interface Offering {
  /** The day on which they are to answer. */
  readonly day: Day
  readonly calendar: Calendar
  /** Nobody answers their own question. */
  readonly asker: string
  /** Nobody took it in time: the next rank is asked as well. */
  readonly late: boolean
}

/** The people to whom it is offered now. Where nobody works that day, the first rank that is still at the school. */
export function offerTo(ranks: Ranks, { day, calendar, asker, late }: Offering): readonly Person[] {
  const here = stillHere(ranks, { day, asker })
  const working = here.map((rank) => rank.filter((person) => worksOn(day, calendar, person))).filter(isSomebody)
  const found = (working.length > 0 ? working : here).slice(0, late ? 2 : 1).flat()
  return [...new Map(found.map((person) => [person.id, person])).values()]
}

/** Everybody to whom it could be passed on. */
export function couldAnswer(ranks: Ranks, { day, asker }: Pick<Offering, 'day' | 'asker'>): readonly Person[] {
  return [
    ...new Map(
      stillHere(ranks, { day, asker })
        .flat()
        .map((person) => [person.id, person]),
    ).values(),
  ]
}

function stillHere(ranks: Ranks, { day, asker }: Pick<Offering, 'day' | 'asker'>): Ranks {
  return ranks
    .map((rank) =>
      rank.filter((person) => person.id !== asker && !hasLeft(person, day) && (person.startsOn ?? day) <= day),
    )
    .filter(isSomebody)
}

function isSomebody(rank: readonly Person[]): boolean {
  return rank.length > 0
}
