// Before signing, or instead of it: a question or a concern for SLT, or a refusal. Recorded, and passed on privately.
import { instead, privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { stampOf } from '../journal/stamp.ts'
import type { Turn } from '../turn.ts'
import { showBefore, showSaid, showToldSlt, type Before } from './before-cards.ts'
import { decline, raise, type DeclineOutcome, type RaiseOutcome } from './other.ts'
import { showAlreadySigned, showLeft, showUnknownPerson } from './outcome-cards.ts'
import { aboutOf, admit, replacedCard, type Signer } from './signer.ts'
import { tellSlt } from './slt.ts'

interface About {
  readonly policy: string
  readonly edition: string
  readonly what: Before
}

export async function prepareWords(turn: Turn, { policy, edition, what }: About): Promise<Reply[]> {
  const admitted = await admit(turn, policy)
  if (admitted.kind === 'refused') return [instead(admitted.reply.card)]
  const { signer } = admitted
  if (signer.matter.edition.id !== edition) return [instead(replacedCard(turn, signer, edition))]
  return [instead(showBefore(signer.matter.edition, { what, error: false, practice: signer.person.practice }))]
}

/** About the edition that the card spoke of, even when a newer one is in force by now: that is what it was said about. */
export async function hearWords(turn: Turn, about: About, words: string): Promise<Reply[]> {
  const admitted = await admit(turn, about.policy)
  if (admitted.kind === 'refused') return [instead(admitted.reply.card)]
  const { signer } = admitted
  const edition = turn.desk.shelf.editionOf(about)
  if (edition === undefined) return [privately(staleCard())]
  const { what } = about
  const { person } = signer
  const outcome = await record(turn, signer, { ...about, words })
  switch (outcome.kind) {
    case 'words-empty':
      return [instead(showBefore(edition, { what, error: true, practice: person.practice }))]
    case 'left':
      return [instead(showLeft())]
    case 'unknown-person':
      return [instead(showUnknownPerson())]
    case 'already-signed':
      return [instead(showAlreadySigned(aboutOf(turn, signer), outcome))]
    case 'already-declined':
      return [instead(showSaid(edition, { what, told: true, practice: person.practice }))]
    case 'raised':
    case 'declined': {
      const card = showToldSlt(edition, { what, person, words })
      const told = await tellSlt(turn.ports, card, { from: person, today: turn.desk.shelf.today })
      return [instead(showSaid(edition, { what, told: told > 0, practice: person.practice }))]
    }
  }
}

function record({ ports, desk, now }: Turn, { person }: Signer, about: About & { readonly words: string }) {
  const { policy, edition, what, words } = about
  const stamp = stampOf({ clock: () => now, newId: ports.newId })
  const upon = { policy, edition, today: desk.shelf.today, stamp }
  return ports.journal.record<DeclineOutcome | RaiseOutcome>({ policy, person: person.id }, (facts) =>
    what === 'decline' ? decline(facts, { ...upon, reason: words }) : raise(facts, { ...upon, what, words }),
  )
}
