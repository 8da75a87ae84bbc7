// The receipt as a card: what was signed, by whom and when, and the code by which anybody can check it.
import { link, note, strong, text, type Card } from '../chat/cards.ts'
import type { Entry, FactOf } from '../journal/types.ts'
import { sayDay, dayIn } from '../kit/days.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition } from '../policy/types.ts'
import { markPractice } from './practice.ts'
import { sayInstant, verificationCode } from './receipt.ts'

export interface Signed {
  readonly entry: Entry & { readonly fact: FactOf<'signed'> }
  /** As typed; undefined once it has been erased. */
  readonly name: string | undefined
  /** Undefined where the school no longer has it. */
  readonly edition: Edition | undefined
  /** Whether it was withdrawn since. */
  readonly withdrawn: boolean
  /** Where the PDF is to be had. */
  readonly url: string | undefined
}

export function showReceipt({ entry, name, edition, withdrawn, url }: Signed): Card {
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
      blocks: [
        ...(withdrawn
          ? [text(strong('This signature was withdrawn. '), 'It stays in the history and no longer counts.')]
          : []),
        text(strong('Signed: '), what),
        text(strong('By: '), name ?? 'a name that has been erased'),
        text(strong('When: '), sayInstant(at, fact.zone)),
        text(strong('Statements confirmed: '), `${fact.statements.length}`),
        text(strong('Verification code: '), code),
        url === undefined
          ? text('Any senior leader can have the receipt printed for you as a PDF, with the wording in full.')
          : link('Receipt as a PDF, with the wording in full', url),
        note('The code belongs to this signature alone. Say “my receipt” to see this again at any time.'),
      ],
    },
    fact.practice,
  )
}
