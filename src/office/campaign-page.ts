// The page of one campaign: how it stands, what has happened and what is planned, and everything that can be done.
import { sayPreview, sayWhoHears, type CampaignPreview } from '../campaign/preview.ts'
import { sayRhythm } from '../campaign/rhythm.ts'
import type { Rhythm } from '../journal/types.ts'
import { sayDay, type Day } from '../kit/days.ts'
import { capital } from '../kit/text.ts'
import type { Timeline } from '../kit/timeline.ts'
import { sayEdition } from '../policy/cite.ts'
import type { OfficeAnswer, OfficeField, OfficeRequest, Part } from '../ports/office.ts'
import { sayEvery } from '../recurring/words.ts'
import { sayAudience } from '../standing/audience.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { rhythmHint, sayCampaignState } from './campaign-pages.ts'
import type { CampaignTold } from './campaign-told.ts'
import { handingParts } from './handing.ts'
import { doneNote, form, heading, links, list, look, notePart, page, textPart, timelineParts, wrong } from './parts.ts'

export interface CampaignDeed {
  readonly campaign: Campaign
  readonly title: string
  /** A seal over what is shown. */
  readonly seen: string
  readonly today: Day
  readonly reminders: Rhythm
  /** How it stands and what is planned; undefined once it is closed, or has nothing to sign any more. */
  readonly preview: CampaignPreview | undefined
  /** The name of whoever it was handed to. */
  readonly holder?: string | undefined
  readonly told: readonly CampaignTold[]
  /** Undefined where the policy has nothing to sign any more. */
  readonly timeline: Timeline | undefined
  readonly done?: string | undefined
  readonly problem?: readonly string[]
  readonly change?: { readonly campaign: Campaign; readonly preview: CampaignPreview } | undefined
  readonly fields?: OfficeRequest['fields']
}

export function campaignPage(view: CampaignDeed): OfficeAnswer {
  const { campaign, title, preview, done, problem, reminders } = view
  const { audience, due, edition, rhythm, policy } = campaign
  return page(`${title}: ${sayAudience(audience)}`, [
    doneNote(done),
    problem === undefined ? undefined : wrong(...problem),
    list([
      `Asks ${sayAudience(audience)} to sign edition ${sayEdition({ id: edition })}`,
      `Due ${sayDay(due)}`,
      `Reminds ${rhythm === undefined ? `as the school does: ${sayRhythm(reminders)}` : sayRhythm(rhythm)}`,
      `It is ${sayCampaignState(campaign)}`,
    ]),
    preview === undefined ? undefined : notePart(sayPreview({ ...preview, days: [] }).join(' ')),
    links({
      to: `/office/register?policy=${encodeURIComponent(policy)}&standing=unsigned`,
      label: 'Who has not signed',
    }),
    campaign.closedOn === undefined || campaign.recurs !== undefined ? againLink(campaign) : undefined,
    bundleLink(campaign),
    ...timelineParts(view.timeline),
    history(view),
    ...(campaign.closedOn === undefined ? openParts(view) : closedParts(view)),
    links({ to: '/office/campaigns', label: 'All campaigns' }),
  ])
}

function againLink({ id, recurs }: Campaign): Part {
  const label = recurs === undefined ? 'Ask again regularly' : `It is asked for again ${sayEvery(recurs)}`
  return links({ to: `/office/campaigns/${encodeURIComponent(id)}/again`, label })
}

function bundleLink({ round }: Campaign): Part | undefined {
  if (round === undefined) return undefined
  return links({ to: `/office/bundles/${encodeURIComponent(round.bundle)}`, label: `Part of the ${round.title}` })
}

/** What has happened and by whom, and what is planned at present. */
function history({ told, preview, campaign: { pausedOn } }: CampaignDeed): Part {
  const past = told.map(({ on, what, by }) => ({ cells: [sayDay(on), what, by] }))
  const coming = (preview?.days ?? []).filter(({ step }) => step !== 'asked' && step !== 'joining')
  const next = coming.map(({ step, on, out }) => ({ cells: [sayDay(out ?? on), sayStep(step), 'to come'] }))
  return {
    kind: 'table',
    caption: 'What was done by whom, and what is planned',
    head: ['When', 'What', 'Who'],
    rows: pausedOn === undefined ? [...past, ...next] : past,
  }
}

function sayStep(step: string): string {
  if (step.startsWith('late')) return capital(sayWhoHears(step))
  const days = step.slice('due-'.length)
  return days === '0' ? 'A reminder on the day itself' : `A reminder, ${days} ${days === '1' ? 'day' : 'days'} before`
}

function openParts(view: CampaignDeed): Part[] {
  const { campaign, change, fields = {} } = view
  const to = `/office/campaigns/${encodeURIComponent(campaign.id)}`
  const { pausedOn } = campaign
  return [
    heading('Change or extend it'),
    ...(change === undefined ? [] : changeParts(view, { ...change, to })),
    form(to, changeFields(view, fields), { label: 'See what that will do', value: 'look' }),
    links({ to: `${to}/remind`, label: 'Remind all who have not signed' }),
    heading(pausedOn === undefined ? 'Pause the reminders' : 'Let it go on'),
    textPart(
      pausedOn === undefined
        ? 'It still counts as asked, and nobody hears of it until it goes on.'
        : 'Whoever is due hears once, about now; what was missed is not made up for.',
    ),
    form(
      to,
      [],
      pausedOn === undefined
        ? { label: 'Pause the reminders', value: 'pause' }
        : { label: 'Let it go on', value: 'resume' },
    ),
    ...handingParts(to, { holder: view.holder, fields }),
    heading('Close it'),
    textPart(
      'Nobody is asked any more, and nobody is reminded. What was sent and signed stays. It can be opened again.',
    ),
    form(to, [{ kind: 'tick', id: 'sure', label: 'Yes, close this campaign' }], { label: 'Close it', value: 'close' }),
  ]
}

function changeParts(
  { fields = {}, seen }: CampaignDeed,
  { campaign, preview, to }: NonNullable<CampaignDeed['change']> & { readonly to: string },
): Part[] {
  const kept = ['due', 'audience', 'remind', 'reason'].map((id): OfficeField => {
    return { kind: 'kept', id, value: fields[id] ?? '' }
  })
  return [
    look(
      ...preview.doubts.map(({ what }) => what),
      `It would ask ${sayAudience(campaign.audience)} to sign by ${sayDay(campaign.due)}.`,
      ...sayPreview(preview),
    ),
    form(to, [...kept, { kind: 'kept', id: 'seen', value: seen }], { label: 'Change it', value: 'change', main: true }),
  ]
}

function changeFields(
  { campaign, seen, reminders }: CampaignDeed,
  fields: NonNullable<CampaignDeed['fields']>,
): OfficeField[] {
  const { audience, due, rhythm } = campaign
  const line = (id: string, label: string, hint: string): OfficeField => {
    return { kind: 'line', id, label, hint, value: fields[id] ?? '' }
  }
  return [
    { kind: 'kept', id: 'seen', value: seen },
    line('due', 'By which day', `Such as 18/12/2026. Now ${sayDay(due)}; empty: it stays. Reminders start again.`),
    line('audience', 'Who is asked', `${capital(sayAudience(audience))} now. All, groups, roles or email addresses.`),
    line('remind', 'When to remind', rhythmHint(`Now ${sayRhythm(rhythm ?? reminders)}.`)),
    { kind: 'lines', id: 'reason', label: 'Why', hint: 'It stands in the history, with your name.', value: fields['reason'] ?? '' },
  ] // prettier-ignore
}

function closedParts({ campaign }: CampaignDeed): Part[] {
  const to = `/office/campaigns/${encodeURIComponent(campaign.id)}`
  return [
    heading('Open it again'),
    textPart('It goes on as if it had not been closed. Nobody is told again what they have been told.'),
    form(to, [], { label: 'Open it again', value: 'reopen' }),
  ]
}
