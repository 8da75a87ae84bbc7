// How the list of people is brought in, for whoever can do it or have it done.
import { compact } from '../kit/defined.ts'
import { buttons, note, text, type Card } from '../chat/cards.ts'
import { opening } from '../chat/opening.ts'
import type { Letter } from '../outbox/types.ts'

export interface ListWanted {
  /** The platforms on which signing waits, for a sentence. */
  readonly where: string
  /** The address of the web page, where people can reach it. */
  readonly page: string | undefined
}

const list =
  'The list is a CSV or Excel file from the school’s own system, with a name and an email address for everybody. Columns such as group, role, line manager and start day are read as well.'

export function showListWanted({ where, page }: ListWanted): Card {
  const line = lineFor(where)
  return {
    title: 'The list of staff is still wanted',
    tone: 'caution',
    summary: line,
    blocks: compact([
      text(line),
      text(list),
      text(wayTo(page)),
      page !== undefined && buttons({ label: 'Bring in the list', action: opening('office-people'), main: true }),
      note('You are told once, because you can bring it in or have it done.'),
    ]),
  }
}

export function writeListWanted(
  { where, page }: ListWanted,
  { name, school }: { readonly name: string; readonly school: string },
): Letter {
  const text = [`Hello ${name},`, lineFor(where), list, wayTo(page)].join('\n\n')
  return { subject: `${school}: the list of staff is still wanted`, text: `${text}\n` }
}

function lineFor(where: string): string {
  return `In ${where} only people on the school’s list can sign, and there is no list yet. Questions are answered meanwhile; signing and counting wait.`
}

function wayTo(page: string | undefined): string {
  const command = 'npm run people -- import FILE.csv'
  if (page === undefined) return `Whoever looks after the server brings it in with: ${command}`
  return `You can do it in the office (${page}/office/people), which shows what would change before anything does. On the server it is: ${command}`
}
