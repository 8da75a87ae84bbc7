// The pages about bundles beside that of a single one: all of them, one before it is asked, and who owes what of it.
import { sayRoundPreview, type RoundPreview } from '../bundle/preview.ts'
import type { Ower } from '../bundle/read-asked-people.ts'
import { sayDocuments, sayRoundDays, sayRoundState } from '../bundle/words.ts'
import { compact } from '../kit/defined.ts'
import { sayDay } from '../kit/days.ts'
import { capital, sayList } from '../kit/text.ts'
import type { OfficeAnswer, OfficeField, OfficeRequest, Way } from '../ports/office.ts'
import type { Bundle } from '../standing/bundles.ts'
import type { Round } from '../standing/rounds.ts'
import { back, form, heading, links, list, look, notePart, page, textPart, typedIn, wrong } from './parts.ts'

interface BundleListed {
  readonly bundle: Bundle
  /** The newest. */
  readonly round: Round | undefined
}

export function bundlesPage(bundles: readonly BundleListed[]): OfficeAnswer {
  return page('Bundles', [
    textPart('A bundle is a set of documents that people are asked for together: one message, one sitting.'),
    bundles.length === 0
      ? notePart('The school has none yet, such as a September pack or a pack for new starters.')
      : {
          kind: 'table',
          caption: 'All bundles',
          head: ['Bundle', 'Documents', 'How it stands'],
          rows: bundles.map(({ bundle, round }) => ({
            to: `/office/bundles/${encodeURIComponent(bundle.id)}`,
            cells: [
              bundle.title,
              sayDocuments(documentsIn({ bundle, round })),
              round === undefined ? 'Nobody was asked yet' : capital(sayRoundState(round)),
            ],
          })),
        },
    links({ to: '/office/bundles/-new', label: 'Make a new bundle' }),
    back,
  ])
}

function documentsIn({ bundle: { duties }, round }: BundleListed): number {
  return duties.length === 0 ? (round?.parts.length ?? 0) : new Set(duties.flatMap(({ read }) => read)).size
}

interface BeforeAsked {
  readonly bundle: Bundle
  readonly preview: RoundPreview
  /** As they were typed. */
  readonly fields: OfficeRequest['fields']
  /** Identifies the documents, editions and duties that are shown. */
  readonly shows: string
  readonly problem: string | undefined
}

export function openBundlePage({ bundle, preview, fields, shows, problem }: BeforeAsked): OfficeAnswer {
  const to = `/office/bundles/${encodeURIComponent(bundle.id)}`
  const kept = { due: fields['due'] ?? '', remind: fields['remind'] ?? '', anew: fields['anew'] ?? '', shows }
  const documents = sayDocuments(preview.parts.length)
  return page(`Before the ${bundle.title} is asked`, [
    problem === undefined ? undefined : wrong(problem),
    ...preview.doubts.map(({ what }) => look(what)),
    textPart(`It asks for ${documents} by ${sayDay(preview.all.due)}, in one message to each.`),
    fields['anew'] === 'yes'
      ? textPart('It asks everybody again: earlier signatures do not count, and stay in the history.')
      : undefined,
    list(sayRoundPreview(preview)),
    notePart('What has been sent and signed stays when you close it again.'),
    form(
      to,
      Object.entries(kept).map(([id, value]): OfficeField => ({ kind: 'kept', id, value })),
      {
        label: preview.doubts.length > 0 ? 'Open it all the same' : 'Open it',
        value: 'open',
        main: true,
      },
    ),
    heading('Change something'),
    form(to, askFields(fields, {}), { label: 'See what it will do', value: 'look' }),
    links({ to, label: 'Back to the bundle' }),
  ])
}

export function askFields(fields: OfficeRequest['fields'], errors: Readonly<Record<string, string>>): OfficeField[] {
  const field = typedIn(fields, errors)
  return [
    { ...field('line', 'due', 'By which day', 'Such as 2026-12-18 or 18/12/2026.'), required: true },
    field('line', 'remind', 'When to remind', 'Such as 14, 7, 1, 0, then every 7. Empty: as the school reminds.'),
    {
      kind: 'tick',
      id: 'anew',
      label: 'Ask everybody again: earlier signatures do not count, and stay in the history',
      ticked: fields['anew'] === 'yes',
    },
  ]
}

export interface OwersShown {
  readonly round: Round
  readonly rows: readonly Ower[]
  readonly count: number
  readonly from: number
  readonly perPage: number
  /** As it was typed. */
  readonly typed: string
  readonly titleOf: (policy: string) => string
}

export function owersPage({ round, rows, count, from, perPage, typed, titleOf }: OwersShown): OfficeAnswer {
  const bundle = `/office/bundles/${encodeURIComponent(round.bundle)}`
  const at = (row: number) => `${bundle}/owed?${new URLSearchParams({ q: typed, 'from-row': String(row) }).toString()}`
  const ways = compact<Way>([
    from > 0 && { to: at(Math.max(0, from - perPage)), label: 'The ones before' },
    from + perPage < count && { to: at(from + perPage), label: 'The next ones' },
    { to: bundle, label: 'Back to the bundle' },
  ])
  const people = `${count.toLocaleString('en-GB')} ${count === 1 ? 'person owes' : 'people owe'} something of it`
  return page(`${round.title}: who owes what`, [
    textPart(`It asks for its documents by ${sayRoundDays(round)}.`),
    {
      kind: 'form',
      form: {
        to: `${bundle}/owed`,
        looks: true,
        fields: [
          { kind: 'line', id: 'q', label: 'Name or email address', hint: 'A part of it is enough.', value: typed },
        ],
        buttons: [{ label: 'Look', value: 'look', main: true }],
      },
    },
    count === 0
      ? textPart(typed === '' ? 'Everybody has signed all of it.' : 'Nobody who owes something matches that.')
      : {
          kind: 'table',
          caption: rows.length === 0 ? people : `${people}, ${from + 1} to ${from + rows.length}`,
          head: ['Name', 'What they owe', 'By which day'],
          rows: rows.map(({ person, owes }) => ({
            to: `/office/people/${encodeURIComponent(person.id)}`,
            cells: [person.name, sayList(owes.map(({ policy }) => titleOf(policy))), sayDays(owes)],
          })),
        },
    links(...ways),
    notePart(
      'They are reminded in the rhythm of the bundle. To remind one person now, say “register” and their name in a chat.',
    ),
  ])
}

function sayDays(owes: Ower['owes']): string {
  const days = new Set(owes.flatMap(({ due }) => due ?? []))
  return days.size === 0 ? '–' : sayList([...days].toSorted().map((due) => sayDay(due)))
}
