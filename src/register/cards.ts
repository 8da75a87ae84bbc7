// The register for SLT: totals by group as bars, narrowed by group and standing, and people page by page.
import { registerActions, standings } from './actions.ts'
import { opening } from '../chat/opening.ts'
import { buttons, link, note, strong, text, type Block, type Button, type Card } from '../chat/cards.ts'
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

/** What is looked at: which group, which standing, from where on. */
export type View = Omit<ActionOf<typeof registerActions, 'turn-register'>, 'do'>

export interface Page {
  readonly rows: readonly RegisterRow[]
  /** Whether more may follow: the person id to go on after. */
  readonly next: string | undefined
}

export interface Frame {
  readonly edition: Edition
  readonly zone: string
  readonly practice: boolean
  /** Where the whole register is to be had as a spreadsheet. */
  readonly csv: string | undefined
}

export function showRegister(
  { edition, zone, practice, csv }: Frame,
  totals: Totals,
  { view, page }: { view: View; page: Page },
): Card {
  const count = sayCount(totals.all)
  const people = page.rows.map(({ person, standing, doubts }) => [
    strong(person.name),
    {
      text: `: ${groupNames[person.group ?? 'none'].toLowerCase()}, ${noteStanding(standing, zone)}${noteDoubts(doubts)}`,
    },
  ])
  return markPractice(
    {
      title: `Register: ${edition.title}`,
      tone: 'plain',
      summary: `${edition.title}, edition ${sayEdition(edition)}. ${count}`,
      blocks: [
        text(strong(`Edition ${sayEdition(edition)}. `), count),
        { kind: 'bars', label: 'Signed, by group', bars: barsOf(totals) },
        { kind: 'heading', text: sayView(view) },
        ...(people.length === 0
          ? [text(view.after === undefined ? 'Nobody.' : 'Nobody else.')]
          : [{ kind: 'list', ordered: false, items: people } as const]),
        ...openButtons(view, page),
        ...turnButtons(view, page),
        filterForm(view),
        buttons(
          { label: 'Campaigns and editions', action: opening('campaigns', { policy: view.policy }) },
          { label: 'Add a person', action: registerActions('new-person', { policy: view.policy }) },
        ),
        ...(csv === undefined ? [] : [link('The whole register as a spreadsheet (CSV)', csv)]),
        note(
          `Only you see this.${csv === undefined ? ' On the command line, npm run register -- export writes it as a spreadsheet.' : ''}`,
        ),
      ],
    },
    practice,
  )
}

function sayView({ group, standing }: View): string {
  const who = group === undefined ? 'Everybody' : groupNames[group]
  return standing === undefined ? who : `${who}: ${standingNames[standing]}`
}

function openButtons({ policy }: View, { rows }: Page): Block[] {
  if (rows.length === 0) return []
  return [
    text('Open somebody to see their history, remind or excuse them:'),
    buttons(
      ...rows.map(({ person }): Button => ({
        label: person.name,
        action: registerActions('person', { policy, person: person.id }),
        spoken: `Open ${person.name}`,
      })),
    ),
  ]
}

function turnButtons(view: View, { next }: Page): Block[] {
  const turn = (label: string, after: string | undefined): Button => {
    const { after: _, ...rest } = view
    return { label, action: registerActions('turn-register', { ...rest, ...(after === undefined ? {} : { after }) }) }
  }
  const found = [
    ...(next === undefined ? [] : [turn('Next page', next)]),
    ...(view.after === undefined ? [] : [turn('From the start', undefined)]),
  ]
  return found.length === 0 ? [] : [buttons(...found)]
}

function filterForm({ policy, group, standing }: View): Block {
  return {
    kind: 'form',
    form: {
      fields: [
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
            ...standings.map((id) => ({ id, label: capital(standingNames[id]) })),
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
