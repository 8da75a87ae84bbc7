// Somebody who wants to read or sign: who they are, what there is to sign, and, where they can’t, why not.
import type { Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { foldInvolvement } from '../standing/fold.ts'
import { acceptedFor, matterOf, mattersOf, standingIn, type Matter } from '../turn/matter.ts'
import {
  showAlreadySigned,
  showLeft,
  showLinkOutdated,
  showNotAccepted,
  showNoDeclaration,
  showNothingToSign,
  showUnconfirmed,
  showUnknownPerson,
  showWordingChanged,
} from './outcome-cards.ts'
import type { SigningFacts } from '../standing/types.ts'

/** Somebody who may go on: they are known, still here, and the words may be signed. */
export interface Signer {
  readonly matter: Matter
  readonly person: Person
  readonly facts: SigningFacts
  /** The signature of exactly these words, where it stands. */
  readonly signed: SignedNow | undefined
}

export interface SignedNow {
  readonly entry: string
  readonly at: Date
}

export type Admitted =
  { readonly kind: 'signer'; readonly signer: Signer } | { readonly kind: 'refused'; readonly reply: Reply }

/** Somebody who can’t sign is told why, and what they can do; nobody is refused the text itself. */
export async function admit(turn: Turn, policy: string): Promise<Admitted> {
  const admitted = await admitToSpeak(turn, policy)
  if (admitted.kind === 'refused' || admitted.signer.signed === undefined) return admitted
  const { signer } = admitted
  return { kind: 'refused', reply: privately(showAlreadySigned(aboutOf(turn, signer), admitted.signer.signed)) }
}

/** The same, including people who have signed: they may still ask, or raise a concern. */
export async function admitToSpeak(turn: Turn, policy: string): Promise<Admitted> {
  const refuse = (card: Card): Admitted => ({ kind: 'refused', reply: privately(card) })
  const [person, matter] = [await personOf(turn), matterOf(turn, policy)]
  if (matter === undefined) return refuse(nothingFor(turn, policy))
  if (person === undefined) return refuse(showUnknownPerson())
  const limit = turn.event.limitedTo
  if (limit !== undefined && limit.edition !== matter.edition.id) return refuse(showLinkOutdated(matter.edition))
  const facts = await turn.ports.journal.factsOf({ policy: matter.policy.id, person: person.id })
  const standing = standingIn(matter, person, facts)
  if (standing.kind === 'left') return refuse(showLeft())
  const signed = standing.kind === 'signed' ? standing : undefined
  const signer = { matter, person, facts, signed }
  if (signed !== undefined) return { kind: 'signer', signer }
  const about = aboutOf(turn, signer)
  const accepted = acceptedFor(turn, matter, person)
  if (accepted.kind === 'restated') return refuse(showNotAccepted(about, accepted))
  return { kind: 'signer', signer }
}

function nothingFor({ desk, library }: Turn, id: string): Card {
  const { shelf } = desk
  const policy = shelf.policies.find((each) => each.id === id)
  if (policy?.declaration !== undefined) return showUnconfirmed(policy)
  const others = mattersOf({ desk, library }).length > 0
  return policy === undefined || !others ? showNothingToSign() : showNoDeclaration(policy)
}

/** For a card about an edition that is no longer in force. */
export function replacedCard(turn: Turn, signer: Signer, shown: string) {
  const { policy, edition } = signer.matter
  const older = turn.desk.shelf.editionOf({ policy: policy.id, edition: shown })
  const known = older?.id === edition.id ? undefined : older
  return showWordingChanged(aboutOf(turn, signer), known)
}

export function aboutOf({ library }: Turn, { matter, person }: Pick<Signer, 'matter' | 'person'>) {
  return { edition: matter.edition, zone: library.school.zone, practice: person.practice }
}

/** The refs of the sections that they have read in the edition in force. */
export function readBy({ matter, facts }: Signer): readonly string[] {
  return isReading({ matter, facts }) ? (facts.reading?.read ?? []) : []
}

/** What they read before signing other words of the same edition does not count. */
export function isReading({ matter, facts }: Pick<Signer, 'matter' | 'facts'>): boolean {
  return foldInvolvement(facts.history, facts.reading).reading?.edition === matter.edition.id
}
