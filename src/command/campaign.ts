// `campaign`: asks an audience to sign a policy by a day, lists what was asked, and stops asking.
import { sayAudience } from '../standing/audience.ts'
import { findAudience } from '../campaign/read-audience.ts'
import { openCampaign, type OpenOutcome } from '../campaign/open.ts'
import { readRhythm, sayRhythm } from '../campaign/rhythm.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { mark } from '../declaration/mark.ts'
import { stampOf } from '../journal/stamp.ts'
import { sayDay } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { turnCampaign, type StateVerb } from './campaign-state.ts'
import { flag, misused, readDay, readOptions, recordedAt, refused, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { readMatter } from './matter.ts'
import { withHome } from './open-home.ts'

const usage = [
  'Usage: campaign open --policy ID --audience GROUPS --due DAY [--remind DAYS] [--every N] [--practice] [--at INSTANT] [--json]',
  '       campaign list [--json]',
  '       campaign close|pause|resume ID [--at INSTANT] [--json]',
  '       campaign mark --policy ID --edition E --as material|editorial [--practice] [--at INSTANT] [--json]',
  'GROUPS: all, or groups, roles and email addresses, with commas between them: "teaching,support,slt"',
  'DAYS: before the due day, 0 being the day itself: 14,7,1,0, or none. N: every so many days after it. Left out: as the school reminds.',
].join('\n')

const options = {
  policy: word,
  audience: word,
  due: word,
  remind: word,
  every: word,
  edition: word,
  as: word,
  practice: flag,
  at: word,
  json: flag,
} as const

export const campaignCommand: Command = async (context, argv) => {
  const read = readOptions(argv, options, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const { values, words } = read
  const [verb, id, ...more] = words
  const looks = verb === 'list'
  const at = recordedAt(values.at, context.clock(), { practice: looks || (values.practice && id === undefined) })
  if (typeof at === 'string') return misused(context, at)
  if (more.length > 0) return misused(context, usage)
  const given = { id, values, at }
  switch (verb) {
    case 'open':
      return readOpening(context, given)
    case 'list':
      return id === undefined ? list(context, values.json) : misused(context, usage)
    case 'close':
    case 'pause':
    case 'resume':
      return readTurning(context, verb, given)
    case 'mark':
      return readMarking(context, given)
    default:
      return misused(context, usage)
  }
}

interface Given {
  readonly id: string | undefined
  readonly values: {
    readonly [option in 'policy' | 'audience' | 'due' | 'remind' | 'every' | 'edition' | 'as']?: string | undefined
  } & {
    readonly practice: boolean
    readonly json: boolean
  }
  readonly at: Date
}

function readTurning(context: CommandContext, verb: StateVerb, { id, values, at }: Given): Promise<number> | number {
  return id === undefined ? misused(context, usage) : turnCampaign(context, { verb, id, at, json: values.json })
}

function readOpening(context: CommandContext, { id, values, at }: Given): Promise<number> | number {
  const { policy, audience, due, remind = '', every, practice, json } = values
  if (id !== undefined || audience === undefined || due === undefined) return misused(context, usage)
  const rhythm = every === undefined ? remind : `${remind} every ${every}`
  return open(context, { policy, audience, due, rhythm, at, practice, json })
}

function readMarking(context: CommandContext, { id, values, at }: Given): Promise<number> | number {
  const { policy, edition, as: change, practice, json } = values
  if (id !== undefined || edition === undefined) return misused(context, usage)
  if (change !== 'material' && change !== 'editorial') return misused(context, usage)
  return markEdition(context, { policy, edition, change, practice, at, json })
}

interface Opening {
  readonly policy: string | undefined
  readonly audience: string
  readonly due: string
  /** As `readRhythm` reads it. */
  readonly rhythm: string
  readonly at: Date
  readonly practice: boolean
  readonly json: boolean
}

async function open(context: CommandContext, asked: Opening): Promise<number> {
  const { practice, at, json } = asked
  const library = await context.library()
  const matter = readMatter(library, asked.policy, at)
  if (typeof matter === 'string') return misused(context, matter)
  const due = readDay(asked.due, '--due')
  if (due.kind === 'wrong') return misused(context, due.what)
  const { policy, edition } = matter
  const { zone, signing, reminders } = library.school
  const rhythm = readRhythm(asked.rhythm, reminders)
  if (rhythm.kind === 'wrong') return misused(context, rhythm.fix)
  return withHome(context, async ({ people, journal }) => {
    const audience = await findAudience(people, asked.audience)
    if (audience.kind === 'problem') return misused(context, audience.what)
    const stamp = stampOf({ clock: () => at, newId: context.newId })
    const request = {
      policy,
      edition,
      audience: audience.audience,
      due: due.day,
      rhythm: rhythm.rhythm,
      practice,
      zone,
      by: 'operator',
      stamp,
    }
    const outcome = await journal.record({ policy: policy.id }, (facts) =>
      openCampaign(facts, { ...request, accepted: signing.acceptRestated }),
    )
    if (outcome.kind !== 'opened') return refused(context, json, { outcome: outcome.kind, what: sayRefusal(outcome) })
    if (json) context.out(JSON.stringify({ outcome: 'opened', campaign: outcome.campaign }))
    else context.out(`Opened. ${sayCampaign(outcome.campaign)}`)
    return status.done
  })
}

function sayRefusal(outcome: Exclude<OpenOutcome, { kind: 'opened' }>): string {
  switch (outcome.kind) {
    case 'already-open':
      return `This is being asked already. ${sayCampaign(outcome.campaign)}`
    case 'due-passed':
      return `The due day has passed: today is ${sayDay(outcome.today)}.`
    case 'nobody':
      return 'Nobody is named.'
    case 'no-declaration':
      return 'This edition has no section to sign.'
    case 'not-accepted':
      return `${outcome.what} ${outcome.fix}`
    default:
      return never(outcome)
  }
}

async function list({ out, ...context }: CommandContext, json: boolean): Promise<number> {
  const campaigns = await withHome(context, ({ journal }) => journal.campaigns())
  if (json) out(JSON.stringify(campaigns))
  else for (const campaign of campaigns) out(sayCampaign(campaign))
  if (!json && campaigns.length === 0)
    out('No campaign yet. To open one: npm run campaign -- open --policy ID --audience all --due DAY')
  return status.done
}

interface Marking {
  readonly policy: string | undefined
  readonly edition: string
  readonly change: 'material' | 'editorial'
  readonly practice: boolean
  readonly at: Date
  readonly json: boolean
}

async function markEdition(
  context: CommandContext,
  { at, json, change, practice, ...asked }: Marking,
): Promise<number> {
  const matter = readMatter(await context.library(), asked.policy, at)
  if (typeof matter === 'string') return misused(context, matter)
  const { policy, asOf } = matter
  if (!asOf.editions.includes(asked.edition))
    return misused(
      context,
      `There is no edition “${asked.edition}” of ${policy.id}, only: ${asOf.editions.join(', ')}.`,
    )
  return withHome(context, async ({ journal }) => {
    const about = { policy: policy.id, edition: asked.edition, change, practice }
    const stamp = stampOf({ clock: () => at, newId: context.newId })
    const { kind } = await journal.record({ policy: policy.id }, (facts) =>
      mark(facts, { ...about, by: 'operator', stamp }),
    )
    if (kind === 'already-marked')
      return refused(context, json, { outcome: kind, what: `Edition ${asked.edition} is marked ${change} already.` })
    const means = change === 'material' ? 'everybody signs again' : 'signatures of the edition before carry over'
    if (json) context.out(JSON.stringify({ outcome: kind, ...about, entry: stamp.id }))
    else
      context.out(
        `${practice ? 'PRACTICE ' : ''}Edition ${asked.edition} of the ${policy.title} is marked ${change}: ${means}.`,
      )
    return status.done
  })
}

function sayCampaign(campaign: Campaign): string {
  const { id, policy, edition, audience, due, openedOn, closedOn, practice, rhythm, pausedOn } = campaign
  const state = [
    closedOn === undefined ? `open since ${sayDay(openedOn)}` : `closed on ${sayDay(closedOn)}`,
    ...(pausedOn === undefined || closedOn !== undefined ? [] : [`paused since ${sayDay(pausedOn)}`]),
    ...(rhythm === undefined ? [] : [`reminds ${sayRhythm(rhythm)}`]),
  ].join('; ')
  return `${practice ? 'PRACTICE ' : ''}${id}: asks ${sayAudience(audience)} to sign ${policy}, edition ${edition}, by ${sayDay(due)}; ${state}.`
}
