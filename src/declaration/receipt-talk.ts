// Receipts as a conversation: shown after signing, and again whenever their signer asks.
import type { Card } from '../chat/cards.ts'
import type { Platform } from '../chat/people.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { may } from '../people/may.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { foldInvolvement, isSigning, validSignings } from '../standing/fold.ts'
import { mattersOf } from '../turn/matter.ts'
import { showNoReceipt, showNoSuchReceipt, showNothingToSign, showUnknownPerson } from './outcome-cards.ts'
import { showReceipt, type Copy } from './receipt-card.ts'
import { findReceipt } from './read-receipt.ts'

/** The receipts of all signatures that still stand, the policies in the library's order. */
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
  const [first, ...others] = matters
  if (first === undefined) return [privately(showNothingToSign())]
  if (cards.length === 0)
    return [privately(showNoReceipt(others.length > 0 ? undefined : first.policy.id, person.practice))]
  return cards.map(privately)
}

/** One receipt, for its signer and for people who may see the register. */
export async function hearReceipt(turn: Turn, { entry }: { entry: string }): Promise<Reply[]> {
  const cards = await receiptCards(turn, entry)
  return (cards.length === 0 ? [showNoSuchReceipt()] : cards).map(privately)
}

/** One card, or undefined where there is no such signature or it is not for this person. */
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
      known: hidden?.fields.known,
      edition: desk.shelf.editionOf(fact),
      withdrawn: !validSignings(facts.history).some((each) => each.id === id),
      copy: await copyFor(turn, { person: person.id, entry: id }),
    }),
  ]
}

/** Where somebody can receive a file in their own conversation. */
const takesFiles: ReadonlySet<Platform> = new Set(['slack'])

/** A link, where the page can be reached from elsewhere; otherwise the file itself, where the platform takes files. */
async function copyFor(turn: Turn, about: { person: string; entry: string }): Promise<Copy> {
  const { publicUrl } = turn.ports
  if (publicUrl !== undefined) return { kind: 'link', url: await linkTo(turn, publicUrl, about) }
  const { account, place } = turn.event
  if (!takesFiles.has(account.platform) || place.kind !== 'private') return { kind: 'printed' }
  try {
    const content = await fileOf(turn, about.entry)
    return content === undefined ? { kind: 'printed' } : { kind: 'file', content }
  } catch (error) {
    turn.ports.log.error({ entry: about.entry, error }, 'a receipt could not be written as a PDF')
    return { kind: 'printed' }
  }
}

/** Exactly the bytes that the web page gives; undefined where what was signed is no longer kept. */
async function fileOf({ ports, library }: Turn, entry: string): Promise<Uint8Array | undefined> {
  const found = await findReceipt(ports.journal, { entry, school: library.school.name })
  if (found === undefined) return undefined
  // Loaded with the first receipt, because starting must not wait for fonts.
  const { receiptPdf } = await import('./receipt-pdf.ts')
  return receiptPdf(found.receipt)
}

/** For this person only. */
export async function linkTo(
  { ports, library, now }: Pick<Turn, 'ports' | 'library' | 'now'>,
  publicUrl: string,
  { person, entry }: { person: string; entry: string },
): Promise<string> {
  const token = ports.newToken()
  const expires = new Date(now.getTime() + library.school.signing.linkDays * 24 * 60 * 60_000)
  await ports.doors.makeLink({ person, purpose: { kind: 'receipt', entry }, expires, token })
  return `${publicUrl}/receipt/${token}`
}
