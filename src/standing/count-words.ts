// Words for groups and counts, as SLT reads them.
import type { Group } from '../chat/people.ts'
import type { Bar } from '../chat/cards.ts'
import { compact } from '../kit/defined.ts'
import type { Count, Totals } from './totals.ts'

export const groupNames: Readonly<Record<Group | 'none', string>> = {
  teaching: 'Teaching',
  support: 'Support',
  governor: 'Governors',
  contractor: 'Contractors',
  trainee: 'Trainees',
  volunteer: 'Volunteers',
  none: 'No group yet',
}

/** "14 of 20 have signed (70%). 2 are excused, 1 has left." */
export function sayCount(count: Count): string {
  const rest = compact([
    count.excused > 0 && `${count.excused} ${count.excused === 1 ? 'is' : 'are'} excused`,
    count.left > 0 && `${count.left} ${count.left === 1 ? 'has' : 'have'} left`,
    count.notAsked > 0 && `${count.notAsked} ${count.notAsked === 1 ? 'is' : 'are'} not asked`,
  ])
  const percent = count.percent === undefined ? '' : ` (${count.percent}%)`
  return compact([`${saySigned(count)}${percent}.`, rest.length > 0 && `${rest.join(', ')}.`]).join(' ')
}

/**
 * "14 of 20 have signed"; where nobody is asked and nobody signed, it says that. It holds no names, so it can be shown
 * anywhere.
 */
export function saySigned({ signed, outstanding }: Count): string {
  const asked = signed + outstanding
  if (asked === 0) return 'Nobody is asked to sign yet'
  return `${signed} of ${asked} ${signed === 1 && asked === 1 ? 'has' : 'have'} signed`
}

export function barsOf({ groups }: Totals): readonly Bar[] {
  return groups.map((each) => ({
    label: groupNames[each.group],
    count: each.signed,
    total: each.signed + each.outstanding,
    spoken: each.percent === undefined ? saySigned(each) : `${saySigned(each)} (${each.percent}%)`,
  }))
}
