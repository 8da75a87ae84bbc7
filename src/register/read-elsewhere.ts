// Looks up somebody's standing with the other policies, for SLT, beside the one that is open.
import type { Person } from '../chat/people.ts'
import type { Edition } from '../policy/types.ts'
import type { Standing } from '../standing/types.ts'
import { mattersOf, standingIn, type Matter } from '../turn/matter.ts'
import type { Turn } from '../turn/turn.ts'

export interface Elsewhere {
  readonly edition: Edition
  readonly standing: Standing
}

/**
 * Policies that they are asked to sign come first, by due day; then those with some other standing. Policies that
 * nobody asks them to sign are left out.
 */
export async function elsewhereOf(turn: Turn, { policy }: Matter, person: Person): Promise<readonly Elsewhere[]> {
  const others = mattersOf(turn).filter((matter) => matter.policy.id !== policy.id)
  const all = await Promise.all(
    others.map(async (matter) => {
      const facts = await turn.ports.journal.factsOf({ policy: matter.policy.id, person: person.id })
      return { edition: matter.edition, standing: standingIn(matter, person, facts) }
    }),
  )
  return all
    .filter(({ standing }) => standing.kind !== 'not-asked' && standing.kind !== 'left')
    .toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)))
}

function dueOf({ standing }: Elsewhere): string {
  return ('due' in standing ? standing.due : undefined) ?? '9999-12-31'
}
