// Receipts as a conversation: shown after signing, and again whenever their signer asks.
import type { Card } from '../chat/cards.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { may } from '../people/may.ts'
import type { Turn } from '../turn.ts'
import { foldInvolvement, isSigning, validSignings } from './fold.ts'
import { mattersOf } from './matter.ts'
import { showNoReceipt, showNoSuchReceipt, showNothingToSign, showUnknownPerson } from './outcome-cards.ts'
import { showReceipt } from './receipt-card.ts'
import { personOf } from './signer.ts'

/** The receipts of all that somebody signed and that still stands, the policies in the library's order. */
export async function myReceipts(turn: Turn): Promise<Reply[]> {
  const person = await personOf(turn)
  if (person === undefined) return [privately(showUnknownPerson())]
  const matters = mattersOf(turn)
  const cards: Card[] = []
  for (const { policy } of matters) {
    const facts = await turn.ports.journal.factsOf({ policy: policy.id, person: person.id })
    const { signed } = foldInvolvement(facts.history, undefined)
    if (signed !== undefined) cards.push(...(await receiptCards(turn, signed.entry)))
  }
  const [first] = matters
  if (first === undefined) return [privately(showNothingToSign())]
  if (cards.length === 0) return [privately(showNoReceipt(first.policy.id, person.practice))]
  return cards.map(privately)
}

/** One receipt, for its signer and for those who may see the register. */
export async function hearReceipt(turn: Turn, { entry }: { entry: string }): Promise<Reply[]> {
  const cards = await receiptCards(turn, entry)
  return (cards.length === 0 ? [showNoSuchReceipt()] : cards).map(privately)
}

/** One card, or none where there is no such signature or it is nobody’s business here. */
export async function receiptCards(turn: Turn, id: string): Promise<readonly Card[]> {
  const { ports, desk } = turn
  const [person, entry] = [await personOf(turn), await ports.journal.entry(id)]
  if (person === undefined || entry === undefined || !isSigning(entry)) return []
  const { fact } = entry
  const facts = await ports.journal.factsOf({ policy: fact.policy, person: fact.person })
  const own = facts.history.some((each) => each.id === id) && facts.person?.id === person.id
  const sees = may(person, 'see-register', desk.shelf.today) && fact.practice === person.practice
  if (!own && (!sees || turn.event.limitedTo !== undefined)) return []
  const hidden = await ports.journal.hiddenOf(id)
  return [
    showReceipt({
      entry: { ...entry, fact },
      name: hidden?.fields.name,
      edition: desk.shelf.editionOf(fact),
      withdrawn: !validSignings(facts.history).some((each) => each.id === id),
      url: await linkTo(turn, { person: person.id, entry: id }),
    }),
  ]
}

/** A link that this person alone is given, where the page can be reached from elsewhere. */
async function linkTo(
  { ports, library, now }: Turn,
  { person, entry }: { person: string; entry: string },
): Promise<string | undefined> {
  if (ports.publicUrl === undefined) return undefined
  const token = ports.newToken()
  const expires = new Date(now.getTime() + library.school.signing.linkDays * 24 * 60 * 60_000)
  await ports.doors.makeLink({ person, purpose: { kind: 'receipt', entry }, expires, token })
  return `${ports.publicUrl}/receipt/${token}`
}
