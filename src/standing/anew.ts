// Campaigns that ask people to sign again: while one is open, what somebody signed or said before it does not count for
// it.
import type { Person } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import { inAudience } from './audience.ts'
import type { Campaign } from './campaigns.ts'
import { isCampaignOpen } from './due.ts'

/** Whether something from that moment is too old for a campaign that asks this person today. */
export function isAskedAnew(person: Person, at: Date, campaigns: readonly Campaign[], today: Day): boolean {
  return askingAnew(campaigns, at).some(
    (each) => isCampaignOpen(each, today) && each.practice === person.practice && inAudience(person, each.audience),
  )
}

/** Of these, those for which it is too old. */
export function askingAnew(campaigns: readonly Campaign[], at: Date): readonly Campaign[] {
  // A shortcut: nearly always none asks again, and a whole county is judged person by person.
  return campaigns.some(({ since }) => since !== undefined)
    ? campaigns.filter(({ since }) => since !== undefined && at < since)
    : none
}

const none: readonly Campaign[] = []
