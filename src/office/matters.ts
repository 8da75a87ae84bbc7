// What the office's pages about signing are about: each policy that has something to sign today.
import { editionInForce } from '../policy/force.ts'
import { matterAbout, type Matter } from '../turn/matter.ts'
import { todayOf, type World } from './world.ts'

export function mattersIn(world: Pick<World, 'library' | 'ports'>): readonly Matter[] {
  const { policies, school } = world.library()
  const today = todayOf(world)
  const about = { today, calendar: school.calendar, ...school.signing }
  return policies.flatMap((policy) => matterAbout(policy, editionInForce(policy, today), about) ?? [])
}
