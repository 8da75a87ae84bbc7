// The timeline of a round for its page in the office.
import { readRoundTimeline } from '../bundle/read-round-timeline.ts'
import type { Timeline } from '../kit/timeline.ts'
import type { Round } from '../standing/rounds.ts'
import { mattersIn } from './matters.ts'
import { todayOf, type World } from './world.ts'

export function roundTimelineIn(world: World, round: Round): Promise<Timeline | undefined> {
  const { reminders, calendar } = world.library().school
  return readRoundTimeline(world.ports, {
    round,
    matters: mattersIn(world),
    reminders,
    calendar,
    today: todayOf(world),
  })
}
