// `campaign open --bundle ID`, and closing, pausing and changing a round: the documents of a bundle are asked for
// together.
import { compact } from '../kit/defined.ts'
import { openRound, type OpenRoundRequest } from '../bundle/open-round.ts'
import { sayRoundPreview, type RoundPreview } from '../bundle/preview.ts'
import { readParts } from '../bundle/read-parts.ts'
import { readRoundPreview, roundOpeningOf } from '../bundle/read-round-preview.ts'
import { stampsAt } from '../bundle/stamps.ts'
import { changeRound, turnRound, type RoundTurned, type RoundVerb } from '../bundle/turn-round.ts'
import { sayDocuments, sayRoundRefusal, sayRoundState } from '../bundle/words.ts'
import { readRhythm } from '../campaign/rhythm.ts'
import { dayIn, instantAt } from '../kit/days.ts'
import { nearest, sayList } from '../kit/text.ts'
import type { ChangeRequest } from '../campaign/change.ts'
import type { Journal } from '../ports/evidence.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { roundsOf, type Round } from '../standing/rounds.ts'
import { mattersOn } from '../turn/matter.ts'
import type { Library } from '../turn/library.ts'
import type { OpenStore } from '../../adapters/store/store.ts'
import { agreedAfter, type ShownBefore } from './agreed.ts'
import { misused, readDay, refused } from './asked.ts'
import { sayCampaign } from './say-campaign.ts'
import { type CommandContext, status } from './context.ts'
import { withHome } from './open-home.ts'

interface OpeningBundle {
  readonly bundle: string
  readonly due: string
  /** In the form that `readRhythm` reads. */
  readonly rhythm: string
  readonly at: Date
  readonly practice: boolean
  readonly yes: boolean
  /** Earlier signatures do not count. */
  readonly anew: boolean
  readonly json: boolean
}

export async function openBundleAsked(context: CommandContext, asked: OpeningBundle): Promise<number> {
  const library = await context.library()
  const bundle = library.bundles?.find(({ id }) => id === asked.bundle)
  if (bundle === undefined) return misused(context, sayNoBundle(library, asked.bundle))
  const due = readDay(asked.due, '--due')
  if (due.kind === 'wrong') return misused(context, due.what)
  const { zone, signing, reminders, calendar, escalation } = library.school
  const rhythm = readRhythm(asked.rhythm, reminders)
  if (rhythm.kind === 'wrong') return misused(context, rhythm.fix)
  const { at, practice, anew, json } = asked
  const today = dayIn(zone, at)
  return withHome(context, async (home) => {
    const read = await readParts(home, bundle, mattersOn(library, today))
    if (read.kind === 'problem') return misused(context, read.what)
    const { parts } = read.parts
    const request: OpenRoundRequest = {
      ...{ bundle, parts, due: due.day, rhythm: rhythm.rhythm, practice, zone },
      since: anew ? instantAt(today, 0, zone) : undefined,
      accepted: signing.acceptRestated,
      by: 'operator',
      stamps: stampsAt(at, context.newId),
    }
    // What would be refused anyway is refused at once.
    const before = openRound({ campaigns: await home.journal.campaigns() }, request).outcome
    if (before.kind !== 'opened') return refused(context, json, { outcome: before.kind, what: sayRoundRefusal(before) })
    const letters = context.config.mail !== undefined && context.config.publicUrl !== undefined
    const shown = {
      ...request,
      since: request.since,
      rhythm: rhythm.rhythm ?? reminders,
      calendar,
      escalation,
      now: at,
      letters,
    }
    const preview = await readRoundPreview(home, { ...shown, bundle: read.parts })
    const goes = await agreedAfter(context, shownBefore(preview), { ...asked, question: 'Open it?', verb: 'open' })
    if (goes !== true) return goes
    const outcome = await home.journal.record({}, (facts) => openRound(facts, request))
    if (outcome.kind !== 'opened')
      return refused(context, json, { outcome: outcome.kind, what: sayRoundRefusal(outcome) })
    const { doubts, all } = preview
    const unreached = all.asked.ways.none
    if (json) context.out(JSON.stringify({ outcome: 'opened', round: outcome.round, doubts, unreached }))
    else for (const line of ['Opened.', ...sayRound(outcome.round)]) context.out(line)
    if (!json && unreached > 0) context.err(sayUnreached(unreached))
    return status.done
  })
}

function sayUnreached(count: number): string {
  return `${count === 1 ? '1 person' : `${count} people`} can’t be reached yet, neither in a chat nor by email.`
}

function shownBefore(preview: RoundPreview): ShownBefore {
  return { doubts: preview.doubts, lines: sayRoundPreview(preview), unreached: preview.all.asked.ways.none }
}

function sayNoBundle({ bundles = [] }: Pick<Library, 'bundles'>, id: string): string {
  const ids = bundles.map((bundle) => bundle.id)
  if (ids.length === 0)
    return `There is no bundle “${id}”: the school has none. A bundle is a file in the home, such as bundles/september-pack.yaml; knowledge/README.md shows its form.`
  const near = nearest(id, ids)
  return `There is no bundle “${id}”. ${near === undefined ? '' : `Did you mean ${near}? `}There is ${sayList(ids)}.`
}

interface RoundTurning {
  readonly id: string
  readonly zone: string
  readonly at: Date
  readonly json: boolean
}

/** Undefined where there is no such round: then it may be a campaign. */
export async function turnRoundAsked(
  context: CommandContext,
  journal: Pick<Journal, 'record'>,
  { verb, id, at, json, zone }: RoundTurning & { readonly verb: RoundVerb },
): Promise<number | undefined> {
  const request = { verb, round: id, zone, by: 'operator', stamps: stampsAt(at, context.newId) }
  const outcome = await journal.record({}, (facts) => turnRound(facts, request))
  return outcome.kind === 'no-such-round' ? undefined : answer(context, json, outcome)
}

type RoundChanging = RoundTurning &
  Pick<ChangeRequest, 'due' | 'audience' | 'rhythm' | 'reason'> & {
    readonly yes: boolean
    readonly library: Library
    readonly letters: boolean
  }

/** Undefined where there is no such round: then it may be a campaign. */
export async function changeRoundAsked(
  context: CommandContext,
  home: OpenStore,
  { id, at, json, yes, audience, library, letters, ...changes }: RoundChanging,
): Promise<number | undefined> {
  const request = { ...changes, round: id, by: 'operator', stamps: stampsAt(at, context.newId) }
  const before = changeRound({ campaigns: await home.journal.campaigns() }, request).outcome
  if (before.kind === 'no-such-round') return undefined
  if (audience !== undefined)
    return misused(
      context,
      'Who reads what of a bundle stands in its duties. Change the audience of one of its campaigns by its own id.',
    )
  if (before.kind !== 'changed') return answer(context, json, before)
  const { school } = library
  const frame = { matters: mattersOn(library, dayIn(school.zone, at)), school, now: at, letters }
  const preview = await readRoundPreview(home, roundOpeningOf(before.round, frame))
  const goes = await agreedAfter(context, shownBefore(preview), { yes, json, question: 'Change it?', verb: 'change' })
  if (goes !== true) return goes
  return answer(context, json, await home.journal.record({}, (facts) => changeRound(facts, request)))
}

const refusals: Readonly<Record<string, string>> = {
  unchanged: 'It was like that already. Nothing was changed.',
  'no-change': 'That is how it is already.',
  'reason-empty': 'Say why it is changed.',
  'due-passed': 'That day has passed.',
  closed: 'It is closed.',
  'another-open': 'Another round of the same bundle is open.',
}

function answer(context: CommandContext, json: boolean, outcome: RoundTurned<string>): number {
  const { kind } = outcome
  if (!('round' in outcome) || (kind !== 'done' && kind !== 'changed'))
    return refused(context, json, { outcome: kind, what: refusals[kind] ?? 'Nothing was changed.' })
  if (json) context.out(JSON.stringify({ outcome: kind, round: outcome.round }))
  else for (const line of ['Done.', ...sayRound(outcome.round)]) context.out(line)
  return status.done
}

/** Rounds with their documents, and the other campaigns. */
export function sayCampaigns(campaigns: readonly Campaign[]): readonly string[] {
  const alone = campaigns.filter(({ round }) => round === undefined)
  return [...roundsOf(campaigns).flatMap(sayRound), ...alone.map(sayCampaign)]
}

function sayRound(round: Round): readonly string[] {
  const { id, title, practice, parts } = round
  const head = compact([
    practice && 'PRACTICE',
    `${id}:`,
    title,
    `(${sayDocuments(parts.length)});`,
    sayRoundState(round),
  ])
  return [`${head.join(' ')}.`, ...parts.map((part) => `  ${sayCampaign(part)}`)]
}
