// The cards for asking again: how it stands, what the next round will do, and everything that is asked for.
import { buttons, note, plain, strong, text, type Block, type Button, type Card } from '../chat/cards.ts'
import { fillFields, line, type Sent } from '../chat/forms.ts'
import { markPractice } from '../chat/practice.ts'
import { compact } from '../kit/defined.ts'
import { sayDay } from '../kit/days.ts'
import { capital } from '../kit/text.ts'
import type { Letter } from '../outbox/types.ts'
import { sayAudience } from '../standing/audience.ts'
import { recurringActions } from './actions.ts'
import { monthsField } from './read-months.ts'
import type { Again } from './again.ts'
import type { NextShown } from './read-next.ts'
import { sayRecurring } from './words.ts'

export interface RecurringView {
  readonly again: Again
  readonly next: NextShown
  /** The name of whoever said yes; undefined where nobody has, or where other days are looked at. */
  readonly agreedBy: string | undefined
  /** Why what was agreed could not be opened. */
  readonly hindrance: string | undefined
  /** This round beside the last, in sentences. */
  readonly against: readonly string[]
  /** What was just done, shown first. */
  readonly done?: string | undefined
}

export function showRecurring(view: RecurringView): Card {
  const { again, next, agreedBy, hindrance, against, done } = view
  const { campaign, title } = again
  const state = sayRecurring(campaign.recurs, next, agreedBy === undefined ? undefined : { by: agreedBy })
  const asks = next.kind === 'round' && agreedBy === undefined
  return markPractice(
    {
      title: asks ? `Ask again? ${title}` : `Asking again: ${title}`,
      tone: next.kind === 'problem' || hindrance !== undefined ? 'caution' : 'plain',
      summary: compact([done, `${title}: ${state}`]).join(' '),
      blocks: compact([
        done !== undefined && text(strong(done)),
        text(state),
        hindrance !== undefined && text(strong(hindrance)),
        ...(next.kind === 'round' ? showWhat(next) : []),
        ...against.map((each) => text(each)),
        buttons(...buttonsFor(view)),
        asks &&
          note('Nothing opens and nobody is written to without a yes. The first answer counts, and can be changed.'),
        buttons({ label: 'All that recurs', action: recurringActions('recurring') }),
      ]),
    },
    campaign.practice,
  )
}

function showWhat({ line: what, doubts, items }: Extract<NextShown, { kind: 'round' }>): Block[] {
  return [
    ...doubts.map((each): Block => text(strong(each.what))),
    text(what),
    { kind: 'list', ordered: false, items: items.map(plain) },
  ]
}

function buttonsFor({ again: { campaign }, next, agreedBy }: RecurringView): Button[] {
  const { id, recurs } = campaign
  if (recurs === undefined || next.kind === 'never')
    return [
      { label: 'Each year', action: recurringActions('set-recurring', { campaign: id, every: 'year' }) },
      { label: 'Each term', action: recurringActions('set-recurring', { campaign: id, every: 'term' }) },
      { label: 'Months after signing', action: recurringActions('ask-months', { campaign: id }) },
    ]
  const round = { campaign: id, after: recurs.after }
  const stop = { label: 'Stop asking again', action: recurringActions('stop-recurring', { campaign: id }) }
  if (next.kind === 'no-terms' || next.kind === 'no-signatures') return [stop]
  const { opens, due } = next
  const yes: Button = {
    label: `Yes, on ${sayDay(opens)}`,
    action: recurringActions('agree-recurring', { ...round, opens, due }),
    main: true,
  }
  return compact([
    next.kind === 'round' && agreedBy === undefined && yes,
    { label: 'Another day', action: recurringActions('other-days', round) },
    { label: 'Not this time', action: recurringActions('skip-recurring', round) },
    stop,
  ])
}

/** After how many months each person is asked again. */
export function showMonthsForm({ campaign, title }: Again, sent: Sent): Card {
  const asks = `How many months after their last signature is each person asked again for the ${title}?`
  const { id, label, hint } = monthsField
  return markPractice(
    {
      title: `Months after signing: ${title}`,
      tone: 'plain',
      summary: asks,
      blocks: [
        text(asks),
        {
          kind: 'form',
          form: {
            fields: fillFields([line(id, label, hint, true)], sent),
            submit: {
              label: 'Ask again after so many months',
              action: recurringActions('set-months', { campaign: campaign.id }),
              main: true,
            },
          },
        },
        note('Nothing opens without your yes: you are shown first what it will do.'),
      ],
    },
    campaign.practice,
  )
}

/** Other days for the next round. */
export function showDaysForm({ again, next }: Pick<RecurringView, 'again' | 'next'>, sent: Sent): Card {
  const { campaign, title } = again
  const [opens, due] = 'opens' in next ? [sayDay(next.opens), sayDay(next.due)] : ['not known', 'not known']
  const asks = `From which day is the ${title} asked for again, and by which day do people sign?`
  return markPractice(
    {
      title: `Another day: ${title}`,
      tone: 'plain',
      summary: asks,
      blocks: [
        text(asks),
        {
          kind: 'form',
          form: {
            fields: fillFields(
              [
                line('opens', 'It opens on', `Such as 07/09/2027. Now ${opens}; empty: it stays.`, false),
                line('due', 'Sign by', `Such as 30/09/2027. Now ${due}; empty: it stays.`, false),
              ],
              sent,
            ),
            submit: {
              label: 'Show what it will do',
              action: recurringActions('show-days', { campaign: campaign.id, after: campaign.recurs?.after ?? '' }),
              main: true,
            },
          },
        },
        note('Nothing is agreed by looking at it.'),
      ],
    },
    campaign.practice,
  )
}

export interface AgainLine {
  readonly again: Again
  readonly state: string
}

/** A card holds no more of them. */
export const mostListed = 10

export function showAllRecurring(lines: readonly AgainLine[], practice: boolean): Card {
  const shown = lines.slice(0, mostListed)
  const hidden = lines.length - shown.length
  const none = 'Nobody is asked for anything at the moment, so nothing recurs. Open a campaign first: say “campaigns”.'
  const summary = lines.length === 0 ? none : 'What is asked for, and whether it is asked for again.'
  return markPractice(
    {
      title: 'Asking again',
      tone: 'plain',
      summary,
      blocks: compact([
        text(summary),
        shown.length > 0 && {
          kind: 'list',
          ordered: false,
          items: shown.map(({ again, state }) => [strong(`${nameOf(again)}:`), { text: ` ${state}` }]),
        },
        hidden > 0 && text(`and ${hidden} more, in the office under Campaigns.`),
        shown.length > 0 &&
          buttons(
            ...shown.map(({ again }): Button => ({
              label: again.title,
              action: recurringActions('recurring', { campaign: again.campaign.id }),
              spoken: `Asking again: ${nameOf(again)}`,
            })),
          ),
        note('Only you see this.'),
      ]),
    },
    practice,
  )
}

function nameOf({ title, campaign, round }: Again): string {
  return round === undefined ? `${title}, ${sayAudience(campaign.audience)}` : capital(title)
}

export function writeRecurring(view: Pick<RecurringView, 'again' | 'next'>, name: string): Letter {
  const { again, next } = view
  const what = next.kind === 'round' ? [...next.doubts.map((each) => each.what), next.line, ...next.items] : []
  const state = sayRecurring(again.campaign.recurs, next, undefined)
  return {
    subject: `Ask again? ${again.title}`,
    text: `Hello ${name},

${[state, ...what].join('\n')}

Nothing opens and nobody is written to without a yes. To answer, say “recurring” to Policy Guide.
`,
  }
}
