// The receipt as a card: what was signed, by whom and when, and the code by which anybody can check it.
import { compact } from '../kit/defined.ts'
import { linkBlock, note, strong, text, type Block, type Card } from '../chat/cards.ts'
import type { Entry, FactOf } from '../journal/types.ts'
import { sayDay, dayIn } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition } from '../policy/types.ts'
import { markPractice } from '../chat/practice.ts'
import { verificationCode } from './receipt.ts'
import { isCertified, sayNames, sayRead, sayUnderstood, sayWayIn } from './certificate.ts'
import { sayInstant } from './instant.ts'

export interface SignedShown {
  readonly entry: Entry & { readonly fact: FactOf<'signed'> }
  /** As typed; undefined once it has been erased. */
  readonly name: string | undefined
  /** As on the school's record; undefined once it has been erased, and for older signatures. */
  readonly known?: string | undefined
  /** Undefined where the school no longer has it. */
  readonly edition: Edition | undefined
  /** Whether it was withdrawn since. */
  readonly withdrawn: boolean
  readonly copy: Copy
}

/** How the PDF can be obtained. */
export type Copy =
  | { readonly kind: 'link'; readonly url: string }
  /** Its bytes, for a platform that takes files. */
  | { readonly kind: 'file'; readonly content: Uint8Array }
  | { readonly kind: 'printed' }

export function showReceipt({ entry, name, known, edition, withdrawn, copy }: SignedShown): Card {
  const { fact, at } = entry
  const what =
    edition === undefined
      ? `${fact.policy}, edition ${fact.edition}`
      : `${edition.title}, edition ${sayEdition(edition)}`
  const code = verificationCode(entry.hash)
  const day = sayDay(dayIn(fact.zone, at))
  return markPractice(
    {
      title: 'Your receipt',
      tone: 'plain',
      summary: `Receipt: ${what}, signed on ${day}. Verification code ${code}.`,
      blocks: compact([
        withdrawn && text(strong('This signature was withdrawn. '), 'It stays in the history and no longer counts.'),
        text(strong('Signed: '), what),
        text(strong('By: '), known ?? name ?? 'a name that has been erased'),
        ...sayCertified(fact, name),
        text(strong('When: '), sayInstant(at, fact.zone)),
        text(strong('Statements confirmed: '), `${fact.statements.length}`),
        text(strong('Verification code: '), code),
        isCertified(fact) && text(strong('Head of the journal: '), `${entry.seq}:${entry.hash}`),
        showCopy(copy, words),
        note('The code belongs to this signature alone. Say “my receipt” to see this again at any time.'),
      ]),
    },
    fact.practice,
  )
}

function sayCertified(fact: FactOf<'signed'>, name: string | undefined): Block[] {
  if (!isCertified(fact)) return []
  const [read, understood] = [sayRead(fact), sayUnderstood(fact)]
  return compact([
    fact.named === 'otherwise' && text(strong('Name typed: '), `${name ?? 'erased'} (${sayNames(fact)})`),
    text(strong('How: '), sayWayIn(fact)),
    read !== undefined && text(strong('Read: '), read),
    understood !== undefined && text(strong('Questions about it: '), understood),
  ])
}

interface CopyWords {
  readonly label: string
  readonly name: string
  readonly printed: string
}

const words: CopyWords = {
  label: 'Receipt as a PDF, with the wording in full',
  name: 'policy-guide-receipt.pdf',
  printed: 'Any senior leader can have the receipt printed for you as a PDF, with the wording in full.',
}

/** The one way in which a receipt's card, and a bundle's, offers the PDF. */
export function showCopy(copy: Copy, { label, name, printed }: CopyWords): Block {
  switch (copy.kind) {
    case 'link':
      return linkBlock(label, copy.url)
    case 'file': {
      const { content } = copy
      return {
        kind: 'file',
        label,
        name,
        content,
        otherwise: printed,
      }
    }
    case 'printed':
      return text(printed)
    default:
      return never(copy)
  }
}
