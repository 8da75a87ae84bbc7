// A campaign in one line, as `campaign` lists it.
import { sayRhythm } from '../campaign/rhythm.ts'
import { compact } from '../kit/defined.ts'
import { sayDay } from '../kit/days.ts'
import { sayAudience } from '../standing/audience.ts'
import { sayEvery } from '../recurring/words.ts'
import type { Campaign } from '../standing/campaigns.ts'

export function sayCampaign(campaign: Campaign): string {
  const { id, policy, edition, audience, due, openedOn, closedOn, practice, rhythm, pausedOn, recurs, handed } =
    campaign
  const state = compact([
    closedOn === undefined ? `open since ${sayDay(openedOn)}` : `closed on ${sayDay(closedOn)}`,
    !(pausedOn === undefined || closedOn !== undefined) && `paused since ${sayDay(pausedOn)}`,
    rhythm !== undefined && `reminds ${sayRhythm(rhythm)}`,
    handed !== undefined && 'handed to a named person',
    recurs !== undefined && `asked for again ${sayEvery(recurs)}`,
    recurs?.agreed !== undefined && `agreed from ${sayDay(recurs.agreed.opens)}`,
  ]).join('; ')
  return `${practice ? 'PRACTICE ' : ''}${id}: asks ${sayAudience(audience)} to sign ${policy}, edition ${edition}, by ${sayDay(due)}; ${state}.`
}
