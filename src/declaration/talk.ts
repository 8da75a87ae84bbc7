// Reading and signing as a conversation: what each button on the way does.
import { instead, privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { stampOf } from '../journal/stamp.ts'
import { never } from '../kit/never.ts'
import { wordsOf } from '../kit/text.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { emptyDraft, showDeclaration, statementId, type Draft } from './cards.ts'
import { matterOf } from '../turn/matter.ts'
import { askedOf } from './owing.ts'
import { standsOf, unsignedBy } from './read-owing.ts'
import { confirmByEmail } from './send-confirmation.ts'
import {
  showAlreadySigned,
  showLeft,
  showNotAccepted,
  showSigned,
  showUnknownPerson,
  type SignedCard,
} from './outcome-cards.ts'
import { showAskAbout, showStep } from './reading-cards.ts'
import { showQuestionsFirst } from './questions-card.ts'
import { freshBundleCards, receiptCards } from './receipt-talk.ts'
import { sign, type SignOutcome } from './sign.ts'
import { inPlainWords } from '../guide/edition.ts'
import { signedBefore } from './since.ts'
import { aboutOf, admit, isReading, readBy, replacedCard, type Signer } from './signer-talk.ts'
import { sittingOf } from './sitting.ts'
import { nextStep, sectionsToRead, stepsOf } from './steps.ts'
import { questionsAsked, questionsLeft } from '../understanding/asked.ts'
import { whichToSign, type Meant } from './waiting-talk.ts'

/** From the first section that they have not read, on whatever platform they read the others. */
export async function startReading(turn: Turn, { policy }: { policy?: string | undefined }): Promise<Reply[]> {
  const meant = await meantBy(turn, policy, 'read')
  if (meant.kind === 'several') return [meant.reply]
  const admitted = await admit(turn, meant.policy)
  if (admitted.kind === 'refused') return [admitted.reply]
  const { signer } = admitted
  const read = readBy(signer)
  if (!isReading(signer)) await keepRead(turn, signer, [])
  const at = nextStep(stepsFor(signer), read)
  return [
    privately(
      at === undefined ? declarationCard(signer, emptyDraft) : stepCard(turn, signer, { at, resumed: read.length > 0 }),
    ),
  ]
}

export async function turnPage(
  turn: Turn,
  { policy, edition, step, read }: { policy: string; edition: string; step: number; read?: string | undefined },
): Promise<Reply[]> {
  const admitted = await admit(turn, policy)
  if (admitted.kind === 'refused') return [replacing(admitted.reply)]
  const { signer } = admitted
  if (signer.matter.edition.id !== edition) return [instead(replacedCard(turn, signer, edition))]
  const now = await markRead(turn, signer, read)
  const steps = stepsFor(now)
  return [
    instead(step < steps.length ? stepCard(turn, now, { at: step, resumed: false }) : declarationCard(now, emptyDraft)),
  ]
}

export function askAbout({ desk }: Turn, cites: { policy: string; edition: string; section: string }): Reply[] {
  const edition = desk.shelf.editionOf(cites)
  return [privately(edition === undefined ? staleCard() : showAskAbout(edition, cites.section, desk.shelf))]
}

/** The declaration itself, for somebody who says that they want to sign. */
export async function openDeclaration(turn: Turn, { policy }: { policy?: string | undefined }): Promise<Reply[]> {
  const meant = await meantBy(turn, policy, 'sign')
  if (meant.kind === 'several') return [meant.reply]
  const admitted = await admit(turn, meant.policy)
  return [admitted.kind === 'refused' ? admitted.reply : privately(declarationCard(admitted.signer, emptyDraft))]
}

/** The declaration replaces the card before it, such as the last section. */
export async function turnToDeclaration(
  turn: Turn,
  { policy, edition, read }: { policy: string; edition: string; read?: string | undefined },
): Promise<Reply[]> {
  const admitted = await admit(turn, policy)
  if (admitted.kind === 'refused') return [replacing(admitted.reply)]
  const { signer } = admitted
  if (signer.matter.edition.id !== edition) return [instead(replacedCard(turn, signer, edition))]
  return [instead(declarationCard(await markRead(turn, signer, read), emptyDraft))]
}

interface Pressed {
  readonly policy: string
  readonly edition: string
  readonly wording: string
  readonly named?: boolean | undefined
}

export async function hearSigning(
  turn: Turn,
  pressed: Pressed,
  fields: Readonly<Record<string, string>>,
): Promise<Reply[]> {
  const { ports, library, now, event } = turn
  const [person, matter] = [await personOf(turn), matterOf(turn, pressed.policy)]
  if (matter === undefined) return [privately(staleCard())]
  if (person === undefined) return [instead(showUnknownPerson())]
  const confirmed = matter.declaration.statements.map((_, at) => at).filter((at) => fields[statementId(at)] === 'yes')
  const name = fields.name ?? ''
  const names = await ports.directory.names()
  const stamp = stampOf({ clock: () => now, newId: ports.newId })
  const outcome = await ports.journal.record({ policy: matter.policy.id, person: person.id }, (facts) =>
    sign(facts, {
      edition: matter.edition,
      declaration: matter.declaration,
      shown: { edition: pressed.edition, hash: pressed.wording },
      confirmed,
      name,
      names,
      nameConfirmed: pressed.named === true,
      how: howOf(event),
      account: event.account,
      zone: library.school.zone,
      accepted: library.school.signing.acceptRestated,
      questions: questionsAsked(matter.policy, matter.edition),
      stamp,
    }),
  )
  const facts = await ports.journal.factsOf({ policy: matter.policy.id, person: person.id })
  return answerSigning(
    turn,
    { signer: { matter, person, facts, signed: undefined }, pressed, draft: { confirmed, name } },
    outcome,
  )
}

function howOf({ account, limitedTo }: Turn['event']): 'chat' | 'page' | 'link' {
  if (limitedTo !== undefined) return 'link'
  return account.platform === 'web' ? 'page' : 'chat'
}

interface Attempt {
  readonly signer: Signer
  readonly pressed: Pressed
  readonly draft: Omit<Draft, 'slip'>
}

async function answerSigning(turn: Turn, { signer, pressed, draft }: Attempt, outcome: SignOutcome): Promise<Reply[]> {
  const about = aboutOf(turn, signer)
  switch (outcome.kind) {
    case 'signed':
      confirmByEmail(turn, { person: signer.person, entry: outcome.entry })
      return [
        instead(showSigned(about, { ...outcome, name: signer.person.name, ...(await nextFor(turn, signer)) })),
        ...(await receiptCards(turn, outcome.entry)).map(privately),
        ...(await freshBundleCards(turn, signer.person)).map(privately),
      ]
    case 'already-signed':
      return [instead(showAlreadySigned(about, outcome))]
    case 'wording-changed':
      return [instead(replacedCard(turn, signer, pressed.edition))]
    case 'questions-left':
      return [instead(declarationCard(signer, emptyDraft))]
    case 'statements-missing':
    case 'name-empty': {
      const missing = outcome.kind === 'statements-missing' ? outcome.missing : []
      const slip = { kind: 'missing', missing, name: wordsOf(draft.name).length === 0 } as const
      return [instead(declarationCard(signer, { ...draft, slip }))]
    }
    case 'name-unlike':
    case 'name-of-another':
      return [instead(declarationCard(signer, { ...draft, slip: { kind: outcome.kind, known: outcome.known } }))]
    case 'left':
      return [instead(showLeft())]
    case 'unknown-person':
      return [instead(showUnknownPerson())]
    case 'not-accepted':
      return [instead(showNotAccepted(about, outcome))]
    default:
      return never(outcome)
  }
}

function meantBy(turn: Turn, policy: string | undefined, how: 'read' | 'sign'): Meant | Promise<Meant> {
  return policy === undefined ? whichToSign(turn, how) : { kind: 'one', policy }
}

/** What else they are asked to sign: first the rest of the bundle. By a link, nothing, because it is for one edition. */
async function nextFor(turn: Turn, { person, matter }: Signer): Promise<Pick<SignedCard, 'next' | 'sitting'>> {
  const sitting = sittingOf(await standsOf(turn, person), matter.policy.id)
  if (turn.event.limitedTo !== undefined) return { next: [], sitting }
  const own = new Set(sitting?.next.map((each) => each.matter.policy.id))
  const others = askedOf(await unsignedBy(turn, person)).filter((each) => !own.has(each.matter.policy.id))
  return { next: [...(sitting?.next ?? []), ...others], sitting }
}

function stepCard({ desk }: Turn, signer: Signer, { at, resumed }: { at: number; resumed: boolean }) {
  const { edition, policy } = signer.matter
  const steps = stepsFor(signer)
  const ref = steps[at]?.section.ref ?? ''
  return showStep({ edition, steps, practice: signer.person.practice }, at, {
    heading: desk.shelf.heading(edition, ref),
    restated: inPlainWords(policy, { ref, edition }),
    since: signedBefore(signer),
    resumed,
  })
}

/** Where questions are asked before signing, they come first. */
function declarationCard(signer: Signer, draft: Draft) {
  const { policy, edition, declaration } = signer.matter
  const asked = questionsAsked(policy, edition)
  const left = questionsLeft(asked, signer.facts.answers, edition).length
  if (left > 0) return showQuestionsFirst({ edition, practice: signer.person.practice }, { asked: asked.length, left })
  const unread = nextStep(stepsFor(signer), readBy(signer)) !== undefined
  return showDeclaration({ edition, declaration, practice: signer.person.practice, unread }, draft)
}

async function markRead(turn: Turn, signer: Signer, ref: string | undefined): Promise<Signer> {
  const read = readBy(signer)
  const isSection = sectionsToRead(signer.matter.edition, signer.matter.declaration.section).some(
    (each) => each.ref === ref,
  )
  if (ref === undefined || !isSection || read.includes(ref)) return signer
  const reading = await keepRead(turn, signer, [...read, ref])
  return { ...signer, facts: { ...signer.facts, reading } }
}

async function keepRead({ ports, now }: Turn, { matter, person, facts }: Signer, read: readonly string[]) {
  const goesOn = read.length > 0 && isReading({ matter, facts })
  const reading = { edition: matter.edition.id, read, at: now, began: goesOn ? facts.reading?.began : now }
  await ports.journal.keepReading({ policy: matter.policy.id, person: person.id }, reading)
  return reading
}

function stepsFor(signer: Signer) {
  const { edition, declaration } = signer.matter
  return stepsOf(edition, declaration.section, signedBefore(signer))
}

function replacing({ card }: Reply): Reply {
  return instead(card)
}
