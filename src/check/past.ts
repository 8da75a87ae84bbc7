// Somebody's latest rulings, for their home page.
import { note, type Block } from '../chat/cards.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import type { KeptRuling } from '../ports/ports.ts'
import { sayRuling } from './cards.ts'

/** `zone` is the school's. */
export function rulingBlocks(rulings: readonly KeptRuling[], zone: string): Block[] {
  if (rulings.length === 0) return []
  return [
    { kind: 'heading', text: 'Your recent checks' },
    {
      kind: 'list',
      ordered: false,
      items: rulings.map(({ at, ruling }) => [
        { text: `${sayDay(dayIn(zone, at))}: ` },
        { text: sayRuling(ruling), style: 'strong' },
      ]),
    },
    note(
      'Kept are the day, the ruling, and which edition and version of the check it was ruled by: never your answers. Nobody else is shown this.',
    ),
  ]
}
