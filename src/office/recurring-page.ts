// The page about asking again: how it stands, what the next round will do, and everything that can be decided.
import { sayDay } from '../kit/days.ts'
import type { OfficeAnswer, OfficeField, OfficeRequest, Part } from '../ports/office.ts'
import type { RecurringView } from '../recurring/cards.ts'
import { monthsField } from '../recurring/read-months.ts'
import { sayRecurring } from '../recurring/words.ts'
import { doneNote, form, heading, links, list, look, notePart, page, textPart, wrong } from './parts.ts'

export interface RecurringShown extends Omit<RecurringView, 'done'> {
  readonly to: string
  readonly done?: string | undefined
  readonly problem?: readonly string[]
  /** As they were typed. */
  readonly fields: OfficeRequest['fields']
}

export function recurringPage(view: RecurringShown): OfficeAnswer {
  const { again, next, agreedBy, hindrance, against, done, problem } = view
  const { recurs } = again.campaign
  const state = sayRecurring(recurs, next, agreedBy === undefined ? undefined : { by: agreedBy })
  return page(`Asking again: ${again.title}`, [
    doneNote(done),
    problem === undefined ? undefined : wrong(...problem),
    textPart(state),
    hindrance === undefined ? undefined : look(hindrance),
    ...against.map(textPart),
    ...(recurs === undefined ? beginParts(view) : roundParts(view, recurs.after)),
    notePart('Nothing opens and nobody is written to without a yes. Earlier signatures stay as history.'),
    links(
      { to: `/office/campaigns/${encodeURIComponent(again.campaign.id)}`, label: 'The campaign' },
      { to: '/office/campaigns', label: 'All campaigns' },
    ),
  ])
}

function beginParts({ to, fields }: RecurringShown): Part[] {
  return [
    textPart('Two working weeks before the next time, the senior leadership team is shown what it will do, and asked.'),
    form(to, [], { label: 'Each year', value: 'year' }, { label: 'Each term', value: 'term' }),
    form(to, [{ kind: 'line', ...monthsField, value: fields[monthsField.id] ?? '' }], {
      label: 'So many months after signing',
      value: 'months',
    }),
  ]
}

function roundParts(view: RecurringShown, after: string): Part[] {
  const { to, next, agreedBy, fields } = view
  const round: OfficeField = { kind: 'kept', id: 'after', value: after }
  const line = (id: string, label: string, hint: string): OfficeField => {
    return { kind: 'line', id, label, hint, value: fields[id] ?? '' }
  }
  const stop = [heading('Stop asking again'), form(to, [], { label: 'Stop asking again', value: 'stop' })]
  if (!('opens' in next)) return stop
  const [opens, due] = [sayDay(next.opens), sayDay(next.due)]
  const days = [line('opens', 'It opens on', `Such as 07/09/2027. Now ${opens}; empty: it stays.`), line('due', 'Sign by', `Such as 30/09/2027. Now ${due}; empty: it stays.`)] // prettier-ignore
  return [
    ...(next.kind === 'round' && agreedBy === undefined ? yesParts(view, next, round) : []),
    heading('Another day'),
    form(to, [round, ...days], { label: 'See what it will do', value: 'look' }),
    heading('Not this time'),
    textPart('You are asked again before the one after it.'),
    form(to, [round], { label: 'Not this time', value: 'skip' }),
    ...stop,
  ]
}

function yesParts(
  { to }: RecurringShown,
  next: Extract<RecurringShown['next'], { kind: 'round' }>,
  round: OfficeField,
): Part[] {
  const kept = (id: string, value: string): OfficeField => ({ kind: 'kept', id, value })
  return [
    heading('What it will do'),
    ...next.doubts.map(({ what }) => look(what)),
    textPart(next.line),
    list(next.items),
    form(to, [round, kept('opens', next.opens), kept('due', next.due)], {
      label: `Yes, on ${sayDay(next.opens)}`,
      value: 'agree',
      main: true,
    }),
  ]
}
