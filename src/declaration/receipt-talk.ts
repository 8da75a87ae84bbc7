// Receipts as a conversation: shown after signing, and again whenever their signer asks.
import type { Card } from '../chat/cards.ts'
import type { Person, Platform } from '../chat/people.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { may } from '../people/may.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { foldInvolvement, isSigning, validSignings } from '../standing/fold.ts'
import type { SigningFacts } from '../standing/types.ts'
import { mattersOf } from '../turn/matter.ts'
import { showNoReceipt, showNoSuchReceipt, showNothingToSign, showUnknownPerson } from './outcome-cards.ts'
import { showReceipt, type Copy } from './receipt-card.ts'
import { showBundleReceipt } from './bundle-card.ts'
import type { BundleEntry } from './bundle-certificate.ts'
import { bundlesOf } from './read-bundles.ts'
import type { SigningEntry } from './receipt.ts'
import { findReceipt, isBundle, readBundle } from './read-receipt.ts'
import { recordWholeBundles } from './send-bundles.ts'
import { linkTo } from './send-receipt-link.ts'

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
  cards.push(...(await bundleCards(turn, person)))
  const [first, ...others] = matters
  if (first === undefined) return [privately(showNothingToSign())]
  if (cards.length === 0)
    return [privately(showNoReceipt(others.length > 0 ? undefined : first.policy.id, person.practice))]
  return cards.map(privately)
}

async function bundleCards(turn: Turn, person: Person): Promise<readonly Card[]> {
  await recordWholeBundles(turn, person)
  const bundles = [...(await bundlesOf(turn.ports, person.id)).values()]
  return (await Promise.all(bundles.map(({ entry }) => receiptCards(turn, entry)))).flat()
}

/** The certificates of the bundles that were found complete just now; each is also sent by email. */
export async function freshBundleCards(turn: Turn, person: Person): Promise<readonly Card[]> {
  const fresh = await recordWholeBundles(turn, person)
  return (await Promise.all(fresh.map((entry) => receiptCards(turn, entry)))).flat()
}

/** One receipt, for its signer and for people who may see the register. */
export async function hearReceipt(turn: Turn, { entry }: { entry: string }): Promise<Reply[]> {
  const cards = await receiptCards(turn, entry)
  return (cards.length === 0 ? [showNoSuchReceipt()] : cards).map(privately)
}

/** One card, or none where there is no such signature or bundle, or it is not for this person. */
export async function receiptCards(turn: Turn, id: string): Promise<readonly Card[]> {
  const { journal } = turn.ports
  const [person, entry] = [await personOf(turn), await journal.entry(id)]
  if (person === undefined || entry === undefined || !(isSigning(entry) || isBundle(entry))) return []
  const { policy, person: signer, practice } = entry.fact
  const facts = await journal.factsOf({ policy, person: signer })
  const own = facts.history.some((each) => each.id === id) && facts.person?.id === person.id
  if (!own && !(practice === person.practice && seesOthers(turn, person))) return []
  const copy = await copyFor(turn, { person: person.id, entry: id })
  return isBundle(entry) ? bundleCard(turn, entry, copy) : [await signatureCard(turn, entry, { facts, copy })]
}

function seesOthers({ desk, event }: Turn, person: Person): boolean {
  return event.limitedTo === undefined && may(person, 'see-register', desk.shelf.today)
}

async function bundleCard({ ports }: Turn, entry: BundleEntry, copy: Copy): Promise<readonly Card[]> {
  const source = await readBundle(ports.journal, entry)
  return source === undefined ? [] : [showBundleReceipt(source, copy)]
}

async function signatureCard(
  { ports, desk }: Turn,
  entry: SigningEntry,
  { facts, copy }: { readonly facts: SigningFacts; readonly copy: Copy },
): Promise<Card> {
  const hidden = await ports.journal.hiddenOf(entry.id)
  return showReceipt({
    entry,
    name: hidden?.fields.name,
    known: hidden?.fields.known,
    edition: desk.shelf.editionOf(entry.fact),
    withdrawn: !validSignings(facts.history).some((each) => each.id === entry.id),
    copy,
  })
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
