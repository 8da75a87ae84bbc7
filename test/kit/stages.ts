// Every stage there is: a story is told once and played on each.
import { slackStage } from './slack/stage.ts'
import { webStage } from './web.ts'
import type { Hand, Stage, World } from './story.ts'

export const stages: readonly Stage[] = [webStage, slackStage('http'), slackStage('socket')]

/** One world a story, closed at its end whatever happens. */
export function story(
  what: string,
  tell: (people: { teacher: Hand; starter: Hand; slt: Hand; world: World }) => Promise<void>,
): void {
  for (const stage of stages) {
    it(`${what} (${stage.name})`, async () => {
      const world = await stage.open()
      try {
        const [teacher, starter, slt] = [await world.as('teacher'), await world.as('starter'), await world.as('slt')]
        await tell({ teacher, starter, slt, world })
      } finally {
        await world.close()
      }
    })
  }
}
