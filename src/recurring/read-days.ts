// Reads the days that somebody wants for the next round, in chat, in the office and on the command line.
import { readDayCell } from '../people/cells.ts'
import type { NextRound } from './next.ts'

type Fields = Readonly<Record<string, string>>

type ReadDays =
  { readonly kind: 'days'; readonly days: NextRound } | { readonly kind: 'wrong'; readonly errors: Fields }

/** Empty fields leave the day as it is. */
export function readDays({ opens: from = '', due: by = '' }: Fields, now: NextRound | undefined): ReadDays {
  const [opens, due] = [readDayCell(from.trim()), readDayCell(by.trim())]
  if (opens.kind === 'wrong') return { kind: 'wrong', errors: { opens: opens.fix } }
  if (due.kind === 'wrong') return { kind: 'wrong', errors: { due: due.fix } }
  const days = {
    opens: opens.value === 'none' ? now?.opens : opens.value,
    due: due.value === 'none' ? now?.due : due.value,
  }
  if (days.opens === undefined) return { kind: 'wrong', errors: { opens: 'Write the day on which it opens.' } }
  if (days.due === undefined) return { kind: 'wrong', errors: { due: 'Write the day by which they sign.' } }
  if (days.due < days.opens) return { kind: 'wrong', errors: { due: 'That is before it opens. Choose a later day.' } }
  return { kind: 'days', days: { opens: days.opens, due: days.due } }
}
