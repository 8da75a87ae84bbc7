// `campaign`: asks an audience to sign a policy by a day, lists and changes campaigns, and ends them.
import { markEdition as decideMark } from '../campaign/change.ts'
import { sayUndecided } from '../campaign/undecided-cards.ts'
import { readUndecided } from '../campaign/undecided-job.ts'
import { stampOf } from '../journal/stamp.ts'
import { dayIn } from '../kit/days.ts'
import type { Journal } from '../ports/evidence.ts'
import { mattersOn } from '../turn/matter.ts'
import { changeAsked, openAsked } from './campaign-open.ts'
import { sayCampaign } from './say-campaign.ts'
import { openBundleAsked, sayCampaigns } from './campaign-bundle.ts'
import { handAsked } from './campaign-hand.ts'
import { remindAsked } from './campaign-remind.ts'
import { recurAsked } from './campaign-recur.ts'
import { timelineAsked } from './campaign-timeline.ts'
import { turnCampaign, type StateVerb } from './campaign-state.ts'
import { flag, misused, readOptions, recordedAt, refused, sayNoVerb, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'
import { readMatter } from './matter.ts'
import { lookInHome, withHome } from './open-home.ts'

const usage = [
  'Usage: campaign open --policy ID --audience GROUPS --due DAY [--remind DAYS] [--every N] [--practice] [--yes] [--at INSTANT] [--json]',
  '       campaign open --bundle ID --due DAY [--anew] [--remind DAYS] [--every N] [--practice] [--yes] [--at INSTANT] [--json]',
  '       campaign list [--json]',
  '       campaign timeline ID [--json]',
  '       campaign change ID --why TEXT [--due DAY] [--audience GROUPS] [--remind DAYS] [--every N] [--yes] [--at INSTANT] [--json]',
  '       campaign close|reopen|pause|resume ID [--yes] [--at INSTANT] [--json]',
  '       campaign remind ID [--yes] [--json]     everybody who has not signed, once, within the next working hour',
  '       campaign recur ID --each year|term|never [--json]',
  '       campaign recur ID --months N [--json]     so many months after each person’s last signature, 1 to 60',
  '       campaign agree ID [--opens DAY] [--due DAY] [--yes] [--json]     yes to the next round of what recurs',
  '       campaign skip ID [--json]     not this time',
  '       campaign hand ID --to NAME-OR-EMAIL|--back [--at INSTANT] [--json]     a named person minds it, and only it',
  '       campaign mark --policy ID --edition E --as material|editorial [--practice] [--at INSTANT] [--json]',
  'ID: of a campaign, or of a round of a bundle, such as september-pack.1, for all its documents. --anew: earlier signatures do not count.',
  'GROUPS: all, or groups, roles and email addresses, with commas between them: "teaching,support,slt"',
  'DAYS: before the due day, 0 being the day itself: 14,7,1,0, or none. N: every so many days after it. Left out: as the school reminds.',
].join('\n')

const options = {
  policy: word,
  bundle: word,
  anew: flag,
  audience: word,
  due: word,
  remind: word,
  every: word,
  edition: word,
  as: word,
  why: word,
  each: word,
  months: word,
  to: word,
  back: flag,
  opens: word,
  practice: flag,
  yes: flag,
  at: word,
  json: flag,
} as const

export const campaignCommand: Command = async (context, argv) => {
  const read = readOptions(argv, options, usage)
  if (read.kind === 'misused') return misused(context, read.what)
  const { values, words } = read
  const [verb, id, ...more] = words
  const slip = sayNoVerb('campaign', verb, usage)
  if (slip !== undefined) return misused(context, slip)
  const looks = verb === 'list' || verb === 'timeline'
  const at = recordedAt(values.at, context.clock(), { practice: looks || (values.practice && id === undefined) })
  if (typeof at === 'string') return misused(context, at)
  if (more.length > 0) return misused(context, usage)
  const given = { id, values, at }
  const withId = (act: (which: string) => Promise<number> | number) =>
    id === undefined ? misused(context, usage) : act(id)
  switch (verb) {
    case 'open':
      return readOpening(context, given)
    case 'list':
      return id === undefined ? list(context, values.json) : misused(context, usage)
    case 'timeline':
      return id === undefined ? misused(context, usage) : timelineAsked(context, { id, json: values.json })
    case 'change':
      return readChanging(context, given)
    case 'close':
    case 'reopen':
    case 'pause':
    case 'resume':
      return readTurning(context, verb, given)
    case 'recur':
    case 'agree':
    case 'skip':
      return withId((which) => recurAsked(context, { ...values, verb, id: which, at, usage }))
    case 'remind':
      return withId((which) => remindAsked(context, { ...values, id: which, at }))
    case 'hand':
      return withId((which) => handAsked(context, { ...values, id: which, at, usage }))
    case 'mark':
      return readMarking(context, given)
    default:
      return misused(context, usage)
  }
}

interface Given {
  readonly id: string | undefined
  readonly values: {
    readonly [option in 'policy' | 'bundle' | 'audience' | 'due' | 'remind' | 'every' | 'edition' | 'as' | 'why']?:
      string | undefined
  } & {
    readonly practice: boolean
    readonly yes: boolean
    readonly anew: boolean
    readonly json: boolean
  }
  readonly at: Date
}

function readTurning(context: CommandContext, verb: StateVerb, { id, values, at }: Given): Promise<number> | number {
  return id === undefined
    ? misused(context, usage)
    : turnCampaign(context, { verb, id, at, yes: values.yes, json: values.json })
}

function readOpening(context: CommandContext, { id, values, at }: Given): Promise<number> | number {
  const { policy, bundle, audience, due, practice, yes, anew, json } = values
  if (id === undefined && bundle !== undefined && due !== undefined && policy === undefined && audience === undefined)
    return openBundleAsked(context, { bundle, due, rhythm: rhythmIn(values), at, practice, yes, anew, json })
  if (bundle !== undefined || anew || id !== undefined || audience === undefined || due === undefined)
    return misused(context, usage)
  return openAsked(context, { policy, audience, due, rhythm: rhythmIn(values), at, practice, yes, json })
}

function readChanging(context: CommandContext, { id, values, at }: Given): Promise<number> | number {
  const { why, due = '', audience = '', yes, json } = values
  if (id === undefined || why === undefined) return misused(context, usage)
  return changeAsked(context, { id, why, due, audience, rhythm: rhythmIn(values), at, yes, json })
}

/** In the form that `readRhythm` reads. */
function rhythmIn({ remind = '', every }: Given['values']): string {
  return every === undefined ? remind : `${remind} every ${every}`
}

function readMarking(context: CommandContext, { id, values, at }: Given): Promise<number> | number {
  const { policy, edition, as: change, practice, json } = values
  if (id !== undefined || edition === undefined) return misused(context, usage)
  if (change !== 'material' && change !== 'editorial') return misused(context, usage)
  return markEdition(context, { policy, edition, change, practice, at, json })
}

async function list(context: CommandContext, json: boolean): Promise<number> {
  const { out } = context
  const { campaigns, undecided } = await lookInHome(context, async ({ journal }) => ({
    campaigns: await journal.campaigns(),
    undecided: await undecidedAll(context, journal),
  }))
  if (json) out(JSON.stringify(campaigns))
  else for (const line of sayCampaigns(campaigns)) out(line)
  if (!json) for (const line of undecided) out(line)
  if (!json && campaigns.length === 0)
    out('No campaign yet. To open one: npm run campaign -- open --policy ID --audience all --due DAY')
  return status.done
}

/** What SLT has to decide about editions that came into force during campaigns. */
async function undecidedAll(context: CommandContext, journal: Pick<Journal, 'factsOf'>): Promise<readonly string[]> {
  const { policies, school } = await context.library()
  const today = dayIn(school.zone, context.clock())
  const lines: string[] = []
  for (const matter of mattersOn({ policies, school }, today)) {
    const { edition } = matter
    for (const practice of [false, true]) {
      const undecided = await readUndecided({ ports: { journal } }, matter, practice)
      if (undecided !== undefined)
        lines.push(`${practice ? 'PRACTICE ' : ''}${edition.title}: ${sayUndecided(undecided, edition)}`)
    }
  }
  return lines
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
  const about = { policy: policy.id, edition: asked.edition, change, practice }
  const stampNow = () => stampOf({ clock: () => at, newId: context.newId })
  const stamp = stampNow()
  const stamps = Array.from({ length: mostMoved }, stampNow)
  const outcome = await withHome(context, ({ journal }) =>
    journal.record({ policy: policy.id }, (facts) =>
      decideMark(facts, { ...about, asOf, by: 'operator', stamp, stamps }),
    ),
  )
  if (outcome.kind === 'already-marked')
    return refused(context, json, {
      outcome: outcome.kind,
      what: `Edition ${asked.edition} is marked ${change} already.`,
    })
  if (outcome.kind === 'due-passed') {
    const ids = outcome.campaigns.map(({ id }) => id).join(', ')
    const what = `The day of ${ids} has passed, so everybody would be late at once. First: npm run campaign -- change ID --due DAY --why TEXT.`
    return refused(context, json, { outcome: outcome.kind, what })
  }
  const means = change === 'material' ? 'everybody signs again' : 'signatures of the edition before carry over'
  if (json) context.out(JSON.stringify({ outcome: outcome.kind, ...about, entry: stamp.id, moved: outcome.moved }))
  else {
    context.out(
      `${practice ? 'PRACTICE ' : ''}Edition ${asked.edition} of the ${policy.title} is marked ${change}: ${means}.`,
    )
    for (const campaign of outcome.moved) context.out(sayCampaign(campaign))
  }
  return status.done
}

/** At most this many are open at once for one policy. */
const mostMoved = 40
