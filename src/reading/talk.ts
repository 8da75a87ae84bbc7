// Reading: opens sections, lists them, says whom to ask, and shows a section to others when somebody wishes it.
import { here, instead, privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import type { Turn } from '../turn/turn.ts'
import { showPolicies, showSection, showSections, showShared, showSharedAlready, showWhom } from './cards.ts'
import { findSection } from '../policy/force.ts'
import type { Citation } from '../policy/types.ts'

/** The section as its own edition has it, even when a newer edition is in force by now. */
export function readSection({ desk }: Turn, { page = 0, ...cites }: Citation & { page?: number | undefined }): Reply[] {
  const found = lookUp(desk, cites)
  return [privately(found === undefined ? staleCard() : showSection({ ...found, page }, desk.shelf))]
}

/** Without a policy: those of the only one, or all policies to choose from. */
export function listSections({ desk: { shelf } }: Turn, { policy }: { policy?: string | undefined }): Reply[] {
  const editions = shelf.policies.flatMap(({ id }) => shelf.edition(id) ?? [])
  if (policy === undefined && editions.length > 1) return [privately(showPolicies(editions, shelf))]
  const edition = policy === undefined ? editions[0] : shelf.edition(policy)
  return [privately(edition === undefined ? staleCard() : showSections(edition, shelf))]
}

export function sayWhom({ desk, library }: Turn, { policy: id }: { policy: string }): Reply[] {
  const policy = desk.shelf.policies.find((each) => each.id === id)
  const edition = desk.shelf.edition(id)
  if (policy === undefined || edition === undefined) return [privately(staleCard())]
  return [privately(showWhom(policy, edition, { shelf: desk.shelf, contact: library.school.contacts.slt?.how }))]
}

/** Shows the section to everybody in the place, once for each card that offered it. */
export async function shareSection(
  { desk, ports, event, now }: Turn,
  { card, ...cites }: Citation & { card: string },
): Promise<Reply[]> {
  const found = lookUp(desk, cites)
  if (found === undefined) return [privately(staleCard())]
  if (!(await ports.store.claim(`share:${card}`, now))) return [instead(showSharedAlready(found, desk.shelf))]
  const person = await ports.directory.find(event.account)
  const by = person?.name ?? 'A colleague'
  return [
    here(showShared(found.edition, found.section, { shelf: desk.shelf, by })),
    instead(showSharedAlready(found, desk.shelf)),
  ]
}

function lookUp({ shelf }: Turn['desk'], cites: Citation) {
  const edition = shelf.editionOf(cites)
  const section = edition && findSection(edition, cites.section)
  return edition === undefined || section === undefined ? undefined : { edition, section }
}
