// The register for SLT: totals by group as bars, filters by group and standing, and people page by page.
import { compact, defined } from '../kit/defined.ts'
import { registerActions, standings } from './actions.ts'
import { sayAgainst, sayUnasked, type Against } from './against.ts'
import { opening } from '../chat/opening.ts'
import { buttons, linkBlock, menu, note, strong, text, type Block, type Button, type Card } from '../chat/cards.ts'
import type { ActionOf } from '../chat/actions.ts'
import { groups } from '../chat/people.ts'
import { markPractice } from '../chat/practice.ts'
import { noteDoubts } from '../standing/doubts.ts'
import { noteStanding, standingNames } from '../standing/words.ts'
import { capital } from '../kit/text.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition } from '../policy/types.ts'
import type { Totals } from '../standing/totals.ts'
import type { RegisterRow } from '../standing/totals.ts'
import { barsOf, groupNames, sayCount } from '../standing/count-words.ts'

/** What is shown: which group, which standing, from where on. */
export type View = Omit<ActionOf<typeof registerActions, 'turn-register'>, 'do'>

export interface Page {
  readonly rows: readonly RegisterRow[]
  /** Whether more may follow: the person id after which to go on. */
  readonly next: string | undefined
}

export interface RegisterFrame {
  readonly edition: Edition
  readonly zone: string
  readonly practice: boolean
  /** Where the whole register can be downloaded as a spreadsheet. */
  readonly csv: string | undefined
  /** This round beside the last, where it asks again. */
  readonly against?: Against | undefined
}

export function showRegister(
  { edition, zone, practice, csv, against }: RegisterFrame,
  totals: Totals,
  { view, page }: { view: View; page: Page },
): Card {
  const count = sayCount(totals.all)
  const people = page.rows.map(
    ({ person, standing, doubts }) =>
      [
        person.name,
        groupNames[person.group ?? 'none'].toLowerCase(),
        `${noteStanding(standing, zone)}${noteDoubts(doubts)}`,
      ] as const,
  )
  return markPractice(
    {
      title: `Register: ${edition.title}`,
      tone: 'plain',
      summary: `${edition.title}, edition ${sayEdition(edition)}. ${count}`,
      blocks: compact([
        text(strong(`Edition ${sayEdition(edition)}. `), count),
        { kind: 'bars', label: 'Signed, by group', bars: barsOf(totals) },
        against !== undefined && text(compact([sayAgainst(against), sayUnasked(against, { named: true })]).join(' ')),
        { kind: 'heading', text: sayView(view) },
        ...(people.length === 0
          ? [text(view.after === undefined ? 'Nobody.' : 'Nobody else.')]
          : [{ kind: 'table', head: ['Name', 'Group', 'Standing'], rows: people } as const]),
        ...openButtons(view, page),
        ...turnButtons(view, page),
        filterForm(view),
        buttons(
          { label: 'Campaigns and editions', action: opening('campaigns', { policy: view.policy }) },
          { label: 'Add a person', action: registerActions('new-person', { policy: view.policy }) },
        ),
        csv !== undefined && linkBlock('The whole register as a spreadsheet (CSV)', csv),
        note(
          `Only you see this.${csv === undefined ? ' The office has it as a spreadsheet, under Register on the web page.' : ''}`,
        ),
      ]),
    },
    practice,
  )
}

function nameOf(standing: NonNullable<View['standing']>): string {
  return standing === 'unsigned' ? 'has not signed' : standingNames[standing]
}

function sayView({ group, standing, name }: View): string {
  const who = group === undefined ? 'Everybody' : groupNames[group]
  const how = standing === undefined ? undefined : nameOf(standing)
  return [who, how, name === undefined ? undefined : `“${name}”`].filter((part) => part !== undefined).join(': ')
}

function openButtons({ policy }: View, { rows }: Page): Block[] {
  const open = rows.map(({ person }): Button => ({
    label: person.name,
    action: registerActions('person', { policy, person: person.id }),
    spoken: `Open ${person.name}`,
  }))
  if (open.length === 0) return []
  return [
    text('Choose somebody to see their history, remind or excuse them:'),
    // Their names stand in the list already.
    open.length > 1 ? menu('people', open) : buttons(...open),
  ]
}

interface Turned {
  readonly after: string | undefined
  readonly before: (string | null)[]
}

function turnButtons(view: View, { next }: Page): Block[] {
  const { policy, after, before = [], ...rest } = view
  const turn = (label: string, to: Turned): Button => ({
    label,
    action: registerActions('turn-register', { policy, ...defined({ ...rest, ...to }) }),
  })
  const back = before.at(-1) ?? undefined
  const found = compact([
    after !== undefined && turn('Page before', { after: back, before: before.slice(0, -1) }),
    next !== undefined && turn('Next page', { after: next, before: [...before, after ?? null].slice(-20) }),
  ])
  return found.length === 0 ? [] : [buttons(...found)]
}

function filterForm({ policy, group, standing, name }: View): Block {
  return {
    kind: 'form',
    form: {
      fields: [
        { kind: 'line', id: 'name', label: 'Name, or part of one', required: false, max: 80, value: name ?? '' },
        {
          kind: 'choice',
          id: 'group',
          label: 'Group',
          required: true,
          value: group ?? 'all',
          options: [
            { id: 'all', label: 'All groups' },
            ...[...groups, 'none' as const].map((id) => ({ id, label: groupNames[id] })),
          ],
        },
        {
          kind: 'choice',
          id: 'standing',
          label: 'Standing',
          required: true,
          value: standing ?? 'all',
          options: [
            { id: 'all', label: 'Any standing' },
            ...(['unsigned', ...standings] as const).map((id) => ({ id, label: capital(nameOf(id)) })),
          ],
        },
      ],
      submit: { label: 'Show these people', action: registerActions('turn-register', { policy }) },
    },
  }
}

/** For SLT’s part of the home page. */
export function showCounts(totals: Totals): Block[] {
  return [text(sayCount(totals.all)), { kind: 'bars', label: 'Signed, by group', bars: barsOf(totals) }]
}
