// Reads everything that the card about asking again shows.
import type { RecurringView } from './cards.ts'
import type { NextRound } from './next.ts'
import { readHindrance } from './read-opening.ts'
import type { Again } from './again.ts'
import { readNext, type ReadingNext } from './read-next.ts'
import { sayNextRefusal } from './words.ts'

/** `days` are other days that somebody looks at: to these nobody has agreed yet. */
export async function viewOf(seen: ReadingNext, again: Again, days?: NextRound): Promise<Omit<RecurringView, 'done'>> {
  const next = await readNext(seen, again, days)
  const agreed = again.campaign.recurs?.agreed
  const holds = agreed !== undefined && (days === undefined || (days.opens === agreed.opens && days.due === agreed.due))
  const agreedBy = holds ? await nameOf(seen, agreed.by) : undefined
  const why = holds ? await readHindrance(seen, again) : undefined
  return { again, next, agreedBy, hindrance: why && sayNextRefusal(why), against: [] }
}

async function nameOf({ ports }: Pick<ReadingNext, 'ports'>, by: string): Promise<string> {
  if (by === 'operator') return 'whoever looks after Policy Guide'
  return (await ports.people.byId(by))?.name ?? 'somebody'
}
