// `campaign open` and `campaign change`: what it will do is shown first, and doubts are asked about.
import { sayOutcome } from '../campaign/change-cards.ts'
import { changeCampaign } from '../campaign/change.ts'
import { openCampaign, type CampaignOpened, type OpenRequest } from '../campaign/open.ts'
import { sayPreview, type CampaignPreview } from '../campaign/preview.ts'
import { readChanges } from '../campaign/read-asked.ts'
import { findAudience } from '../campaign/read-audience.ts'
import { readPreview } from '../campaign/read-preview.ts'
import { readRhythm } from '../campaign/rhythm.ts'
import { stampOf } from '../journal/stamp.ts'
import { sayDay } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import type { Matter } from '../turn/matter.ts'
import type { OpenStore } from '../../adapters/store/store.ts'
import { agreed } from './agreed.ts'
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
    const letters = context.config.mail !== undefined && context.config.publicUrl !== undefined
    const shown = { ...about, matter, calendar, escalation, now: at, letters, rhythm: rhythm.rhythm ?? reminders }
    const facts = await home.journal.factsOf({ policy: policy.id })
    // What would be refused anyway is refused at once.
    const before = openCampaign(facts, request).outcome
    if (before.kind !== 'opened')
      return refused(context, asked.json, { outcome: before.kind, what: sayRefusal(before) })
    const preview = await readPreview(home, shown)
    const goes = await confirmed(context, preview, asked)
    if (goes !== true) return goes
    return openNow(context, { home, matter, request, preview, json: asked.json })
  })
}

/** True where it may begin; otherwise the exit status. */
async function confirmed(
  context: CommandContext,
  preview: CampaignPreview,
  { yes, json }: Pick<Opening, 'yes' | 'json'>,
): Promise<true | number> {
  const { doubts, asked } = preview
  if (yes) return true
  if (context.interactive && !json) {
    for (const line of [...doubts.map(({ what }) => what), ...sayPreview(preview)]) context.out(line)
    return (await agreed(context, { yes, json, question: 'Open this campaign?' })) || status.no
  }
  if (doubts.length === 0) return true
  const what = `${doubts.map((each) => each.what).join(' ')} Say --yes to open it all the same.`
  if (!json) return refused(context, json, { outcome: 'doubtful', what })
  context.out(JSON.stringify({ outcome: 'doubtful', what, doubts, unreached: asked.ways.none }))
  return status.no
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
  readonly json: boolean
}

export async function changeAsked(context: CommandContext, asked: Changing): Promise<number> {
  const library = await context.library()
  const { id, why, due, audience, rhythm, at, json } = asked
  return withHome(context, async (home) => {
    const read = await readChanges({ ports: home, library }, { due, audience, remind: rhythm })
    if (read.kind === 'wrong') return misused(context, Object.values(read.errors).join(' '))
    const { zone } = library.school
    const round = await changeRoundAsked(context, home.journal, { id, at, json, zone, reason: why, ...read.changes })
    if (round !== undefined) return round
    const campaign = (await home.journal.campaigns()).find((each) => each.id === id)
    if (campaign === undefined)
      return refused(context, json, { outcome: 'no-such-campaign', what: `There is no campaign “${id}”.` })
    const stamp = stampOf({ clock: () => at, newId: context.newId })
    const request = { ...read.changes, campaign: id, zone, reason: why, by: 'operator', stamp }
    const outcome = await home.journal.record({ policy: campaign.policy }, (facts) => changeCampaign(facts, request))
    if (outcome.kind !== 'changed') return refused(context, json, { outcome: outcome.kind, what: sayOutcome(outcome) })
    if (json) context.out(JSON.stringify({ outcome: 'changed', campaign: outcome.campaign }))
    else context.out(`Changed. ${sayCampaign(outcome.campaign)}`)
    return status.done
  })
}
