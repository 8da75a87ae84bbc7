// Reading: opens sections, lists them, says whom to ask, and shows a section to others on request.
import type { Card } from '../chat/cards.ts'
import { here, instead, privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { scenariosAbout } from '../guide/find.ts'
import { matterOf, standingIn } from '../turn/matter.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { withoutStore } from '../turn/without-store.ts'
import { showSection, showSections, showShared, showSharedAlready, showWhom } from './cards.ts'
import { findSection } from '../policy/force.ts'
import type { Citation, Edition } from '../policy/types.ts'
import { showPolicies } from './overview.ts'

/** The section as its own edition has it, even when a newer edition is in force by now. */
export function readSection(
  { desk, library }: Turn,
  { page = 0, ...cites }: Citation & { page?: number | undefined },
): Reply[] {
  const found = lookUp(desk, cites)
  const checks = scenariosAbout(library.scenarios, cites).length > 0
  return [privately(found === undefined ? staleCard() : showSection({ ...found, page, checks }, desk.shelf))]
}

/** Without a policy: the sections of the only one, or all policies to choose from. */
export async function listSections(turn: Turn, { policy }: { policy?: string | undefined }): Promise<Reply[]> {
  const { shelf } = turn.desk
  const editions = shelf.policies.flatMap(({ id }) => shelf.edition(id) ?? [])
  if (policy === undefined && editions.length > 1) return [privately(await allPolicies(turn, editions))]
  const edition = policy === undefined ? editions[0] : shelf.edition(policy)
  return [privately(edition === undefined ? staleCard() : showSections(edition, shelf))]
}

async function allPolicies(turn: Turn, editions: readonly Edition[]): Promise<Card> {
  const person = await withoutStore(personOf(turn), undefined)
  const lines = await Promise.all(
    editions.map(async (edition) => {
      const matter = matterOf(turn, edition.policy)
      if (person === undefined || matter === undefined) return { edition, standing: undefined }
      const facts = await withoutStore(
        turn.ports.journal.factsOf({ policy: edition.policy, person: person.id }),
        undefined,
      )
      return { edition, standing: facts && standingIn(matter, person, facts) }
    }),
  )
  return showPolicies(lines, turn.desk.shelf, {
    zone: turn.library.school.zone,
    practice: person?.practice === true,
    byLink: turn.event.limitedTo !== undefined,
  })
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
