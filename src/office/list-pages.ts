// The pages about lists of people that were brought in: the latest ones, and what taking one back would do.
import { compact } from '../kit/defined.ts'
import { sayDay, type Day } from '../kit/days.ts'
import type { OfficeAnswer, Part } from '../ports/office.ts'
import { form, heading, links, list, look, notePart, page, textPart } from './parts.ts'

export interface TakenList {
  /** The id of its entry in the journal. */
  readonly id: string
  readonly day: Day
  readonly rows: number
  readonly changes: number
  /** The name of whoever brought it in. */
  readonly by: string
}

/** What taking it back would do, by names. */
export interface NamedUndo {
  readonly back: readonly string[]
  readonly gone: readonly string[]
  readonly kept: readonly string[]
  /** Of what was seen. */
  readonly seal: string
}

const toPeople = links({ to: '/office/people', label: 'All people' })

export function takenListsPage(lists: readonly TakenList[]): OfficeAnswer {
  const rows = lists.map(({ id, day, rows: lines, changes, by }) => ({
    to: `/office/people/lists/${encodeURIComponent(id)}`,
    cells: [sayDay(day), by, String(lines), String(changes)],
  }))
  return page('Lists that were brought in', [
    rows.length === 0
      ? textPart('No list was brought in yet.')
      : {
          kind: 'table',
          caption: 'The latest lists, the newest first',
          head: ['Day', 'By', 'People on it', 'Changed by it'],
          rows,
        },
    rows.length === 0
      ? undefined
      : notePart('Open one to see what taking it back would do. Nothing is changed by looking.'),
    toPeople,
  ])
}

export function takenListPage({ id, day, by }: TakenList, { back, gone, kept, seal }: NamedUndo): OfficeAnswer {
  const isNothing = back.length + gone.length === 0
  const all = links({ to: '/office/people/lists', label: 'All lists' })
  return page(`The list of ${sayDay(day)}`, [
    textPart(`${by} brought it in.`),
    isNothing ? look('There is nothing to take back: nobody is as this list made them.') : undefined,
    ...namesPart(`As before again: ${back.length}`, back),
    ...namesPart(`Gone again, because they came by it and have done nothing yet: ${gone.length}`, gone),
    ...namesPart(`They stay as they are, because they were changed or came in since: ${kept.length}`, kept),
    isNothing
      ? undefined
      : form(`/office/people/lists/${encodeURIComponent(id)}`, [{ kind: 'kept', id: 'seen', value: seal }], {
          label: 'Take the list back',
          value: 'undo',
          main: true,
        }),
    notePart(
      'What was signed stays signed. The journal keeps that the list was brought in and taken back, and by whom.',
    ),
    all,
  ])
}

const mostNamed = 100

function namesPart(title: string, names: readonly string[]): Part[] {
  if (names.length === 0) return []
  const more = names.length - mostNamed
  return [heading(title), list(compact([...names.slice(0, mostNamed), more > 0 && `and ${more} more`]))]
}
