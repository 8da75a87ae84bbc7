// Before signing, after it, or instead of it: a question or a concern for SLT, or a refusal. It is recorded, and passed
// on privately.
import { instead, privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { stampOf } from '../journal/stamp.ts'
import type { Turn } from '../turn/turn.ts'
import { showBefore, showSaid, type Before } from './before-cards.ts'
import { decline, raise, type DeclineOutcome, type RaiseOutcome } from './raise.ts'
import { showAlreadySigned, showLeft, showUnknownPerson } from './outcome-cards.ts'
import { aboutOf, admit, admitToSpeak, replacedCard, type Admitted, type Signer } from './signer-talk.ts'
import { passOn } from './send-said.ts'
import type { Declaration } from '../standing/types.ts'
import { declarationOf } from '../standing/declared.ts'

interface About {
  readonly policy: string
  readonly edition: string
  readonly what: Before
}

export async function prepareWords(turn: Turn, { policy, edition, what }: About): Promise<Reply[]> {
  const admitted = await admitFor(turn, policy, { what })
  if (admitted.kind === 'refused') return [instead(admitted.reply.card)]
  const { signer } = admitted
  if (signer.matter.edition.id !== edition) return [instead(replacedCard(turn, signer, edition))]
  return [instead(showBefore(signer.matter.edition, { what, error: false, ...speaking(turn, signer) }))]
}

/** It belongs to the edition that the card was about, even when a newer one is in force by now. */
export async function hearWords(turn: Turn, about: About, words: string): Promise<Reply[]> {
  const admitted = await admitFor(turn, about.policy, about)
  if (admitted.kind === 'refused') return [instead(admitted.reply.card)]
  const { signer } = admitted
  const edition = turn.desk.shelf.editionOf(about)
  if (edition === undefined) return [privately(staleCard())]
  const { what } = about
  const { person } = signer
  const declaration = declarationOf(signer.matter.policy, edition)
  if (declaration === undefined) return [privately(staleCard())]
  const outcome = await record(turn, signer, { declaration, what, words })
  switch (outcome.kind) {
    case 'words-empty':
      return [instead(showBefore(edition, { what, error: true, ...speaking(turn, signer) }))]
    case 'left':
      return [instead(showLeft())]
    case 'unknown-person':
      return [instead(showUnknownPerson())]
    case 'already-signed':
      return [instead(showAlreadySigned(aboutOf(turn, signer), outcome))]
    case 'already-declined':
      return [instead(showSaid(edition, { what, told: true, ...speaking(turn, signer) }))]
    case 'raised':
    case 'declined': {
      // The promise depends on whether somebody was reached.
      const told = await passOn(turn, outcome.entry, person)
      return [instead(showSaid(edition, { what, told: told !== undefined, ...speaking(turn, signer) }))]
    }
  }
}

/** Somebody who has signed has nothing left to decline. */
function admitFor(turn: Turn, policy: string, { what }: Pick<About, 'what'>): Promise<Admitted> {
  return what === 'decline' ? admit(turn, policy) : admitToSpeak(turn, policy)
}

function speaking({ desk }: Turn, { person, signed }: Signer) {
  return { practice: person.practice, signed, besideOthers: desk.shelf.policies.length > 1 }
}

interface Said {
  /** About the edition that it was said about. */
  readonly declaration: Declaration
  readonly what: Before
  readonly words: string
}

function record({ ports, desk, now }: Turn, { person }: Signer, { declaration, what, words }: Said) {
  const { policy, edition } = declaration
  const upon = { today: desk.shelf.today, stamp: stampOf({ clock: () => now, newId: ports.newId }) }
  return ports.journal.record<DeclineOutcome | RaiseOutcome>({ policy, person: person.id }, (facts) =>
    what === 'decline'
      ? decline(facts, { declaration, ...upon, reason: words })
      : raise(facts, { policy, edition, ...upon, what, words }),
  )
}
