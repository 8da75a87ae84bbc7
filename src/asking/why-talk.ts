// Questions about an answer itself: why it was given, what else it could be, and which section was meant.
import { here, privately, type Reply } from '../chat/replies.ts'
import type { Card } from '../chat/cards.ts'
import { staleCard } from '../chat/wording.ts'
import { accountKey } from '../chat/people.ts'
import { may } from '../people/may.ts'
import { findSection } from '../policy/force.ts'
import type { Citation } from '../policy/types.ts'
import { ask } from '../search/ask.ts'
import type { Match } from '../search/types.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { showAnySection, showElse } from './which-card.ts'
import { showAbout, showWhy } from './why-card.ts'

/**
 * The kept question is read again, so that a restart loses nothing; if it is forgotten, only the section is described.
 */
export async function tellWhy(
  turn: Turn,
  { question: id, ...cites }: { readonly question: string } & Partial<Citation>,
): Promise<Reply[]> {
  const kept = await turn.ports.store.question(id)
  if (kept === undefined || kept.text === '') return [privately(aboutWhat(turn, cites))]
  const { matches, ...sure } = ask(turn.desk.index, kept.text)
  const match = matches.find((each) => isOf(each, cites)) ?? matches[0]
  if (match === undefined) return [privately(staleCard())]
  const person = await personOf(turn)
  const owns = may(person, 'own-policy', turn.desk.shelf.today)
  return [privately(showWhy(match, { shelf: turn.desk.shelf, owns, sure }))]
}

function aboutWhat({ desk: { shelf } }: Turn, { policy, edition: id, section: ref }: Partial<Citation>): Card {
  if (policy === undefined || id === undefined || ref === undefined) return staleCard()
  const edition = shelf.editionOf({ policy, edition: id })
  const section = edition && findSection(edition, ref)
  return edition === undefined || section === undefined ? staleCard() : showAbout({ edition, section }, shelf)
}

function isOf({ cites }: Match, { policy, edition, section }: Partial<Citation>): boolean {
  return cites.policy === policy && cites.edition === edition && cites.section === section
}

const mostElse = 4
/** The number that an unsure answer has already shown. */
const shownUnsure = 3

/** After "that's not it": the next sections. */
export async function tellElse(turn: Turn, question: string): Promise<Reply[]> {
  const kept = await turn.ports.store.question(question)
  if (kept === undefined) return [privately(staleCard())]
  await turn.ports.store.rateQuestion(question, false)
  const { shown, policy } = turn.memory.of(accountKey(turn.event.account), turn.now)
  const { outcome, matches } = ask(turn.desk.index, kept.text)
  const seen = outcome === 'unsure' ? matches.slice(0, shownUnsure) : matches.filter((each) => isOf(each, shown ?? {}))
  const others = matches.filter((each) => !seen.includes(each)).slice(0, mostElse)
  const about = shown?.policy ?? policy ?? matches[0]?.cites.policy
  const edition = about === undefined ? undefined : turn.desk.shelf.edition(about)
  return [
    here(
      showElse(
        others.map((match) => ({ label: undefined, match })),
        { question, edition },
      ),
    ),
  ]
}

export function offerAnySection(turn: Turn, { question, policy }: { question: string; policy: string }): Reply[] {
  const edition = turn.desk.shelf.edition(policy)
  return [privately(edition === undefined ? staleCard() : showAnySection(edition, question))]
}
