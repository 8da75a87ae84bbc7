// The register as rows for a spreadsheet: everybody with their standing, and what it rests on.
import type { RegisterRow } from '../standing/totals.ts'
import { doubtWords } from '../standing/doubts.ts'
import { nameStanding } from '../standing/words.ts'
import { dayIn } from '../kit/days.ts'
import type { RegisterLine } from '../standing/totals.ts'
import { byteOrderMark, csvLine } from '../kit/csv.ts'

const columns = [
  'Name', 'Email', 'Group', 'Roles', 'First day', 'Last day', 'Standing', 'Due', 'Edition signed', 'Signed on',
  'Journal entry', 'To look at', 'Excused until', 'Policy', 'Edition in force', 'Practice', 'Person',
] as const // prettier-ignore

export interface CsvAbout {
  readonly policy: string
  readonly edition: string
  readonly zone: string
}

export async function* registerCsv(
  rows: AsyncIterable<RegisterRow & RegisterLine>,
  about: CsvAbout,
): AsyncGenerator<string> {
  yield registerHead
  yield* registerLines(rows, about)
}

/** The first line, where the lines of several policies follow. */
export const registerHead = byteOrderMark + csvLine(columns)

export async function* registerLines(
  rows: AsyncIterable<RegisterRow & RegisterLine>,
  { policy, edition, zone }: CsvAbout,
): AsyncGenerator<string> {
  for await (const { person, standing, due, involvement, doubts } of rows) {
    const signed = involvement?.signed
    const cells: Readonly<Record<(typeof columns)[number], string | undefined>> = {
      Name: person.name,
      Email: person.email,
      Group: person.group,
      Roles: person.roles.join(', '),
      'First day': person.startsOn,
      'Last day': person.leavesOn,
      Standing: nameStanding(standing),
      Due: due,
      'Edition signed': signed?.edition,
      'Signed on': signed && dayIn(zone, signed.at),
      'Journal entry': signed?.entry,
      'To look at': doubts.map((doubt) => doubtWords[doubt]).join('; '),
      'Excused until': standing.kind === 'excused' ? (standing.until ?? 'for good') : undefined,
      Policy: policy,
      'Edition in force': edition,
      Practice: person.practice ? 'PRACTICE' : undefined,
      Person: person.id,
    }
    yield csvLine(columns.map((column) => cells[column] ?? ''))
  }
}
