// The outcomes of pressing Sign and of the other ways, each said kindly, with what to do next.
import { readingActions } from '../reading/actions.ts'
import { declarationActions } from './actions.ts'
import { buttons, note, strong, text, type Button, type Card } from '../chat/cards.ts'
import { compact } from '../kit/defined.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import { difference } from '../policy/difference.ts'
import { tellDifference } from '../policy/tell.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition } from '../policy/types.ts'
import { dayOwed, type Owing } from './owing.ts'
import type { Sitting } from './sitting.ts'
import { markPractice } from '../chat/practice.ts'

export interface OutcomeFrame {
  readonly edition: Edition
  /** The school's. */
  readonly zone: string
  readonly practice: boolean
}

export interface SignedCard {
  readonly entry: string
  readonly at: Date
  readonly name: string
  /** What else they are asked to sign. */
  readonly next: readonly Owing[]
  /** How far they are with the bundle that it was asked for with. */
  readonly sitting?: Sitting | undefined
}

export function showSigned(
  { edition, zone, practice }: OutcomeFrame,
  { entry, at, name, next, sitting }: SignedCard,
): Card {
  const [first] = next
  const line = `You signed the ${edition.title}, edition ${sayEdition(edition)}, on ${sayDay(dayIn(zone, at))}.`
  return markPractice(
    {
      title: `Thank you, ${name.split(' ')[0] ?? ''}`,
      tone: 'done',
      summary: `Thank you. ${line}`,
      blocks: compact([
        text(line),
        sitting !== undefined && text(strong(saySitting(sitting))),
        text(`${sayNext(next, sitting)} Say “my receipt” whenever you need it again.`),
        buttons(
          ...(first === undefined ? [] : [startButton(first.matter.policy.id, `Next: ${first.matter.edition.title}`)]),
          receiptButton(entry),
          ...speakButtons(edition),
        ),
      ]),
    },
    practice,
  )
}

function saySitting({ title, signed, of }: Sitting): string {
  return signed === of ? `${title}: all ${of} signed.` : `${title}: ${signed} of ${of} signed.`
}

function sayNext(next: readonly Owing[], sitting: Sitting | undefined): string {
  const [first] = next
  if (first === undefined && sitting !== undefined && sitting.next.length > 0)
    return 'Each of the others has a link of its own in the email.'
  if (first === undefined) return 'That is all.'
  const due = dayOwed(first)
  const by = due === undefined ? '' : `, by ${sayDay(due)}`
  const more = next.length === 1 ? 'One more policy is' : `${next.length} more policies are`
  return `${more} waiting for you. The next is the ${first.matter.edition.title}${by}.`
}

export function showAlreadySigned(
  { edition, zone, practice }: OutcomeFrame,
  { entry, at }: { entry: string; at: Date },
): Card {
  const line = `You signed this on ${sayDay(dayIn(zone, at))}. Nothing was changed, and there is nothing more to do.`
  return markPractice(
    {
      title: 'You have signed this already',
      tone: 'done',
      summary: line,
      blocks: [
        text(strong(`${edition.title}, edition ${sayEdition(edition)}. `), line),
        buttons(receiptButton(entry), ...speakButtons(edition)),
      ],
    },
    practice,
  )
}

/** The words on the card are no longer in force. `older` is what was shown, where the school still has it. */
export function showWordingChanged({ edition, practice }: OutcomeFrame, older: Edition | undefined): Card {
  const first =
    'This policy was replaced while that card stood here, so I did not take your signature for the old text.'
  return markPractice(
    {
      title: 'There is a new edition',
      tone: 'caution',
      summary: `${first} The edition in force is ${sayEdition(edition)}.`,
      blocks: [
        text(first),
        text('The edition in force now: ', strong(`${edition.title}, ${sayEdition(edition)}`), '.'),
        ...(older === undefined ? [] : tellDifference(difference(older, edition), older)),
        buttons(startButton(edition.policy, 'Read and sign the new edition')),
        note('Nothing is signed yet.'),
      ],
    },
    practice,
  )
}

/** The project's summary must not be signed by accident. */
export function showNotAccepted({ edition }: OutcomeFrame, { what, fix }: { what: string; fix: string }): Card {
  return {
    title: 'This can’t be signed yet',
    tone: 'caution',
    summary: `${what} Nothing was signed.`,
    blocks: [
      text(what),
      text('You have done nothing wrong, and nothing was signed. You can read it all the same.'),
      note(`For whoever looks after Policy Guide: ${fix}`),
      buttons({ label: 'Show the sections', action: readingActions('sections', { policy: edition.policy }) }),
    ],
  }
}

export function showLeft(): Card {
  return simple(
    'Nothing to sign',
    'You are down as having left the school, so nothing is asked of you and nothing was signed. If that is wrong, please tell the school office.',
  )
}

/** A link is for one edition, and another one is in force by now. */
export function showLinkOutdated({ title }: Edition): Card {
  return simple(
    'There is a new edition',
    `Your link is for an edition of the ${title} that has been replaced since. Nothing was signed. Please ask the school for a new link.`,
  )
}

export function showUnknownPerson(): Card {
  return simple(
    'I do not know who you are here',
    'I can’t take a signature from somebody I don’t know by name. Nothing was signed. Please ask the school office to add you.',
  )
}

export function showNothingToSign(): Card {
  return simple('Nothing to sign', 'None of the policies that I know has a declaration to sign.')
}

/** Other policies have a declaration: the button asks which of the waiting ones is meant. */
export function showNoDeclaration({ title }: Pick<Edition, 'title'>): Card {
  const line = `The ${title} has no declaration, so there is nothing to sign in it.`
  return {
    ...simple('Nothing to sign', line),
    blocks: [text(line), buttons(startButton(undefined, 'What can I sign?'))],
  }
}

/** The policy has a declaration, but this edition has other words in that place. */
export function showUnconfirmed({ title }: Pick<Edition, 'title'>): Card {
  return simple(
    'Not ready to sign yet',
    `The declaration of the ${title} reads differently in this edition, and nobody has confirmed yet which words people are to sign. You are asked for nothing until then, and nothing was signed.`,
  )
}

export function showNoReceipt(policy: string | undefined, practice: boolean): Card {
  const line = 'You have not signed anything here yet, so there is no receipt.'
  return markPractice(
    {
      title: 'No receipt yet',
      tone: 'plain',
      summary: line,
      blocks: [text(line), buttons(startButton(policy, 'Read and sign'))],
    },
    practice,
  )
}

/** A receipt is for its signer and for SLT; whether it exists is nobody else’s business. */
export function showNoSuchReceipt(): Card {
  return simple('No such receipt', 'I have no receipt of yours under that button. Say “my receipt” to see yours.')
}

/** For SLT, before or after signing. */
export function speakButtons({ policy, id: edition }: Edition): readonly Button[] {
  return [
    {
      label: 'Ask the SLT a question',
      action: declarationActions('before-signing', { policy, edition, what: 'question' }),
    },
    { label: 'Raise a concern', action: declarationActions('before-signing', { policy, edition, what: 'concern' }) },
  ]
}

/** `of` names the policy where a card shows several. */
export function receiptButton(entry: string, of?: string): Button {
  return {
    label: of === undefined ? 'Show my receipt' : `Receipt: ${of}`,
    action: declarationActions('receipt', { entry }),
  }
}

/** Without a policy it asks which, where several wait. */
export function startButton(policy: string | undefined, label = 'Start reading'): Button {
  return { label, action: declarationActions('start-reading', { policy }), main: true }
}

function simple(title: string, line: string): Card {
  return { title, tone: 'plain', summary: line, blocks: [text(line)] }
}
