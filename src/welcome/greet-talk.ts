// Greetings: the first one to a new starter, and the everyday one, which says what is still to be signed.
import type { Card } from '../chat/cards.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { greeting, type Offers } from './cards.ts'
import { askedOf, dayOwed, invitationFor } from '../declaration/owing.ts'
import { unsignedBy } from '../declaration/read-owing.ts'
import { tellStanding } from '../standing/words.ts'
import { may } from '../people/may.ts'
import { sayDay } from '../kit/days.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { withoutStore } from '../turn/without-store.ts'

/**
 * The first words to a new starter where there is something for them to read and sign; otherwise the first words to
 * anybody.
 */
export async function greetNewcomer(turn: Turn, offers: Offers): Promise<Reply[]> {
  const person = await personOf(turn)
  const [first, ...others] = await unsignedBy(turn, person)
  if (person === undefined || first === undefined) return [privately(greeting(person, offers))]
  return [privately(invitationFor(person, [first, ...others]))]
}

/** Greets somebody who may have been here often; one sentence says what they still have to sign. */
export async function greet(turn: Turn, given: Offers): Promise<Card> {
  const person = await withoutStore(personOf(turn), undefined)
  const offers = { ...given, leads: may(person, 'see-register', turn.desk.shelf.today) }
  const unsigned = await withoutStore(unsignedBy(turn, person), [])
  const asked = askedOf(unsigned)
  const [first, ...others] = asked.length > 0 ? asked : unsigned
  // Several that nobody asks them to sign are not mentioned here.
  if (first === undefined || (others.length > 0 && asked.length === 0)) return greeting(person, offers)
  if (others.length > 0) {
    const by = dayOwed(first)
    const line = `${others.length + 1} policies are waiting for you to read and sign${by === undefined ? '' : `, the first by ${sayDay(by)}`}.`
    return greeting(person, { ...offers, unsigned: { policy: undefined, line } })
  }
  const { matter, standing } = first
  const { zone } = turn.library.school
  const line = tellStanding(standing, { title: matter.edition.title, zone })
  return greeting(person, { ...offers, unsigned: { policy: matter.policy.id, line } })
}
