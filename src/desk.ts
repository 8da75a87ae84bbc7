// The desk at which everything is asked: today's editions on the shelf, and the index over them.
import { dayIn, type Day } from './kit/days.ts'
import type { Library } from './library/types.ts'
import { openShelf, type Shelf } from './policy/shelf.ts'
import { buildIndex, type SearchIndex } from './search/build.ts'

export interface Desk {
  readonly shelf: Shelf
  readonly index: SearchIndex
}

/** Gives the desk of an instant's day. It is built once a day, because a day can bring a new edition into force. */
export function openDesk(library: Library): (now: Date) => Desk {
  let open: { day: Day; desk: Desk } | undefined
  return (now) => {
    const day = dayIn(library.school.zone, now)
    if (open?.day !== day) open = { day, desk: setUp(library, day) }
    return open.desk
  }
}

function setUp(library: Library, today: Day): Desk {
  const asked = (policy: string, ref: string) => library.asked.get(policy)?.get(ref)
  const shelf = openShelf(library.policies, today, (policy, ref) => asked(policy, ref)?.heading)
  const shelved = library.policies.flatMap(({ id }) => {
    const edition = shelf.edition(id)
    if (edition === undefined) return []
    return edition.sections.map((section) => ({ edition, section, asked: asked(id, section.ref) }))
  })
  return { shelf, index: buildIndex(shelved, library.words) }
}
