// `people lists` and `people undo`: the lists that were brought in, and taking the latest one back.
import { dayIn, sayDay } from '../kit/days.ts'
import type { Entry } from '../journal/types.ts'
import type { ListUndo } from '../ports/people.ts'
import { agreed } from './agreed.ts'
import { refused } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { withHome } from './open-home.ts'

interface Asked {
  readonly yes: boolean
  readonly json: boolean
}

const mostShown = 20

/** The newest first. */
export async function printLists(context: CommandContext, { json }: Pick<Asked, 'json'>): Promise<number> {
  const { zone } = (await context.library()).school
  const entries = await withHome(context, ({ journal }) =>
    journal.happened({ kinds: ['list-imported'], most: mostShown }),
  )
  const lists = entries.flatMap(({ id, at, fact }) =>
    fact.kind === 'list-imported' ? [{ id, at, rows: fact.rows, changes: fact.changes, by: fact.by }] : [],
  )
  if (json) context.out(JSON.stringify(lists))
  else if (lists.length === 0) context.out('No list was brought in yet.')
  else
    for (const { id, at, rows, changes } of lists)
      context.out(`${sayDay(dayIn(zone, at))}  ${rows} people, ${changes} changed  ${id}`)
  return status.done
}

/** `list` is the id of its entry; undefined is the latest. Says what it will do before it does it. */
export async function undoList(
  context: CommandContext,
  { list, ...asked }: Asked & { readonly list: string | undefined },
): Promise<number> {
  const { zone } = (await context.library()).school
  return withHome(context, async ({ people, journal }) => {
    const entry = list === undefined ? await latest(journal) : await journal.entry(list)
    const undo = entry && (await people.lookAtUndoing(entry.id))
    if (entry === undefined || undo === undefined)
      return refused(context, asked.json, { outcome: 'no-list', what: 'No list was brought in under that name.' })
    if (undo.back.length + undo.gone.length === 0)
      return refused(context, asked.json, {
        outcome: 'nothing-to-undo',
        what: 'There is nothing to take back: nobody is as that list made them.',
      })
    if (!asked.json) for (const line of sayUndo(undo, sayDay(dayIn(zone, entry.at)))) context.out(line)
    if (!(await agreed(context, { ...asked, question: 'Take the list back?' }))) return status.no
    const done = await people.undoList(entry.id)
    if (asked.json) context.out(JSON.stringify({ outcome: 'undone', list: entry.id, ...done }))
    else context.out('Done. The journal keeps that the list was brought in and taken back.')
    return status.done
  })
}

async function latest(journal: {
  happened(which: { readonly kinds: readonly ['list-imported']; readonly most: number }): Promise<readonly Entry[]>
}): Promise<Entry | undefined> {
  return (await journal.happened({ kinds: ['list-imported'], most: 1 }))[0]
}

function sayUndo({ back, gone, kept }: ListUndo, day: string): string[] {
  return [
    `The list of ${day}:`,
    `  as before again: ${back.length}`,
    `  gone again, because they came by it and have done nothing yet: ${gone.length}`,
    `  staying as they are, because they were changed or came in since: ${kept.length}`,
    'What was signed stays signed.',
  ]
}
