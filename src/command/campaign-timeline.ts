// `campaign timeline ID`: what the picture of a campaign, or of a round of a bundle, shows, in words.
import { readRoundTimeline } from '../bundle/read-round-timeline.ts'
import { wholeRound } from '../bundle/timeline.ts'
import { readTimeline } from '../campaign/read-timeline.ts'
import { sayGoesOn } from '../campaign/timeline.ts'
import { dayIn } from '../kit/days.ts'
import { capital } from '../kit/text.ts'
import { sayTimeline, type Timeline } from '../kit/timeline.ts'
import type { Ports } from '../ports/ports.ts'
import { roundsOf } from '../standing/rounds.ts'
import type { Library } from '../turn/library.ts'
import { mattersOn } from '../turn/matter.ts'
import { misused } from './asked.ts'
import { type CommandContext, status } from './context.ts'
import { readMatter } from './matter.ts'
import { lookInHome } from './open-home.ts'

export async function timelineAsked(
  context: CommandContext,
  { id, json }: { readonly id: string; readonly json: boolean },
): Promise<number> {
  const library = await context.library()
  return lookInHome(context, async ({ journal, register }) => {
    const found = await timelineNamed({ journal, register }, { library, id, now: context.clock() })
    if (typeof found === 'string') return misused(context, found)
    const { timeline, goesOn } = found
    if (json) context.out(JSON.stringify(timeline))
    else for (const line of [`${timeline.label}.`, ...sayTimeline(timeline).map(capital), goesOn]) context.out(line)
    return status.done
  })
}

interface Named {
  readonly library: Library
  readonly id: string
  readonly now: Date
}

/** A sentence where there is none. */
async function timelineNamed(
  ports: Pick<Ports, 'journal' | 'register'>,
  { library, id, now }: Named,
): Promise<{ readonly timeline: Timeline; readonly goesOn: string } | string> {
  const { reminders, calendar, zone } = library.school
  const campaigns = await ports.journal.campaigns()
  const none = `There is no campaign or bundle that is asked “${id}”. See: npm run campaign -- list`
  const round = roundsOf(campaigns).find((each) => each.id === id)
  const whole = round && wholeRound(round)
  if (round !== undefined && whole !== undefined) {
    const today = dayIn(zone, now)
    const asked = { round, matters: mattersOn(library, today), reminders, calendar, today }
    const timeline = await readRoundTimeline(ports, asked)
    return timeline === undefined ? none : { timeline, goesOn: sayGoesOn(whole, reminders) }
  }
  const campaign = campaigns.find((each) => each.id === id)
  if (campaign === undefined) return none
  const matter = readMatter(library, campaign.policy, now)
  if (typeof matter === 'string') return matter
  const timeline = await readTimeline(ports, { matter, campaign, reminders, calendar })
  return { timeline, goesOn: sayGoesOn(campaign, reminders) }
}
