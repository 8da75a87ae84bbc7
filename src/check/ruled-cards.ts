// What SLT is told about a reference that somebody quotes: that this ruling was made, or that it was not.
import { note, text, type Card } from '../chat/cards.ts'
import { sayDay, dayIn } from '../kit/days.ts'
import type { KeptRuling } from '../ports/ports.ts'
import { sayRuling } from './cards.ts'

/**
 * For the person who checks it, in lines; `zone` is the school's. It does not say who asked: the reference came from
 * them.
 */
export function sayChecked(kept: KeptRuling | undefined, zone: string): string[] {
  if (kept === undefined)
    return [
      'No ruling with this reference is kept.',
      'It may have been changed, it may be older than rulings are kept, or the person’s account may have been erased.',
    ]
  const { at, ruling, scenario, version = '', edition = '' } = kept
  return [
    `This reference is as it was given: “${sayRuling(ruling)}”, ruled on ${sayDay(dayIn(zone, at))}.`,
    `By ${scenario}, version ${version}, under ${edition}. The rules in the reference are those that led to it.`,
  ]
}

export function showChecked(kept: KeptRuling | undefined, zone: string): Card {
  const [first = '', second = ''] = sayChecked(kept, zone)
  return {
    title: kept === undefined ? 'I do not know that reference' : 'That reference is right',
    tone: kept === undefined ? 'unsure' : 'done',
    summary: first,
    blocks: [text(first), text(second), note('The answers stand on the person’s own card, and nowhere else.')],
  }
}
