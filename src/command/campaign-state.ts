// `campaign close|reopen|pause|resume ID`: stops asking and asks again, or pauses reminders.
import { reopenCampaign } from '../campaign/change.ts'
import { closeCampaign } from '../campaign/open-campaign.ts'
import { pauseCampaign, resumeCampaign, type PauseRequest } from '../campaign/pause.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { SigningFacts } from '../standing/types.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import { stampOf } from '../journal/stamp.ts'
import { sayDay, type Day } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { agreed } from './agreed.ts'
import { turnRoundAsked } from './campaign-bundle.ts'
import { refused } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { withHome } from './open-home.ts'

export type StateVerb = 'close' | 'reopen' | 'pause' | 'resume'

export interface Turning {
  readonly verb: StateVerb
  readonly id: string
  readonly at: Date
  /** The person at the keyboard is not asked first. */
  readonly yes: boolean
  readonly json: boolean
}

type Outcome =
  | { readonly kind: 'closed' | 'reopened' | 'paused' | 'resumed'; readonly campaign: Campaign }
  | { readonly kind: 'already-closed' | 'already-paused'; readonly on: Day }
  | { readonly kind: 'not-paused' | 'not-closed' | 'another-open' }
  | { readonly kind: 'no-such-campaign' }

const decide: Readonly<Record<StateVerb, (facts: SigningFacts, request: PauseRequest) => RecordDecision<Outcome>>> = {
  close: closeCampaign,
  reopen: (facts, request) => plainly(reopenCampaign(facts, request)),
  pause: (facts, request) => whileOpen(pauseCampaign(facts, request)),
  resume: (facts, request) => whileOpen(resumeCampaign(facts, request)),
}

/** For pausing, a closed campaign is reported as closed earlier. */
function whileOpen(
  recorded: ReturnType<typeof pauseCampaign> | ReturnType<typeof resumeCampaign>,
): RecordDecision<Outcome> {
  const { outcome } = recorded
  return outcome.kind === 'closed'
    ? { ...recorded, outcome: { kind: 'already-closed', on: outcome.on } }
    : { ...recorded, outcome }
}

/** Which other one is open does not matter here. */
function plainly(recorded: ReturnType<typeof reopenCampaign>): RecordDecision<Outcome> {
  const { outcome } = recorded
  return { ...recorded, outcome: outcome.kind === 'another-open' ? { kind: 'another-open' } : outcome }
}

export async function turnCampaign(context: CommandContext, { verb, id, at, yes, json }: Turning): Promise<number> {
  const asks = verb === 'close' && context.interactive && !yes
  const question = `Close ${id}? Nobody is asked any more; it can be opened again.`
  if (asks && !(await agreed(context, { yes, json, question }))) return status.no
  const { zone } = (await context.library()).school
  return withHome(context, async ({ journal }) => {
    const round = await turnRoundAsked(context, journal, { verb, id, zone, at, json })
    if (round !== undefined) return round
    const campaign = (await journal.campaigns()).find((each) => each.id === id)
    const stamp = stampOf({ clock: () => at, newId: context.newId })
    const outcome: Outcome =
      campaign === undefined
        ? { kind: 'no-such-campaign' }
        : await journal.record({ policy: campaign.policy }, (facts) =>
            decide[verb](facts, { campaign: id, zone, by: 'operator', stamp }),
          )
    if (!('campaign' in outcome))
      return refused(context, json, { outcome: outcome.kind, what: sayRefusal(outcome, id) })
    if (json) context.out(JSON.stringify({ outcome: outcome.kind, campaign: outcome.campaign }))
    else context.out(done[outcome.kind])
    return status.done
  })
}

const done = {
  closed: 'Closed. Nobody is asked any more; what was signed stays signed.',
  reopened: 'Open again, as it was. Nobody is told again what they have been told.',
  paused: 'Paused. Nobody is reminded until it goes on; it still counts as asked.',
  resumed: 'It goes on. Whoever is due hears once, about now; what was missed is not made up for.',
}

function sayRefusal(outcome: Exclude<Outcome, { readonly campaign: Campaign }>, id: string): string {
  switch (outcome.kind) {
    case 'already-closed':
      return `It was closed on ${sayDay(outcome.on)}.`
    case 'already-paused':
      return `It has been paused since ${sayDay(outcome.on)}.`
    case 'not-paused':
      return 'It is not paused.'
    case 'not-closed':
      return 'It is open.'
    case 'another-open':
      return 'Another campaign asks the same people for the same edition.'
    case 'no-such-campaign':
      return `There is no campaign “${id}”.`
    default:
      return never(outcome)
  }
}
