// Checks of the weekly digest in the simulated world: each senior leader gets it once in each week in which they work.
import type { Person } from '../../src/chat/people.ts'
import type { Day } from '../../src/kit/days.ts'
import { digestDayPlainly, mondayPlainly } from './world-oracle.ts'
import type { Delivered, World } from './world-school.ts'
import { gaveUpOn } from './world-ways.ts'

/** Whether digests are sent in this world: only then somebody leads the school. */
export function hasDigests({ whole, newer }: Pick<World, 'whole' | 'newer'>): boolean {
  return whole || newer !== undefined
}

/** Checks a digest that arrives. */
export function judgeDigest(world: World, { person, day }: Delivered, wrong: (what: string) => void): void {
  if (world.people.get(person)?.roles.includes('slt') !== true) wrong('to somebody who does not lead the school')
  const before = digestsOf(world, person).some((each) => mondayPlainly(each.day) === mondayPlainly(day))
  if (before) wrong('twice in one week')
}

/** After the days without faults, no leader has missed the digest of a week in which they worked on one of those days. */
export async function expectDigests(world: World, calm: readonly Day[]): Promise<void> {
  if (!hasDigests(world)) return
  for (const person of world.people.values())
    if (person.roles.includes('slt'))
      for (const monday of new Set(calm.map(mondayPlainly))) await expectDigest(world, person, { monday, calm })
}

async function expectDigest(
  world: World,
  person: Person,
  { monday, calm }: { readonly monday: string; readonly calm: readonly Day[] },
): Promise<void> {
  const [could] = calm.filter((day) => mondayPlainly(day) === monday && digestDayPlainly(person, world.calendar, [day]))
  if (could === undefined) return
  const got = digestsOf(world, person.id).find(({ day }) => mondayPlainly(day) === monday)
  if (got === undefined) {
    const noted = (await world.ports.notices.of([person.id])).filter(({ kind }) => kind === 'digest')
    // Faults of the days before may have used up all attempts, or nobody can tell whether it arrived.
    const tried = noted.some(
      (each) =>
        (each.state === 'given-up' || each.state === 'unknown') &&
        mondayPlainly(each.at.toISOString().slice(0, 10)) === monday &&
        !gaveUpOn(world, person, each),
    )
    if (!tried) world.wrong.push(`lost: the digest of the week from ${monday} for ${person.id}, who works on ${could}`)
  } else if (calm.includes(monday as Day) && got.day !== could)
    world.wrong.push(`the digest of the week from ${monday} for ${person.id} came on ${got.day} instead of ${could}`)
}

function digestsOf({ delivered }: World, id: string): readonly Delivered[] {
  return delivered.filter(({ key, person }) => key.startsWith('digest:') && person === id)
}
