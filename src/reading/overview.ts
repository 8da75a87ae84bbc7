// All policies at a glance: each with its edition, the state of its review, and what the asker owes.
import { compact } from '../kit/defined.ts'
import { opening } from '../chat/opening.ts'
import { buttons, buttonsAmong, plain, text, type Card } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { mostButtons } from '../chat/overview.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import { shorten } from '../kit/text.ts'
import type { Shelf } from '../policy/shelf.ts'
import type { Edition } from '../policy/types.ts'
import type { Standing } from '../standing/types.ts'
import { policyButton } from './lines.ts'
import { sayReadingState } from './state.ts'

export interface PolicyLine {
  readonly edition: Edition
  /** For whoever asks; undefined where there is nothing to sign, or nobody knows them. */
  readonly standing: Standing | undefined
}

export interface Asker {
  /** The school's. */
  readonly zone: string
  readonly practice: boolean
  /** Somebody with a link for signing one policy is not offered the others. */
  readonly byLink: boolean
}

/** What waits for them comes first, by its due day; then the others in the school's order. */
export function showPolicies(lines: readonly PolicyLine[], shelf: Shelf, asker: Asker): Card {
  const sorted = lines.toSorted((a, b) => (dueOf(a) ?? never).localeCompare(dueOf(b) ?? never))
  const owed = lines.filter((line) => dueOf(line) !== undefined).length
  const first = sorted[0]
  const signing = owed > 0 && !asker.byLink
  const most = mostButtons - (signing ? 1 : 0)
  const [shown, rest] = [sorted.slice(0, most), sorted.slice(most)]
  const card: Card = {
    title: 'The school’s policies',
    tone: 'plain',
    summary: `There are ${lines.length} policies${owed === 0 ? '' : `, ${owed} of them for you to sign`}. Choose one to see its sections.`,
    blocks: compact([
      {
        kind: 'list',
        ordered: false,
        items: shown.map((line) => plain(`${sayReadingState(shelf, line.edition)}${sayOwn(line, asker)}`)),
      },
      text('Choose a policy to see its sections.'),
      buttonsAmong(
        'policies',
        shown.map(({ edition }) => policyButton(edition)),
      ),
      signing && buttons({ label: 'Read and sign', action: opening('read-and-sign', ofOne(owed, first)), main: true }),
      ...(rest.length === 0
        ? []
        : [
            text(`Write the name of any other, such as “${rest[0]?.edition.title ?? ''}”. They are:`),
            text(shorten(rest.map(({ edition }) => edition.title).join('; '), mostCharacters)),
          ]),
    ]),
  }
  return markPractice(card, asker.practice)
}

/** Where several wait, they are asked which. */
function ofOne(owed: number, first: PolicyLine | undefined) {
  return owed === 1 && first !== undefined ? { policy: first.edition.policy } : {}
}

const never = '9999-12-31'
/** Slack allows 3,000 characters in one paragraph. */
const mostCharacters = 2_800

function dueOf({ standing }: PolicyLine) {
  return standing !== undefined && 'due' in standing ? standing.due : undefined
}

function sayOwn(line: PolicyLine, { zone }: Asker): string {
  const [due, { standing }] = [dueOf(line), line]
  const said =
    due !== undefined
      ? `Please sign by ${sayDay(due)}.`
      : standing?.kind === 'signed' || standing?.kind === 'carried-over'
        ? `You signed it on ${sayDay(dayIn(zone, standing.at))}.`
        : undefined
  return said === undefined ? '' : ` ${said}`
}
