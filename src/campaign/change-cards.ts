// The cards for changing a campaign, and for confirming that one is closed.
import type { Action, ActionOf } from '../chat/actions.ts'
import { buttons, note, text, type Card } from '../chat/cards.ts'
import { fillFields, line, type Sent } from '../chat/forms.ts'
import { markPractice } from '../chat/practice.ts'
import { sayDay } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { capital } from '../kit/text.ts'
import { sayAudience } from '../standing/audience.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { campaignActions } from './actions.ts'
import type { ChangeOutcome } from './change.ts'
import { showBeforeChanging } from './preview-cards.ts'
import { sayPreview, type CampaignPreview } from './preview.ts'
import { sayRhythm } from './rhythm.ts'

export function showAskClose(
  { id, policy, audience, due, practice }: Campaign,
  { outstanding, title }: { readonly outstanding: number; readonly title: string },
): Card {
  const still =
    outstanding === 0
      ? 'Everybody who is asked has signed.'
      : `${outstanding === 1 ? '1 person has' : `${outstanding.toLocaleString('en-GB')} people have`} not signed the ${title} yet.`
  const ask = `Close the campaign that asks ${sayAudience(audience)} by ${sayDay(due)}? ${still}`
  return showAskClosing(
    {
      title: 'Close this campaign?',
      ask,
      close: campaignActions('confirm-close-campaign', { policy, campaign: id }),
      leave: campaignActions('campaigns', { policy }),
    },
    practice,
  )
}

interface AskClosing {
  readonly title: string
  /** The question, with how many have not signed. */
  readonly ask: string
  readonly close: Action
  readonly leave: Action
}

/** Asks before people stop being asked; for one document, or for several that are asked for together. */
export function showAskClosing({ title, ask, close, leave }: AskClosing, practice: boolean): Card {
  return markPractice(
    {
      title,
      tone: 'caution',
      summary: ask,
      blocks: [
        text(ask),
        text('Nobody is asked any more, and nobody is reminded. What was signed stays signed. It can be opened again.'),
        buttons({ label: 'Close it', action: close, main: true }, { label: 'Leave it open', action: leave }),
      ],
    },
    practice,
  )
}

export function showChange(campaign: Campaign, sent: Sent): Card {
  const { id, policy, audience, due, rhythm, practice } = campaign
  const now = `It asks ${sayAudience(audience)} to sign by ${sayDay(due)}.`
  const rhythmNow = rhythm === undefined ? 'as the school reminds' : sayRhythm(rhythm)
  return markPractice(
    {
      title: 'Change this campaign',
      tone: 'plain',
      summary: now,
      blocks: [
        text(`${now} What you leave empty stays as it is.`),
        {
          kind: 'form',
          form: {
            fields: fillFields(
              [
                line('due', 'By which day', `Such as 18/12/2026. Now ${sayDay(due)}.`, false),
                line(
                  'audience',
                  'Who is asked',
                  `${capital(sayAudience(audience))} now. Write all, groups, roles or email addresses, with commas between them.`,
                  false,
                ),
                line('remind', 'When to remind', `Such as 14, 7, 1, 0, then every 7. Now ${rhythmNow}.`, false),
              ],
              sent,
            ),
            submit: {
              label: 'Show what it will do',
              action: campaignActions('change-campaign', { policy, campaign: id }),
              main: true,
            },
          },
        },
        buttons({ label: 'Back to the campaigns', action: campaignActions('campaigns', { policy }) }),
        note('Nothing is changed yet. Whoever no longer belongs to it is not asked any more.'),
      ],
    },
    practice,
  )
}

interface ChangeShown {
  /** As it would be. */
  readonly campaign: Campaign
  readonly preview: CampaignPreview
  readonly confirms: Omit<ActionOf<typeof campaignActions, 'confirm-change'>, 'do'>
  readonly sent: Sent
}

export function showChangePreview({ campaign, preview, confirms, sent }: ChangeShown): Card {
  const { policy, audience, due, rhythm } = campaign
  const reminds = rhythm === undefined ? '' : ` It reminds ${sayRhythm(rhythm)}.`
  return showBeforeChanging(
    {
      line: `It would ask ${sayAudience(audience)} to sign by ${sayDay(due)}.${reminds}`,
      doubts: preview.doubts,
      items: sayPreview(preview),
      confirm: campaignActions('confirm-change', confirms),
      sent,
      back: {
        label: 'Change something',
        action: campaignActions('prepare-change', { policy, campaign: campaign.id }),
      },
    },
    campaign.practice,
  )
}

export function sayOutcome(outcome: ChangeOutcome): string {
  switch (outcome.kind) {
    case 'changed':
      return `Changed. It asks ${sayAudience(outcome.campaign.audience)} to sign by ${sayDay(outcome.campaign.due)}.`
    case 'no-change':
      return 'That is how it is already.'
    case 'reason-empty':
      return 'Say why it is changed.'
    case 'due-passed':
      return `That day has passed: today is ${sayDay(outcome.today)}.`
    case 'closed':
      return `It was closed on ${sayDay(outcome.on)}.`
    case 'no-such-campaign':
      return 'There is no such campaign.'
    default:
      return never(outcome)
  }
}
