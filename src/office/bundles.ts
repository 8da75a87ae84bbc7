// Bundles in the office: what asking for one will do is shown before; it is followed, changed, paused, closed and opened
// again as one.
import { sendsLetters } from '../outbox/letters.ts'
import { openRound, type OpenRoundRequest, type RoundOpened } from '../bundle/open-round.ts'
import { signOfParts, type BundleParts } from '../bundle/parts.ts'
import type { RoundPreview } from '../bundle/preview.ts'
import { readParts } from '../bundle/read-parts.ts'
import { readRoundStand } from '../bundle/read-round-count.ts'
import { readRoundPreview, roundOpeningOf } from '../bundle/read-round-preview.ts'
import { stampsAt } from '../bundle/stamps.ts'
import { changeRound, turnRound, type RoundVerb } from '../bundle/turn-round.ts'
import { sayRoundRefusal } from '../bundle/words.ts'
import { readChanges } from '../campaign/read-asked.ts'
import { holdersOf } from '../campaign/read-holder.ts'
import { readRhythm } from '../campaign/rhythm.ts'
import { instantAt } from '../kit/days.ts'
import { sha256 } from '../kit/hash.ts'
import { sayList } from '../kit/text.ts'
import { readDayCell } from '../people/cells.ts'
import type { OfficeAnswer, OfficeRequest } from '../ports/office.ts'
import type { Bundle } from '../standing/bundles.ts'
import { openParts, type Round } from '../standing/rounds.ts'
import { allBundles, isWritten, type FoundBundle } from './bundle-found.ts'
import { bundlePage, type BundleDeed } from './bundle-page.ts'
import { bundlesPage, openBundlePage } from './bundle-pages.ts'
import { newBundle, openBundleForm, writeBundle } from './bundle-writing.ts'
import { openBundleOwers } from './bundle-owers.ts'
import { readRoundTold } from './campaign-told.ts'
import { handInOffice } from './handing.ts'
import { mattersIn } from './matters.ts'
import { roundTimelineIn } from './round-timeline.ts'
import { openReminding, remindAll, type Reminded } from './reminding.ts'
import { todayOf, type Insider, type World } from './world.ts'

interface Asking {
  readonly insider: Insider
  readonly request: OfficeRequest
}

const go = (to: string): OfficeAnswer => ({ kind: 'go', to })
const pathOf = ({ id }: Pick<Bundle, 'id'>) => `/office/bundles/${encodeURIComponent(id)}`

export async function openBundlesRoom(
  world: World,
  [id, room]: readonly string[],
  { request: { fields } }: Pick<Asking, 'request'>,
): Promise<OfficeAnswer> {
  const all = await allBundles(world)
  if (id === undefined) return bundlesPage(all.map(({ bundle, rounds: [round] }) => ({ bundle, round })))
  if (id === newBundle) return openBundleForm(world, undefined)
  const found = all.find(({ bundle }) => bundle.id === id)
  if (found === undefined) return { kind: 'missing' }
  if (room === undefined) return showBundlePage(world, found, { done: fields['done'] })
  if (room === 'remind') return openReminding(world, remindedBy(found))
  if (room === 'write' && isWritten(found)) return openBundleForm(world, found.bundle)
  return room === 'owed' && found.open !== undefined ? openBundleOwers(world, found.open, fields) : { kind: 'missing' }
}

export async function actInBundlesRoom(
  world: World,
  [id, room]: readonly string[],
  asking: Asking,
): Promise<OfficeAnswer> {
  const all = await allBundles(world)
  const found = all.find(({ bundle }) => bundle.id === id)
  const writing = { ...asking, fields: asking.request.fields, taken: all.map(({ bundle }) => bundle.id) }
  if (id === newBundle) return writeBundle(world, undefined, writing)
  if (found === undefined) return { kind: 'missing' }
  if (room === 'write') return isWritten(found) ? writeBundle(world, found.bundle, writing) : { kind: 'missing' }
  if (room === 'remind') return remindAll(world, remindedBy(found), asking.insider)
  const { fields } = asking.request
  const what = fields['do']
  if (what === 'look' || what === 'open') return askFor(world, found, asking)
  const round = found.rounds.find((each) => each.id === fields['round'])
  if (round === undefined) return { kind: 'missing' }
  return actOnRound(world, { ...found, round }, asking)
}

async function actOnRound(
  world: World,
  found: FoundBundle & { readonly round: Round },
  asking: Asking,
): Promise<OfficeAnswer> {
  const { fields } = asking.request
  const what = fields['do']
  if (what === 'hand' || what === 'take-back') return handOn(world, found, asking)
  if (what === 'look-change' || what === 'change') return change(world, found, asking)
  if (what === 'close' && fields['sure'] !== 'yes')
    return showBundlePage(world, found, { problem: ['Tick the box if it is to be closed. Nothing was changed.'] })
  if (what === undefined || !Object.hasOwn(became, what)) return { kind: 'missing' }
  return turn(world, found, { verb: what as RoundVerb, asking })
}

/** All of its documents together. */
async function handOn(
  world: World,
  { round, ...found }: FoundBundle & { readonly round: Round },
  { insider, request: { fields } }: Asking,
): Promise<OfficeAnswer> {
  const handed = await handInOffice(world, openParts(round), { by: insider.by, fields })
  return handed.kind === 'done'
    ? go(`${pathOf(found.bundle)}?done=${handed.done}`)
    : showBundlePage(world, found, { problem: handed.problem, fields })
}

function remindedBy({ bundle, open }: FoundBundle): Reminded {
  return { title: bundle.title, home: pathOf(bundle), campaigns: open === undefined ? [] : openParts(open) }
}

type Shown = Pick<BundleDeed, 'done' | 'problem' | 'fields' | 'errors' | 'change'>

async function showBundlePage(
  world: World,
  { bundle, rounds, open }: FoundBundle,
  shown: Shown,
): Promise<OfficeAnswer> {
  const matters = mattersIn(world)
  const read = await readParts(world.ports, bundle, matters)
  const [last] = rounds
  return bundlePage({
    bundle,
    rounds,
    open,
    parts: read.kind === 'parts' ? read.parts : { parts: [], missing: [] },
    wrongDuty: read.kind === 'problem' ? read.what : undefined,
    seen: open && sealOf(open),
    holder: open && (await holderOf(world, open)),
    reminders: world.library().school.reminders,
    stand: open && (await readRoundStand(world.ports, { round: open, matters, letters: sendsLetters(world.ports) })),
    told: last === undefined ? [] : await readRoundTold(world, last),
    timeline: last && (await roundTimelineIn(world, last)),
    titleOf: (policy) => matters.find((each) => each.policy.id === policy)?.edition.title ?? policy,
    ...shown,
  })
}

/** Its documents may have been handed to several people, each on its own page. */
async function holderOf(world: World, open: Round): Promise<string | undefined> {
  const holders = [...new Set((await holdersOf(world.ports, openParts(open))).values())]
  return holders.length === 0 ? undefined : sayList(holders)
}

/** A seal over what is shown, so that whoever changes it has seen exactly this. */
function sealOf(round: Round): string {
  return sha256(JSON.stringify(round))
}

interface Planned {
  readonly parts: BundleParts
  readonly due: OpenRoundRequest['due']
  readonly rhythm: OpenRoundRequest['rhythm']
  readonly since?: Date | undefined
}

function previewFor(world: World, { parts, due, rhythm, since }: Planned): Promise<RoundPreview> {
  const { reminders, calendar, escalation } = world.library().school
  return readRoundPreview(world.ports, {
    bundle: parts,
    due,
    rhythm: rhythm ?? reminders,
    since,
    practice: false,
    calendar,
    escalation,
    now: world.ports.clock(),
    letters: sendsLetters(world.ports),
  })
}

/** Shows what it will do; opens it once that was seen. */
async function askFor(
  world: World,
  found: FoundBundle,
  { insider, request: { fields } }: Asking,
): Promise<OfficeAnswer> {
  const { bundle } = found
  const again = (shown: Shown) => showBundlePage(world, found, { fields, ...shown })
  const refused = (outcome: Exclude<RoundOpened, { kind: 'opened' }>) => again({ problem: [sayRoundRefusal(outcome)] })
  const day = readDayCell((fields['due'] ?? '').trim())
  if (day.kind === 'wrong') return again({ errors: { due: day.fix } })
  if (day.value === 'none') return again({ errors: { due: 'Write the day by which they sign.' } })
  const rhythm = readRhythm(fields['remind'] ?? '', world.library().school.reminders)
  if (rhythm.kind === 'wrong') return again({ errors: { remind: rhythm.fix } })
  const read = await readParts(world.ports, bundle, mattersIn(world))
  if (read.kind === 'problem') return again({ problem: [read.what, 'Nothing was opened.'] })
  const asked = { parts: read.parts, due: day.value, rhythm: rhythm.rhythm, since: sinceIn(world, fields) }
  const request = requestFor(world, { bundle, by: insider.by, ...asked })
  const { outcome } = openRound({ campaigns: await world.ports.journal.campaigns() }, request)
  if (outcome.kind !== 'opened') return refused(outcome)
  const shows = signOfParts(read.parts)
  if (fields['do'] !== 'open' || fields['shows'] !== shows) {
    const preview = await previewFor(world, asked)
    const meanwhile = 'The documents, or who reads them, have changed meanwhile, so nothing was opened. Look again.'
    return openBundlePage({ bundle, preview, fields, shows, problem: fields['do'] === 'open' ? meanwhile : undefined })
  }
  const opened = await world.ports.journal.record({}, (facts) => openRound(facts, request))
  return opened.kind === 'opened' ? go(`${pathOf(bundle)}?done=opened`) : refused(opened)
}

/** Where everybody is asked anew, only signatures from today on count. */
function sinceIn(world: World, fields: OfficeRequest['fields']): Date | undefined {
  return fields['anew'] === 'yes' ? instantAt(todayOf(world), 0, world.library().school.zone) : undefined
}

interface Requested extends Planned {
  readonly bundle: Bundle
  readonly by: string
}

function requestFor(world: World, { bundle, parts: { parts }, due, rhythm, since, by }: Requested): OpenRoundRequest {
  const { zone, signing } = world.library().school
  const stamps = stampsAt(world.ports.clock(), world.ports.newId)
  return { bundle, parts, due, rhythm, since, by, practice: false, zone, accepted: signing.acceptRestated, stamps }
}

interface FoundRound extends FoundBundle {
  readonly round: Round
}

async function change(world: World, found: FoundRound, { insider, request }: Asking): Promise<OfficeAnswer> {
  const { fields } = request
  const { bundle, round } = found
  const again = (shown: Shown) => showBundlePage(world, found, { fields, ...shown })
  if (fields['seen'] !== sealOf(round))
    return again({ problem: ['It was changed since this page was shown. Nothing of yours was changed: look again.'] })
  const read = await readChanges({ ports: world.ports, library: world.library() }, { ...fields, audience: '' })
  if (read.kind === 'wrong') return again({ errors: read.errors })
  const { due, rhythm } = read.changes
  const about = { round: round.id, due, rhythm, reason: fields['reason'] ?? '', ...turningBy(world, insider) }
  const planned = changeRound({ campaigns: await world.ports.journal.campaigns() }, about).outcome
  if (planned.kind !== 'changed') return again({ problem: [changeWords[planned.kind], 'Nothing was changed.'] })
  if (fields['do'] === 'look-change') {
    const { ports } = world
    const { school } = world.library()
    const frame = { matters: mattersIn(world), school, now: ports.clock(), letters: sendsLetters(ports) }
    const preview = await readRoundPreview(ports, roundOpeningOf(planned.round, frame))
    return again({ change: { round: planned.round, preview } })
  }
  const changed = await world.ports.journal.record({}, (facts) => changeRound(facts, about))
  if (changed.kind !== 'changed') return again({ problem: [changeWords[changed.kind], 'Nothing was changed.'] })
  return go(`${pathOf(bundle)}?done=saved`)
}

const changeWords = {
  'no-change': 'That is how it is already.',
  'reason-empty': 'Write why, in a few words: it stands in the history.',
  'due-passed': 'That day has passed. Choose today or a later one.',
  closed: 'It is closed.',
  'no-such-round': 'It is not there any more.',
  'another-open': 'It is being asked in another round.',
} as const

function turningBy(world: World, { by }: Insider) {
  return { zone: world.library().school.zone, by, stamps: stampsAt(world.ports.clock(), world.ports.newId) }
}

const became = { close: 'closed', reopen: 'reopened', pause: 'paused', resume: 'resumed' } as const

interface Turned {
  readonly verb: RoundVerb
  readonly asking: Asking
}

async function turn(world: World, { bundle, round }: FoundRound, { verb, asking }: Turned): Promise<OfficeAnswer> {
  const request = { verb, round: round.id, ...turningBy(world, asking.insider) }
  const outcome = await world.ports.journal.record({}, (facts) => turnRound(facts, request))
  if (outcome.kind === 'done') return go(`${pathOf(bundle)}?done=${became[verb]}`)
  const why =
    outcome.kind === 'another-open'
      ? 'It is being asked in another round, so this one stays closed.'
      : 'Somebody was faster: it is shown as it stands now. Nothing was changed.'
  const now = (await allBundles(world)).find((each) => each.bundle.id === bundle.id)
  return now === undefined ? { kind: 'missing' } : showBundlePage(world, now, { problem: [why] })
}
