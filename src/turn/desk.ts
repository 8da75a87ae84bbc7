// The desk at which everything is asked: today's editions on the shelf, and the index over them.
import { dayIn, type Day } from '../kit/days.ts'
import type { Library } from './library.ts'
import { openShelf, type Shelf } from '../policy/shelf.ts'
import type { NextReview } from '../policy/types.ts'
import { buildIndex, type SearchIndex } from '../search/build.ts'

export interface Desk {
  readonly shelf: Shelf
  readonly index: SearchIndex
}

/**
 * Gives the desk of an instant's day. The index is built once a day, because a day can bring a new edition into force;
 * the shelf is set up anew when another review was recorded, too. The desk is that of the real world.
 */
export function openDesk(library: Library, recorded: () => readonly NextReview[] = () => none): (now: Date) => Desk {
  let open: { day: Day; recorded: readonly NextReview[]; desk: Desk } | undefined
  return (now) => {
    const day = dayIn(library.school.zone, now)
    const known = recorded()
    if (open?.day === day && open.recorded === known) return open.desk
    const shelf = setUp(library, day, known)
    const index = open?.day === day ? open.desk.index : indexOf(library, shelf)
    open = { day, recorded: known, desk: { shelf, index } }
    return open.desk
  }
}

const none: readonly NextReview[] = []

/** The desk as somebody of that world finds it. */
export function deskFor({ shelf, index }: Desk, practice: boolean): Desk {
  return { shelf: shelf.seenBy(practice), index }
}

function setUp(library: Library, today: Day, recorded: readonly NextReview[]): Shelf {
  return openShelf(library.policies, today, (policy, ref) => askedIn(library, policy, ref)?.heading, recorded)
}

function indexOf(library: Library, shelf: Shelf): SearchIndex {
  const shelved = library.policies.flatMap(({ id }) => {
    const edition = shelf.edition(id)
    if (edition === undefined) return []
    return edition.sections.map((section) => ({ edition, section, asked: askedIn(library, id, section.ref) }))
  })
  return buildIndex(shelved, library.words)
}

function askedIn({ asked }: Library, policy: string, ref: string) {
  return asked.get(policy)?.get(ref)
}
