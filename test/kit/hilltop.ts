// The smallest school that sends reminders: one policy to sign, with working days all year.
import { usualBelongings } from '../../src/turn/meeting.ts'
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import { addDays, dayIn } from '../../src/kit/days.ts'
import type { Library } from '../../src/turn/library.ts'
import type { Journal } from '../../src/ports/evidence.ts'
import { anEdition, aPolicy, aSection } from './builders.ts'
import { weekdaysAllYear } from './calendar.ts'

const edition = anEdition({
  sections: [aSection('1', 'Words', 'Be kind.'), aSection('2', 'Declaration', 'I am kind.')],
})
const policy = { ...aPolicy(edition), declaration: '2' }
const zone = 'Europe/London'

export const hilltop: Library = {
  school: {
    name: 'Hilltop School',
    shortNames: [],
    zone,
    contacts: {},
    signing: { acceptRestated: [], joinerDays: 14, linkDays: 7, headTo: [] },
    belonging: usualBelongings,
    calendar: weekdaysAllYear,
    reminders: { before: [7, 3, 1, 0], every: 7 },
    keptDays: 90,
  },
  policies: [policy],
  words: [],
  asked: new Map(),
  urgent: [],
  laws: [],
  scenarios: [],
}

/** Opens a campaign that asks everybody to sign, from `now` on. */
export async function askEverybody(journal: Pick<Journal, 'record'>, now: Date): Promise<void> {
  const opened = await journal.record({ policy: policy.id }, (facts) =>
    openCampaign(facts, {
      policy,
      edition,
      audience: { everybody: true, groups: [], roles: [], people: [] },
      due: addDays(dayIn(zone, now), 21),
      practice: false,
      zone,
      accepted: [],
      by: 'operator',
      stamp: { id: 'campaign', at: now, salt: 'salt' },
    }),
  )
  if (opened.kind !== 'opened') throw new Error(`the campaign was not opened: ${opened.kind}`)
}
