// `campaign remind ID`: everybody who has not signed is reminded once, of a campaign or of all documents of a round.
import { sayNudgeTime } from '../campaign/nudge-all-cards.ts'
import { readNudge, type NudgeWish } from '../campaign/read-nudge.ts'
import { planNudgeAll } from '../campaign/send-nudge-all.ts'
import { canHold } from '../campaign/read-holder.ts'
import type { Person } from '../chat/people.ts'
import { leadersOf } from '../digest/read-leaders.ts'
import { dayIn, type Day } from '../kit/days.ts'
import type { Ports } from '../ports/ports.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { openParts, roundsOf } from '../standing/rounds.ts'
import { mattersOn } from '../turn/matter.ts'
import type { Library } from '../turn/library.ts'
import { agreed } from './agreed.ts'
import { refused } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { withHome } from './open-home.ts'

interface ReminderAsked {
  readonly id: string
  readonly at: Date
  readonly yes: boolean
  readonly json: boolean
}

interface CampaignWish {
  readonly campaign: Campaign
  readonly wish: Extract<NudgeWish, { kind: 'wish' }>
}

export async function remindAsked(context: CommandContext, { id, at, yes, json }: ReminderAsked): Promise<number> {
  const library = await context.library()
  return withHome(context, async (home) => {
    const campaigns = meantBy(id, await home.journal.campaigns())
    if (campaigns === undefined)
      return refused(context, json, { outcome: 'no-such-campaign', what: `There is no campaign or bundle “${id}”.` })
    const wishes = await wishesOf(campaigns, { ports: home, library, now: at })
    const [first] = wishes
    if (first === undefined)
      return refused(context, json, {
        outcome: 'nobody',
        what: 'Nobody who is asked has still to sign, or the reminders are paused. Nothing was sent.',
      })
    const lines = wishes.map(
      ({ wish }) => `${wish.about.title}: ${wish.count} ${wish.count === 1 ? 'person' : 'people'}.`,
    )
    const told = await whoIsTold(home, campaigns[0], dayIn(library.school.zone, at))
    const when = `Each hears privately ${sayNudgeTime(first.wish.when)}, and once a day at most. ${sayTold(told)}`
    if (!json && !yes) for (const line of [...lines, when]) context.out(line)
    if (!(await agreed(context, { yes, json, question: 'Remind them?' }))) return status.no
    const planned = await planAll(home, wishes, told)
    if (planned === 0)
      return refused(context, json, {
        outcome: 'reminded-before',
        what: 'They are being reminded on that day already. Nothing more is sent.',
      })
    const documents = wishes.map(({ wish }) => ({ policy: wish.about.policy, people: wish.count }))
    const { day } = first.wish.when
    if (json) context.out(JSON.stringify({ outcome: 'planned', day, documents, told: told?.id ?? null }))
    else context.out(`Written down: the server reminds them. ${when}`)
    return status.done
  })
}

/** For how many of them it was written down: not where they are reminded on that day already. */
async function planAll(
  home: Pick<Ports, 'notices'>,
  wishes: readonly CampaignWish[],
  told: Person | undefined,
): Promise<number> {
  const by = told?.id ?? 'operator'
  let planned = 0
  for (const { campaign, wish } of wishes)
    if (await planNudgeAll(home, wish, { by, campaign: campaign.id })) planned += 1
  return planned
}

/**
 * Who hears how it went, since whoever types the command has no account: the person to whom the campaign was handed, or
 * else the first who leads the school. Undefined where nobody does.
 */
async function whoIsTold(
  { people }: Pick<Ports, 'people'>,
  campaign: Campaign | undefined,
  today: Day,
): Promise<Person | undefined> {
  const about = { practice: campaign?.practice ?? false, today }
  const holder = campaign?.handed && (await people.byId(campaign.handed.to))
  return canHold(holder, about) ? holder : (await leadersOf({ people }, about))[0]
}

function sayTold(told: Person | undefined): string {
  return told === undefined
    ? 'Nobody is known who leads the school. Whoever leads it when it is done is told how it went; if nobody does, the log of the server says it.'
    : `${told.name} is told how it went.`
}

/** Undefined where there is neither a round nor a campaign of that id. */
function meantBy(id: string, campaigns: readonly Campaign[]): readonly Campaign[] | undefined {
  const round = roundsOf(campaigns).find((each) => each.id === id)
  if (round !== undefined) return openParts(round)
  const campaign = campaigns.find((each) => each.id === id)
  if (campaign === undefined) return undefined
  return campaign.closedOn === undefined ? [campaign] : []
}

async function wishesOf(
  campaigns: readonly Campaign[],
  reading: Parameters<typeof readNudge>[0] & { readonly library: Library },
): Promise<readonly CampaignWish[]> {
  const { library, now } = reading
  const matters = mattersOn(library, dayIn(library.school.zone, now))
  const wishes: CampaignWish[] = []
  for (const campaign of campaigns) {
    const matter = matters.find(({ policy }) => policy.id === campaign.policy)
    if (matter === undefined) continue
    const wish = await readNudge(reading, { matter, practice: campaign.practice, campaign })
    if (wish.kind === 'wish') wishes.push({ campaign, wish })
  }
  return wishes
}
