// `campaign timeline ID`: what the picture of a campaign shows, in words.
import { readTimeline } from '../campaign/read-timeline.ts'
import { sayGoesOn } from '../campaign/timeline.ts'
import { capital } from '../kit/text.ts'
import { sayTimeline } from '../kit/timeline.ts'
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
    const campaign = (await journal.campaigns()).find((each) => each.id === id)
    if (campaign === undefined) return misused(context, `There is no campaign “${id}”. See: npm run campaign -- list`)
    const matter = readMatter(library, campaign.policy, context.clock())
    if (typeof matter === 'string') return misused(context, matter)
    const { reminders, calendar } = library.school
    const timeline = await readTimeline({ journal, register }, { matter, campaign, reminders, calendar })
    if (json) context.out(JSON.stringify(timeline))
    else
      for (const line of [`${timeline.label}.`, ...sayTimeline(timeline).map(capital), sayGoesOn(campaign, reminders)])
        context.out(line)
    return status.done
  })
}
