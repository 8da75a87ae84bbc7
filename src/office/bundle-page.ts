// The page of one bundle: who reads what, how far everybody is, what has happened, and everything that can be done.
import type { BundleParts } from '../bundle/parts.ts'
import { sayRoundPreview, type RoundPreview } from '../bundle/preview.ts'
import type { RoundStand } from '../bundle/read-round-count.ts'
import { sayRoundDays, sayRoundProgress, sayRoundState } from '../bundle/words.ts'
import { sayRhythm } from '../campaign/rhythm.ts'
import type { Rhythm } from '../journal/types.ts'
import { sayDay } from '../kit/days.ts'
import { compact } from '../kit/defined.ts'
import { capital } from '../kit/text.ts'
import type { Timeline } from '../kit/timeline.ts'
import { sayEdition } from '../policy/cite.ts'
import type { OfficeAnswer, OfficeField, OfficeRequest, Part } from '../ports/office.ts'
import { sayEvery } from '../recurring/words.ts'
import { sayAudience } from '../standing/audience.ts'
import type { Bundle } from '../standing/bundles.ts'
import { openParts, type Round } from '../standing/rounds.ts'
import { askFields } from './bundle-pages.ts'
import { rhythmHint } from './campaign-pages.ts'
import type { CampaignTold } from './campaign-told.ts'
import { handingParts } from './handing.ts'
import {
  doneNote,
  form,
  heading,
  links,
  list,
  look,
  notePart,
  page,
  textPart,
  timelineParts,
  typedIn,
  wrong,
} from './parts.ts'

export interface BundleDeed {
  readonly bundle: Bundle
  /** Newest first. */
  readonly rounds: readonly Round[]
  readonly open: Round | undefined
  readonly parts: BundleParts
  /** Why its duties cannot be read. */
  readonly wrongDuty: string | undefined
  /** A seal over the open round as it is shown. */
  readonly seen: string | undefined
  /** The name of whoever the open round was handed to. */
  readonly holder: string | undefined
  readonly reminders: Rhythm
  readonly stand: RoundStand | undefined
  /** What has happened to the newest round. */
  readonly told: readonly CampaignTold[]
  /** Of the newest round. */
  readonly timeline: Timeline | undefined
  readonly titleOf: (policy: string) => string
  readonly done?: string | undefined
  readonly problem?: readonly string[]
  readonly change?: { readonly round: Round; readonly preview: RoundPreview }
  /** As they were typed. */
  readonly fields?: OfficeRequest['fields']
  readonly errors?: Readonly<Record<string, string>>
}

export function bundlePage(view: BundleDeed): OfficeAnswer {
  const { bundle, open, done, problem = [], errors = {}, wrongDuty } = view
  const trouble = [...problem, ...Object.values(errors)]
  return page(bundle.title, [
    doneNote(done),
    trouble.length === 0 ? undefined : wrong(...trouble),
    wrongDuty === undefined ? undefined : look(wrongDuty),
    textPart(open === undefined ? 'Nobody is asked for it now.' : `${capital(sayRoundState(open))}.`),
    ...(open === undefined ? [] : standParts(view, open)),
    ...dutyParts(view),
    ...(open === undefined ? closedParts(view) : runningParts(view, open)),
    ...timelineParts(view.timeline),
    ...history(view),
    links({ to: '/office/bundles', label: 'All bundles' }),
  ])
}

function standParts({ stand, titleOf, reminders }: BundleDeed, open: Round): Part[] {
  const [first] = openParts(open)
  const home = `/office/bundles/${encodeURIComponent(open.bundle)}`
  const rows = open.parts.map(({ id, policy, audience, edition }) => {
    const count = stand?.documents.get(policy)
    const signed = count === undefined ? 'It has nothing to sign any more' : sayRoundProgress(count)
    const to = `/office/campaigns/${encodeURIComponent(id)}`
    return { to, cells: [titleOf(policy), sayEdition({ id: edition }), capital(sayAudience(audience)), signed] }
  })
  const rhythm = first?.rhythm
  return compact([
    stand && textPart(`${sayRoundProgress(stand.everybody)}, all of their documents.`),
    textPart(`It reminds ${rhythm === undefined ? `as the school does: ${sayRhythm(reminders)}` : sayRhythm(rhythm)}.`),
    { kind: 'table', caption: 'How far it is', head: ['Document', 'Edition', 'Who is asked', 'Signed'], rows },
    links(
      { to: `${home}/owed`, label: 'Who owes what' },
      { to: `${home}/remind`, label: 'Remind all who have not signed' },
      againWay(open),
    ),
  ])
}

function againWay({ parts }: Round) {
  const first = parts.find(({ recurs }) => recurs !== undefined) ?? parts[0]
  const label = first?.recurs === undefined ? 'Ask again regularly' : `It is asked for again ${sayEvery(first.recurs)}`
  return { to: `/office/campaigns/${encodeURIComponent(first?.id ?? '')}/again`, label }
}

/** What the school's file says; a round that is open goes on as it was opened. */
function dutyParts({ bundle, parts: { parts, missing }, open }: BundleDeed): Part[] {
  if (bundle.duties.length === 0)
    return [notePart('The file of this bundle is not there any more. What was asked stays as it was.')]
  const lost = missing.map((id) =>
    look(`There is no policy ${id} here with something to sign, so nobody is asked for it.`),
  )
  const rows = parts.map(({ matter: { edition }, audience }) => {
    return { cells: [edition.title, sayEdition(edition), capital(sayAudience(audience))] }
  })
  const caption = open === undefined ? 'Who reads what' : 'Who reads what when it is asked the next time'
  return [
    ...lost,
    rows.length === 0
      ? textPart('There is nothing to sign in any of its documents.')
      : { kind: 'table', caption, head: ['Document', 'Edition', 'Who'], rows },
    links({ to: `/office/bundles/${encodeURIComponent(bundle.id)}/write`, label: 'Change who reads what' }),
  ]
}

function closedParts({ bundle, rounds, fields = {}, errors = {}, parts }: BundleDeed): Part[] {
  const to = `/office/bundles/${encodeURIComponent(bundle.id)}`
  const [last] = rounds
  const ask = [
    heading('Ask for it'),
    form(to, askFields(fields, errors), { label: 'See what it will do', value: 'look', main: true }),
    notePart('Nothing is sent before you have seen what it will do and opened it.'),
  ]
  const reopen = (round: Round) => [
    heading('Open the last one again'),
    textPart(
      `It asked for its documents by ${sayRoundDays(round)}. It goes on as if it had not been closed, and nobody is told again what they have been told.`,
    ),
    form(to, [{ kind: 'kept', id: 'round', value: round.id }], { label: 'Open the last one again', value: 'reopen' }),
  ]
  return [...(parts.parts.length === 0 ? [] : ask), ...(last === undefined ? [] : reopen(last))]
}

function runningParts(view: BundleDeed, open: Round): Part[] {
  const { change, fields = {}, errors = {}, seen = '', stand, reminders } = view
  const to = `/office/bundles/${encodeURIComponent(open.bundle)}`
  const round: OfficeField = { kind: 'kept', id: 'round', value: open.id }
  const paused = openParts(open).some(({ pausedOn }) => pausedOn !== undefined)
  const owe = stand?.everybody.owe ?? 0
  const still =
    owe === 0
      ? 'Everybody has signed all of it.'
      : `${owe === 1 ? '1 person owes' : `${owe} people owe`} something of it.`
  const about = { open, to, kept: [round, { kind: 'kept', id: 'seen', value: seen }] } as const
  return [
    heading('Change or extend it'),
    ...(change === undefined ? [] : changeParts(change, { ...about, fields })),
    form(to, changeFields({ ...about, fields, errors, reminders }), {
      label: 'See what that will do',
      value: 'look-change',
    }),
    heading(paused ? 'Let it go on' : 'Pause the reminders'),
    textPart(
      paused
        ? 'Whoever is due hears once, about now; what was missed is not made up for.'
        : 'It still counts as asked, and nobody hears of it until it goes on.',
    ),
    form(
      to,
      [round],
      paused ? { label: 'Let it go on', value: 'resume' } : { label: 'Pause the reminders', value: 'pause' },
    ),
    ...handingParts(to, { holder: view.holder, fields, kept: [round] }),
    heading('Close it'),
    textPart(`${still} Once it is closed nobody is asked or reminded. What was signed stays. It can be opened again.`),
    form(to, [round, { kind: 'tick', id: 'sure', label: `Yes, close the ${open.title}` }], {
      label: 'Close it',
      value: 'close',
    }),
  ]
}

interface Changing {
  readonly open: Round
  readonly to: string
  readonly kept: readonly OfficeField[]
  readonly fields: OfficeRequest['fields']
}

function changeParts({ round, preview }: NonNullable<BundleDeed['change']>, { to, kept, fields }: Changing): Part[] {
  const typed = ['due', 'remind', 'reason'].map((id): OfficeField => ({ kind: 'kept', id, value: fields[id] ?? '' }))
  return [
    look(
      ...preview.doubts.map(({ what }) => what),
      `It would ask for its documents by ${sayRoundDays(round)}.`,
      ...sayRoundPreview(preview),
    ),
    form(to, [...kept, ...typed], { label: 'Change it', value: 'change', main: true }),
  ]
}

function changeFields({
  open,
  kept,
  fields,
  errors,
  reminders,
}: Changing & Pick<Required<BundleDeed>, 'errors' | 'reminders'>): OfficeField[] {
  const field = typedIn(fields, errors)
  const rhythm = openParts(open)[0]?.rhythm ?? reminders
  return [
    ...kept,
    field(
      'line',
      'due',
      'By which day',
      `Such as 18/12/2026. Now ${sayRoundDays(open)}; empty: it stays. Reminders start again.`,
    ),
    field('line', 'remind', 'When to remind', rhythmHint(`Now ${sayRhythm(rhythm)}.`)),
    field('lines', 'reason', 'Why', 'It stands in the history, with your name.'),
  ]
}

/** What has happened to the newest round and by whom, and the rounds before it. */
function history({ told, rounds }: BundleDeed): Part[] {
  const [newest, ...before] = rounds
  if (newest === undefined) return []
  const rows = told.map(({ on, what, by }) => ({ cells: [sayDay(on), what, by] }))
  return [
    { kind: 'table', caption: 'What was done by whom', head: ['When', 'What', 'Who'], rows },
    ...(before.length === 0
      ? []
      : [heading('Asked before'), list(before.map((round) => capital(sayRoundState(round))))]),
  ]
}
