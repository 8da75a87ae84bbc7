// The cards for whoever minds one campaign: what is with them, how it stands, and the form for a later day.
import { buttons, note, plain, strong, text, type Button, type Card } from '../chat/cards.ts'
import { fillFields, line, lines, type Sent } from '../chat/forms.ts'
import { markPractice } from '../chat/practice.ts'
import { compact, defined } from '../kit/defined.ts'
import { sayDay } from '../kit/days.ts'
import { sayAudience } from '../standing/audience.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { noteStanding } from '../standing/words.ts'
import { campaignActions } from './actions.ts'
import { sayAsks } from './hand-cards.ts'
import type { Minded, MindedRow, MindedShow } from './read-minded.ts'

export interface MindedView {
  readonly campaign: Campaign
  readonly title: string
  readonly zone: string
  readonly show: MindedShow
  /** They are not on the first page. */
  readonly later: boolean
  readonly minded: Minded
  readonly done?: string | undefined
}

const shows: Readonly<Record<MindedShow, string>> = {
  owes: 'Have not signed',
  signed: 'Have signed',
  excused: 'Are excused',
}

export function showMinded({ campaign, title, zone, show, later, minded, done }: MindedView): Card {
  const { policy, id, audience, due, pausedOn, practice } = campaign
  const { counts, rows, next } = minded
  const about = { policy, campaign: id }
  const stands = `${counts.signed} of ${counts.signed + counts.owes} have signed; ${counts.owes} have not.`
  const turn = (to: MindedShow): Button => ({
    label: `${shows[to]}: ${counts[to]}`,
    action: campaignActions('mind-campaign', { ...about, show: to }),
  })
  const others = (['owes', 'signed', 'excused'] as const).filter((each) => each !== show || later)
  return markPractice(
    {
      title: `With you: ${title}`,
      tone: 'plain',
      summary: compact([done, stands]).join(' '),
      blocks: compact([
        done !== undefined && text(strong(done)),
        text(strong(stands), ` It asks ${sayAudience(audience)} to sign by ${sayDay(due)}.`),
        pausedOn !== undefined && text(`Its reminders are paused since ${sayDay(pausedOn)}.`),
        { kind: 'heading', text: shows[show] },
        rows.length === 0
          ? text('Nobody.')
          : ({ kind: 'list', ordered: false, items: rows.map((row) => sayRow(row, zone)) } as const),
        buttons(
          ...compact([
            next !== undefined && {
              label: 'Next page',
              action: campaignActions('mind-campaign', { ...about, ...defined({ show, after: next }) }),
            },
            ...others.map(turn),
          ]),
        ),
        buttons(
          { label: 'Remind all who have not signed', action: campaignActions('remind-minded', about) },
          { label: 'Give it a later day', action: campaignActions('prepare-later', about) },
        ),
        note('Only you see this. It is about this one campaign.'),
      ]),
    },
    practice,
  )
}

function sayRow({ person, standing, reminded }: MindedRow, zone: string) {
  const count = reminded === 0 ? '' : `; ${reminded === 1 ? '1 reminder' : `${reminded} reminders`} sent`
  return [strong(`${person.name}:`), { text: ` ${noteStanding(standing, zone)}${count}` }]
}

export function showLaterForm({ id, policy, due, practice }: Campaign, sent: Sent): Card {
  const now = `It is due on ${sayDay(due)}.`
  return markPractice(
    {
      title: 'Give it a later day',
      tone: 'plain',
      summary: now,
      blocks: [
        text(`${now} The reminders start again with the new day.`),
        {
          kind: 'form',
          form: {
            fields: fillFields(
              [
                line('due', 'By which day', 'Such as 18/12/2026. It must be a later one.', true),
                lines('reason', 'Why', 'It is kept in the history, with your name.'),
              ],
              sent,
            ),
            submit: {
              label: 'Give it that day',
              action: campaignActions('give-later', { policy, campaign: id }),
              main: true,
            },
          },
        },
        buttons({ label: 'Leave it', action: campaignActions('mind-campaign', { policy, campaign: id }) }),
      ],
    },
    practice,
  )
}

export function showHandedList(campaigns: readonly Campaign[], titleOf: (policy: string) => string): Card {
  const said =
    campaigns.length === 0
      ? 'Nothing is with you at the moment.'
      : campaigns.length === 1
        ? 'One campaign is with you.'
        : `${campaigns.length} campaigns are with you.`
  return markPractice(
    {
      title: 'Handed to you',
      tone: 'plain',
      summary: said,
      blocks: compact([
        text(said),
        campaigns.length > 0 &&
          ({
            kind: 'list',
            ordered: false,
            items: campaigns.map((each) => plain(sayAsks(each, { titleOf }))),
          } as const),
        campaigns.length > 0 &&
          buttons(
            ...campaigns.map(({ id, policy, due }) => ({
              label: titleOf(policy),
              action: campaignActions('mind-campaign', { policy, campaign: id }),
              spoken: `${titleOf(policy)}, due ${sayDay(due)}`,
            })),
          ),
      ]),
    },
    campaigns[0]?.practice ?? false,
  )
}
