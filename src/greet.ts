// Greetings: the first one to somebody who starts here, and the everyday one, which says what is still to be signed.
import type { Card } from './chat/cards.ts'
import { privately, type Reply } from './chat/replies.ts'
import { greeting, type Offers } from './chat/talk.ts'
import { invitationFor, unsignedBy } from './declaration/invite.ts'
import { personOf } from './declaration/signer.ts'
import { tellStanding } from './declaration/words.ts'
import type { Turn } from './turn.ts'

/** The first words to a new starter, where there is something for them to read and sign; else those to anybody. */
export async function welcome(turn: Turn, offers: Offers): Promise<Reply[]> {
  const person = await personOf(turn)
  const owing = await unsignedBy(turn, person)
  if (person === undefined || owing === undefined) return [privately(greeting(person, offers))]
  return [privately(invitationFor(person, owing))]
}

/** Greets somebody who may be here for the hundredth time; what they still have to sign is said in a sentence. */
export async function greet(turn: Turn, offers: Offers): Promise<Card> {
  const person = await personOf(turn)
  const owing = await unsignedBy(turn, person)
  if (owing === undefined) return greeting(person, offers)
  const { matter, standing } = owing
  const { zone } = turn.library.school
  const line = tellStanding(standing, { title: matter.edition.title, zone })
  return greeting(person, { ...offers, unsigned: { policy: matter.policy.id, line } })
}
