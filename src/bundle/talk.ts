// Bundles as a conversation: SLT looks at them, asks for one, and closes, pauses and changes what is asked.
import { sendsLetters } from '../outbox/letters.ts'
import type { ActionOf } from '../chat/actions.ts'
import { nothingSent, type Sent } from '../chat/forms.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { readRhythm } from '../campaign/rhythm.ts'
import type { Person } from '../chat/people.ts'
import { dayIn, instantAt, sayDay } from '../kit/days.ts'
import { defined } from '../kit/defined.ts'
import { readDayCell } from '../people/cells.ts'
import type { Bundle } from '../standing/bundles.ts'
import { openParts, roundsOf, type Round } from '../standing/rounds.ts'
import { mattersOf } from '../turn/matter.ts'
import { byNow, permitAny, quietly } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import type { bundleActions } from './actions.ts'
import { showAskCloseRound, showBundle, showBundlePreview, showBundles } from './cards.ts'
import { openRound } from './open-round.ts'
import { signOfParts, type BundleParts } from './parts.ts'
import { readParts } from './read-parts.ts'
import { readRoundStand, type RoundStand } from './read-round-count.ts'
import { readRoundPreview } from './read-round-preview.ts'
import { stampsAt } from './stamps.ts'
import { turnRound } from './turn-round.ts'
import { sayRoundRefusal } from './words.ts'

type Fields = Readonly<Record<string, string>>

export async function openBundles(turn: Turn): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'run-campaign')
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const rounds = await roundsIn(turn, by)
  const { bundles = [] } = turn.library
  const [only, ...others] = bundles
  if (only !== undefined && others.length === 0) return [await bundleReply(turn, { by, bundle: only }, nothingSent)]
  const lines = bundles.map((bundle) => ({ bundle, round: rounds.find((round) => round.bundle === bundle.id) }))
  return [privately(showBundles(lines, by.practice))]
}

export async function openBundle(turn: Turn, { bundle: id }: { bundle: string }): Promise<Reply[]> {
  const permitted = await permitBundle(turn, id)
  return permitted.kind === 'refused' ? permitted.replies : [await bundleReply(turn, permitted, nothingSent)]
}

/** Shows what it will do. Nothing is opened yet. */
export async function hearBundle(turn: Turn, { bundle: id }: { bundle: string }, fields: Fields): Promise<Reply[]> {
  const permitted = await permitBundle(turn, id)
  if (permitted.kind === 'refused') return permitted.replies
  const again = async (errors: Fields) => [await bundleReply(turn, permitted, { fields, errors })]
  const { by, bundle } = permitted
  const { due = '', remind = '', earlier } = fields
  const day = readDayCell(due.trim())
  if (day.kind === 'wrong') return again({ due: day.fix })
  if (day.value === 'none') return again({ due: 'Write the day by which they sign.' })
  const { school } = turn.library
  const rhythm = readRhythm(remind, school.reminders)
  if (rhythm.kind === 'wrong') return again({ remind: rhythm.fix })
  const read = await readParts(turn.ports, bundle, mattersOf(turn))
  if (read.kind === 'problem') return again({ due: read.what })
  const since = sinceFor(turn, earlier === 'anew')
  const request = requestOf(turn, { by, bundle, parts: read.parts, due: day.value, rhythm: rhythm.rhythm, since })
  const { outcome } = openRound({ campaigns: await turn.ports.journal.campaigns() }, request)
  if (outcome.kind !== 'opened') return again({ due: sayRoundRefusal(outcome) })
  const preview = await readRoundPreview(turn.ports, {
    bundle: read.parts,
    due: day.value,
    since,
    rhythm: rhythm.rhythm ?? school.reminders,
    practice: by.practice,
    calendar: school.calendar,
    escalation: school.escalation,
    now: turn.now,
    letters: sendsLetters(turn.ports),
  })
  const confirms = {
    ...{ bundle: id, due: day.value, shows: signOfParts(read.parts) },
    ...defined({
      remind: remind.trim() === '' ? undefined : remind,
      anew: since === undefined ? undefined : true,
    }),
  }
  return [quietly(turn, showBundlePreview({ bundle, parts: read.parts, preview, confirms }, by.practice))]
}

export async function confirmBundle(
  turn: Turn,
  { bundle: id, due, shows, remind = '', anew = false }: ActionOf<typeof bundleActions, 'confirm-bundle'>,
): Promise<Reply[]> {
  const permitted = await permitBundle(turn, id)
  if (permitted.kind === 'refused') return permitted.replies
  const { by, bundle } = permitted
  const sent = { fields: { due, remind, earlier: anew ? 'anew' : 'count' }, errors: {} }
  const day = readDayCell(due)
  const rhythm = readRhythm(remind, turn.library.school.reminders)
  const read = await readParts(turn.ports, bundle, mattersOf(turn))
  if (day.kind === 'wrong' || day.value === 'none' || rhythm.kind === 'wrong') return [privately(staleCard())]
  if (read.kind === 'problem' || signOfParts(read.parts) !== shows)
    return [await bundleReply(turn, { ...permitted, done: otherwise }, sent)]
  const since = sinceFor(turn, anew)
  const request = requestOf(turn, { by, bundle, parts: read.parts, due: day.value, rhythm: rhythm.rhythm, since })
  const outcome = await turn.ports.journal.record({}, (facts) => openRound(facts, request))
  const done =
    outcome.kind === 'opened'
      ? `Open. Everybody is asked for what their duties hold, by ${sayDay(day.value)}.`
      : sayRoundRefusal(outcome)
  return [await bundleReply(turn, { ...permitted, done }, outcome.kind === 'opened' ? nothingSent : sent)]
}

const otherwise =
  'The documents, or who reads them, have changed since I showed you what it would do, so nothing was opened. Please look again.'

interface Asking {
  readonly by: Person
  readonly bundle: Bundle
  readonly parts: BundleParts
  readonly due: Parameters<typeof openRound>[1]['due']
  readonly rhythm: Parameters<typeof openRound>[1]['rhythm']
  readonly since: Date | undefined
}

/** Where everybody is asked anew, only signatures from today on count. */
function sinceFor({ library, now }: Turn, anew: boolean): Date | undefined {
  const { zone } = library.school
  return anew ? instantAt(dayIn(zone, now), 0, zone) : undefined
}

function requestOf(turn: Turn, { by, bundle, parts: { parts }, due, rhythm, since }: Asking) {
  const { zone, signing } = turn.library.school
  const about = { bundle, parts, due, rhythm, since, practice: by.practice, zone, accepted: signing.acceptRestated }
  return { ...about, by: byNow(turn, by).by, stamps: stampsAt(turn.now, turn.ports.newId) }
}

/** Once closed it asks nobody any more, so this is confirmed first. */
export async function askCloseRound(turn: Turn, { round: id }: { round: string }): Promise<Reply[]> {
  const permitted = await permitRound(turn, id)
  if (permitted.kind === 'refused') return permitted.replies
  const { by, round } = permitted
  return [quietly(turn, showAskCloseRound(round, await countOf(turn, round), by.practice))]
}

const verbs = {
  'confirm-close-round': ['close', 'It is closed. What was signed stays signed.'],
  'reopen-round': ['reopen', 'It is open again, as it was. Nobody is told again what they have been told.'],
  'pause-round': [
    'pause',
    'The reminders are paused. It still counts as asked, and nobody hears of it until it goes on.',
  ],
  'resume-round': ['resume', 'It goes on. Whoever is due hears once, about now; what was missed is not made up for.'],
} as const

/** Closes a round, reopens it, pauses its reminders, or lets them go on. */
export async function pressRound(
  turn: Turn,
  { do: what, round: id }: ActionOf<typeof bundleActions, keyof typeof verbs>,
): Promise<Reply[]> {
  const permitted = await permitRound(turn, id)
  if (permitted.kind === 'refused') return permitted.replies
  const [verb, done] = verbs[what]
  const request = { verb, round: id, ...turningBy(turn, permitted.by) }
  const outcome = await turn.ports.journal.record({}, (facts) => turnRound(facts, request))
  const said = {
    done,
    unchanged: 'It was like that already. Nothing was changed.',
    'no-such-round': 'It is not there any more.',
    'another-open': 'It is being asked in another round, so this one stays closed.',
  }[outcome.kind]
  return [await bundleReply(turn, { ...permitted, done: said }, nothingSent)]
}

export function turningBy(turn: Turn, person: Person) {
  return { zone: turn.library.school.zone, by: byNow(turn, person).by, stamps: stampsAt(turn.now, turn.ports.newId) }
}

interface Shown {
  readonly by: Person
  readonly bundle: Bundle
  readonly done?: string | undefined
}

export async function bundleReply(turn: Turn, { by, bundle, done }: Shown, sent: Sent): Promise<Reply> {
  const rounds = (await roundsIn(turn, by)).filter((round) => round.bundle === bundle.id)
  const open = rounds.find((round) => openParts(round).length > 0)
  const read = await readParts(turn.ports, bundle, mattersOf(turn))
  const parts = read.kind === 'parts' ? read.parts : { parts: [], missing: [] }
  const problem = read.kind === 'problem' ? read.what : undefined
  const titleOf = (policy: string) => turn.desk.shelf.edition(policy)?.title ?? policy
  const count = open && (await countOf(turn, open))
  const view = { bundle, rounds, parts, count, titleOf, practice: by.practice, done: done ?? problem }
  return quietly(turn, showBundle(view, sent))
}

function countOf(turn: Turn, round: Round): Promise<RoundStand> {
  return readRoundStand(turn.ports, { round, matters: mattersOf(turn), letters: sendsLetters(turn.ports) })
}

/** Those of somebody's own world, newest first. */
async function roundsIn({ ports }: Turn, { practice }: Person): Promise<readonly Round[]> {
  return roundsOf(await ports.journal.campaigns()).filter((round) => round.practice === practice)
}

type Refused = Extract<Awaited<ReturnType<typeof permitAny>>, { kind: 'refused' }>
const stale: Refused = { kind: 'refused', replies: [privately(staleCard())] }

async function permitBundle(turn: Turn, id: string): Promise<Refused | (Shown & { readonly kind: 'may' })> {
  const permitted = await permitAny(turn, 'run-campaign')
  if (permitted.kind === 'refused') return permitted
  const bundle = turn.library.bundles?.find((each) => each.id === id)
  return bundle === undefined ? stale : { ...permitted, bundle }
}

/** A round lives on even if the school has removed the bundle's file meanwhile. */
export async function permitRound(
  turn: Turn,
  id: string,
): Promise<Refused | (Shown & { readonly kind: 'may'; readonly round: Round })> {
  const permitted = await permitAny(turn, 'run-campaign')
  if (permitted.kind === 'refused') return permitted
  const round = (await roundsIn(turn, permitted.by)).find((each) => each.id === id)
  if (round === undefined) return stale
  const gone = { id: round.bundle, title: round.title, duties: [] }
  const bundle = turn.library.bundles?.find((each) => each.id === round.bundle) ?? gone
  return { ...permitted, bundle, round }
}
