// `campaign open` and `campaign change`: what it will do is shown first, and doubts are asked about.
import { sayOutcome } from '../campaign/change-cards.ts'
import { changeCampaign, type ChangeOutcome, type ChangeRequest } from '../campaign/change.ts'
import { openCampaign, type CampaignOpened, type OpenRequest } from '../campaign/open-campaign.ts'
import { sayPreview, type CampaignPreview } from '../campaign/preview.ts'
import { readChanges } from '../campaign/read-asked.ts'
import { findAudience } from '../campaign/read-audience.ts'
import { openingOf, readPreview } from '../campaign/read-preview.ts'
import { readRhythm } from '../campaign/rhythm.ts'
import { stampOf } from '../journal/stamp.ts'
import { dayIn, sayDay } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import type { Library } from '../turn/library.ts'
import { mattersOn, type Matter } from '../turn/matter.ts'
import type { OpenStore } from '../../adapters/store/store.ts'
import { agreedAfter, type ShownBefore } from './agreed.ts'
import { changeRoundAsked } from './campaign-bundle.ts'
import { misused, readDay, refused } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { readMatter } from './matter.ts'
import { withHome } from './open-home.ts'
import { sayCampaign } from './say-campaign.ts'

interface Opening {
  readonly policy: string | undefined
  readonly audience: string
  readonly due: string
  /** In the form that `readRhythm` reads. */
  readonly rhythm: string
  readonly at: Date
  readonly practice: boolean
  readonly yes: boolean
  readonly json: boolean
}

export async function openAsked(context: CommandContext, asked: Opening): Promise<number> {
  const { practice, at } = asked
  const library = await context.library()
  const matter = readMatter(library, asked.policy, at)
  if (typeof matter === 'string') return misused(context, matter)
  const due = readDay(asked.due, '--due')
  if (due.kind === 'wrong') return misused(context, due.what)
  const { zone, signing, reminders, calendar, escalation } = library.school
  const rhythm = readRhythm(asked.rhythm, reminders)
  if (rhythm.kind === 'wrong') return misused(context, rhythm.fix)
  return withHome(context, async (home) => {
    const found = await findAudience(home.people, asked.audience)
    if (found.kind === 'problem') return misused(context, found.what)
    const { policy, edition } = matter
    const { audience } = found
    const stamp = stampOf({ clock: () => at, newId: context.newId })
    const about = { policy, edition, audience, due: due.day, rhythm: rhythm.rhythm, practice, zone }
    const request = { ...about, accepted: signing.acceptRestated, by: 'operator', stamp }
    const letters = writesLetters(context)
    const shown = { ...about, matter, calendar, escalation, now: at, letters, rhythm: rhythm.rhythm ?? reminders }
    const facts = await home.journal.factsOf({ policy: policy.id })
    // What would be refused anyway is refused at once.
    const before = openCampaign(facts, request).outcome
    if (before.kind !== 'opened')
      return refused(context, asked.json, { outcome: before.kind, what: sayRefusal(before) })
    const preview = await readPreview(home, shown)
    const question = { ...asked, question: 'Open this campaign?', verb: 'open' }
    const goes = await agreedAfter(context, shownBefore(preview), question)
    if (goes !== true) return goes
    return openNow(context, { home, matter, request, preview, json: asked.json })
  })
}

function shownBefore(preview: CampaignPreview): ShownBefore {
  return { doubts: preview.doubts, lines: sayPreview(preview), unreached: preview.asked.ways.none }
}

interface Confirmed {
  readonly home: OpenStore
  readonly matter: Matter
  readonly request: OpenRequest
  readonly preview: CampaignPreview
  readonly json: boolean
}

async function openNow(context: CommandContext, { home, matter, request, preview, json }: Confirmed): Promise<number> {
  const outcome = await home.journal.record({ policy: matter.policy.id }, (facts) => openCampaign(facts, request))
  if (outcome.kind !== 'opened') return refused(context, json, { outcome: outcome.kind, what: sayRefusal(outcome) })
  const { doubts, asked } = preview
  if (json) {
    context.out(JSON.stringify({ outcome: 'opened', campaign: outcome.campaign, doubts, unreached: asked.ways.none }))
    return status.done
  }
  context.out(`Opened. ${sayCampaign(outcome.campaign)}`)
  if (asked.ways.none > 0)
    context.err(
      `${asked.ways.none === 1 ? '1 person' : `${asked.ways.none} people`} can’t be reached yet, neither in a chat nor by email.`,
    )
  return status.done
}

function sayRefusal(outcome: Exclude<CampaignOpened, { kind: 'opened' }>): string {
  switch (outcome.kind) {
    case 'already-open':
      return `This is being asked already. ${sayCampaign(outcome.campaign)}`
    case 'due-passed':
      return `The due day has passed: today is ${sayDay(outcome.today)}.`
    case 'nobody':
      return 'Nobody is named.'
    case 'no-declaration':
      return 'This edition has no section to sign, and the school has no standard statement (school.yaml, signing: statement).'
    case 'not-accepted':
      return `${outcome.what} ${outcome.typed}`
    default:
      return never(outcome)
  }
}

interface Changing {
  readonly id: string
  readonly why: string
  readonly due: string
  readonly audience: string
  readonly rhythm: string
  readonly at: Date
  readonly yes: boolean
  readonly json: boolean
}

export async function changeAsked(context: CommandContext, asked: Changing): Promise<number> {
  const library = await context.library()
  const { id, why, due, audience, rhythm, at, yes, json } = asked
  return withHome(context, async (home) => {
    const read = await readChanges({ ports: home, library }, { due, audience, remind: rhythm })
    if (read.kind === 'wrong') return misused(context, Object.values(read.errors).join(' '))
    const { zone } = library.school
    const letters = writesLetters(context)
    const about = { id, at, yes, json, zone, library, letters, reason: why }
    const round = await changeRoundAsked(context, home, { ...about, ...read.changes })
    if (round !== undefined) return round
    const stamp = stampOf({ clock: () => at, newId: context.newId })
    const request = { ...read.changes, campaign: id, zone, reason: why, by: 'operator', stamp }
    return changeOne(context, home, { request, library, at, yes, json })
  })
}

interface ChangingOne extends Pick<Changing, 'at' | 'yes' | 'json'> {
  readonly request: ChangeRequest
  readonly library: Library
}

/** What it will do is shown first, and doubts are asked about, as before it was opened. */
async function changeOne(
  context: CommandContext,
  home: OpenStore,
  { request, library, at, yes, json }: ChangingOne,
): Promise<number> {
  const { campaign: id } = request
  const open = (await home.journal.campaigns()).find((each) => each.id === id)
  if (open === undefined)
    return refused(context, json, { outcome: 'no-such-campaign', what: `There is no campaign “${id}”.` })
  const say = (outcome: ChangeOutcome) => refused(context, json, { outcome: outcome.kind, what: sayOutcome(outcome) })
  const before = changeCampaign({ campaigns: [open] }, request).outcome
  if (before.kind !== 'changed') return say(before)
  const { school } = library
  const matter = mattersOn(library, dayIn(school.zone, at)).find(({ policy }) => policy.id === open.policy)
  if (matter !== undefined) {
    const frame = { matter, school, now: at, letters: writesLetters(context) }
    const preview = await readPreview(home, openingOf(before.campaign, frame))
    const question = { yes, json, question: 'Change this campaign?', verb: 'change' }
    const goes = await agreedAfter(context, shownBefore(preview), question)
    if (goes !== true) return goes
  }
  const outcome = await home.journal.record({ policy: open.policy }, (facts) => changeCampaign(facts, request))
  if (outcome.kind !== 'changed') return say(outcome)
  if (json) context.out(JSON.stringify({ outcome: 'changed', campaign: outcome.campaign }))
  else context.out(`Changed. ${sayCampaign(outcome.campaign)}`)
  return status.done
}

/** As the server would, which sends email only where it has a page for people to come to. */
function writesLetters({ config }: CommandContext): boolean {
  return config.mail !== undefined && config.publicUrl !== undefined
}
