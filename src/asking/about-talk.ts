// Tells somebody what stands behind an answer that they were given, perhaps long ago.
import { privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { findSection } from '../policy/force.ts'
import type { Citation } from '../policy/types.ts'
import type { Turn } from '../turn/turn.ts'
import { showAbout } from './about-card.ts'

export function tellAbout({ desk: { shelf } }: Turn, { sure, ...cites }: Citation & { sure: number }): Reply[] {
  const edition = shelf.editionOf(cites)
  const section = edition && findSection(edition, cites.section)
  if (edition === undefined || section === undefined) return [privately(staleCard())]
  return [privately(showAbout({ edition, section }, { shelf, sure }))]
}
