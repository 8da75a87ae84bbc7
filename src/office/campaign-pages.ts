// The pages about campaigns: all of them, one before it begins, and one with how it stands and what is planned.
import { sayPreview, type CampaignPreview } from '../campaign/preview.ts'
import type { CampaignFields } from '../campaign/read-asked.ts'
import { sayRhythm } from '../campaign/rhythm.ts'
import { groups } from '../chat/people.ts'
import type { Rhythm } from '../journal/types.ts'
import { sayDay } from '../kit/days.ts'
import { capital } from '../kit/text.ts'
import { sayEdition } from '../policy/cite.ts'
import type { OfficeAnswer, OfficeField, OfficeRequest, Part } from '../ports/office.ts'
import { sayAudience } from '../standing/audience.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { groupNames } from '../standing/count-words.ts'
import type { Matter } from '../turn/matter.ts'
import { back, doneNote, form, heading, links, list, look, notePart, page, textPart, typedIn, wrong } from './parts.ts'

const mostClosed = 30

interface CampaignsListed {
  readonly matters: readonly Matter[]
  /** Newest first. */
  readonly campaigns: readonly Campaign[]
  readonly done: string | undefined
}

export function campaignsPage({ matters, campaigns, done }: CampaignsListed): OfficeAnswer {
  const titleOf = (id: string) => matters.find(({ policy }) => policy.id === id)?.edition.title ?? id
  const table = (caption: string, own: readonly Campaign[]): Part => ({
    kind: 'table',
    caption,
    head: ['Who is asked', 'Policy', 'By which day', 'How it stands'],
    rows: own.map((each) => ({
      to: `/office/campaigns/${encodeURIComponent(each.id)}`,
      cells: [capital(sayAudience(each.audience)), titleOf(each.policy), sayDay(each.due), sayCampaignState(each)],
    })),
  })
  const open = campaigns.filter(({ closedOn }) => closedOn === undefined)
  const closed = campaigns.filter(({ closedOn }) => closedOn !== undefined).slice(0, mostClosed)
  return page('Campaigns', [
    doneNote(done),
    open.length === 0 ? textPart('No campaign is open: nobody is asked to sign.') : table('Open', open),
    matters.length === 0
      ? notePart('No policy has a declaration to sign yet. Under Policies you say what staff sign.')
      : links({ to: '/office/campaigns/new', label: 'Ask people to sign' }),
    closed.length === 0 ? undefined : table('Closed', closed),
    back,
  ])
}

export function sayCampaignState({ closedOn, pausedOn, openedOn }: Campaign): string {
  if (closedOn !== undefined) return `closed on ${sayDay(closedOn)}`
  return pausedOn === undefined ? `open since ${sayDay(openedOn)}` : `reminders paused since ${sayDay(pausedOn)}`
}

export interface NewCampaign {
  readonly matters: readonly Matter[]
  readonly reminders: Rhythm
  /** As they were typed. */
  readonly fields: OfficeRequest['fields']
  readonly errors?: CampaignFields
  readonly problem?: readonly string[]
  /** What it would do. */
  readonly shown?: {
    readonly matter: Matter
    readonly asked: Pick<Campaign, 'audience' | 'due'>
    readonly preview: CampaignPreview
  }
}

export function newCampaignPage(view: NewCampaign): OfficeAnswer {
  const { problem, errors = {}, shown } = view
  const trouble = [...(problem ?? []), ...Object.values(errors)]
  return page(shown === undefined ? 'Ask people to sign' : 'Before it begins', [
    trouble.length === 0 ? undefined : wrong(...trouble),
    ...(shown === undefined ? [] : previewParts(view, shown)),
    shown === undefined ? undefined : heading('Change something'),
    form('/office/campaigns/new', newFields(view), shown === undefined ? lookFirst : lookAgain),
    notePart('Nothing is sent before you have seen what it will do and opened it.'),
    links({ to: '/office/campaigns', label: 'All campaigns' }),
  ])
}

const lookFirst = { label: 'See what it will do', value: 'look', main: true } as const
const lookAgain = { label: 'See what it will do', value: 'look' } as const

function previewParts(
  { fields }: NewCampaign,
  { matter: { edition }, asked, preview }: NonNullable<NewCampaign['shown']>,
): Part[] {
  const kept = ['policy', 'audience', 'others', 'due', 'remind'].map((id): OfficeField => {
    return { kind: 'kept', id, value: fields[id] ?? '' }
  })
  const doubtful = preview.doubts.length > 0
  return [
    ...preview.doubts.map(({ what }) => look(what)),
    textPart(
      `It asks ${sayAudience(asked.audience)} to sign the ${edition.title}, edition ${sayEdition(edition)}, by ${sayDay(asked.due)}.`,
    ),
    list(sayPreview(preview)),
    notePart('What has been sent and signed stays when you close it again.'),
    form('/office/campaigns/new', [...kept, { kind: 'kept', id: 'edition', value: edition.id }], {
      label: doubtful ? 'Open it all the same' : 'Open it',
      value: 'open',
      main: true,
    }),
  ]
}

function newFields({ matters, reminders, fields, errors = {} }: NewCampaign): OfficeField[] {
  const policies = matters.map(({ policy, edition }) => ({ id: policy.id, label: edition.title }))
  const field = typedIn(fields, errors)
  return [
    { kind: 'choice', id: 'policy', label: 'What they sign', options: policies, value: fields['policy'] ?? '' },
    {
      kind: 'choice',
      id: 'audience',
      label: 'Who is asked',
      value: fields['audience'] ?? 'all',
      options: [
        { id: 'all', label: 'Everybody' },
        ...groups.map((id) => ({ id, label: groupNames[id] })),
        { id: 'slt', label: 'Senior leadership team' },
        { id: 'others', label: 'As written below' },
      ],
    },
    field('line', 'others', 'Or several', 'Groups, roles or email addresses, with commas between them.'),
    { ...field('line', 'due', 'By which day', 'Such as 2026-12-18 or 18/12/2026.'), required: true },
    field('line', 'remind', 'When to remind', rhythmHint(`Empty: ${sayRhythm(reminders)}.`)),
  ]
}

export const rhythmHint = (now: string) =>
  `Days before that day, 0 being the day itself, and how often afterwards, such as 14, 7, 1, 0, then every 7. ${now}`
