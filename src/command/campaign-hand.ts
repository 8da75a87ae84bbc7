// `campaign hand ID --to EMAIL` and `--back`: a named person minds a campaign, or all those of a round.
import { sayHandedWhat, type HandedWhat } from '../campaign/hand-cards.ts'
import { handCampaigns, stampsToHand, takeBackCampaigns } from '../campaign/hand.ts'
import { findHolder } from '../campaign/read-holder.ts'
import { stampOf } from '../journal/stamp.ts'
import { dayIn } from '../kit/days.ts'
import type { Journal } from '../ports/evidence.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { misused, refused } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { withHome } from './open-home.ts'

export interface HandAsked {
  readonly id: string
  readonly to?: string | undefined
  readonly back: boolean
  readonly at: Date
  readonly json: boolean
  readonly usage: string
}

export async function handAsked(context: CommandContext, asked: HandAsked): Promise<number> {
  const { id, to, back, at, json, usage } = asked
  if ((to === undefined) !== back) return misused(context, usage)
  const { policies, school } = await context.library()
  const titleOf = (policy: string) => policies.find((each) => each.id === policy)?.title ?? policy
  return withHome(context, async ({ journal, people }) => {
    const campaigns = (await journal.campaigns()).filter((each) => each.id === id || each.round?.id === id)
    const [first] = campaigns
    if (first === undefined) return refused(context, json, { outcome: 'no-such-campaign', what: `There is no campaign “${id}”.` }) // prettier-ignore
    const stamps = Array.from({ length: stampsToHand(campaigns.length) }, () =>
      stampOf({ clock: () => at, newId: context.newId }),
    )
    const ask = { campaigns: campaigns.map((each) => each.id), by: 'operator', stamps }
    const what: HandedWhat = { campaigns, titleOf }
    if (to === undefined) return takeBack(context, { journal, ask, json })
    const found = await findHolder({ people }, to, { practice: first.practice, today: dayIn(school.zone, at) })
    if (found.kind === 'nobody')
      return refused(context, json, { outcome: 'nobody', what: `Nobody who works here matches “${to}”.` })
    if (found.kind === 'several') {
      const names = found.among.map(({ name, email }) => (email === undefined ? name : `${name} (${email})`)).join(', ')
      return refused(context, json, { outcome: 'several', what: `Several people match that: ${names}. Give the email address.` }) // prettier-ignore
    }
    const { person } = found
    const outcome = await journal.record({}, (facts) => handCampaigns(facts, { ...ask, to: person.id }))
    if (outcome.kind === 'closed') return refused(context, json, { outcome: 'closed', what: 'It is closed.' })
    if (outcome.kind === 'theirs-before')
      return refused(context, json, { outcome: outcome.kind, what: `It is with ${person.name} already.` })
    const done = `${person.name} now has ${sayHandedWhat(what)}, and is told by the running server, in working hours.`
    return say(context, { json, done, outcome: outcome.kind, campaigns: outcome.campaigns })
  })
}

interface TakingBack {
  readonly journal: Pick<Journal, 'record'>
  readonly ask: Parameters<typeof takeBackCampaigns>[1]
  readonly json: boolean
}

async function takeBack(context: CommandContext, { journal, ask, json }: TakingBack): Promise<number> {
  const outcome = await journal.record({}, (facts) => takeBackCampaigns(facts, ask))
  if (outcome.kind === 'not-handed')
    return refused(context, json, { outcome: outcome.kind, what: 'It is with nobody. Nothing was changed.' })
  const done = 'Taken back. It is with the senior leadership team alone again.'
  return say(context, { json, done, outcome: outcome.kind, campaigns: outcome.campaigns })
}

interface Said {
  readonly json: boolean
  readonly done: string
  readonly outcome: string
  readonly campaigns: readonly Campaign[]
}

function say({ out }: CommandContext, { json, done, outcome, campaigns }: Said): number {
  out(json ? JSON.stringify({ outcome, campaigns }) : done)
  return status.done
}
