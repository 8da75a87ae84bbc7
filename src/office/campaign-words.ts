// Why a campaign was not opened or not changed, in the sentences of the office.
import type { ChangeOutcome } from '../campaign/change.ts'
import { sayOutcome } from '../campaign/change-cards.ts'
import type { CampaignOpened } from '../campaign/open-campaign.ts'
import { sayDay } from '../kit/days.ts'
import { never } from '../kit/never.ts'

export function sayOpenRefusal(outcome: Exclude<CampaignOpened, { kind: 'opened' }>): string {
  switch (outcome.kind) {
    case 'already-open':
      return `The same campaign is open already, until ${sayDay(outcome.campaign.due)}.`
    case 'due-passed':
      return 'That day has passed. Choose today or a later one.'
    case 'nobody':
      return 'Say who is asked.'
    case 'no-declaration':
      return 'This edition has no declaration to sign.'
    case 'not-accepted':
      return `${outcome.what} ${outcome.fix}`
    default:
      return never(outcome)
  }
}

export function sayChangeRefusal(outcome: Exclude<ChangeOutcome, { kind: 'changed' }>): string {
  return outcome.kind === 'reason-empty' ? 'Write why, in a few words: it stands in the history.' : sayOutcome(outcome)
}
