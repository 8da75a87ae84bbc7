// All stages: a story is told once and played on each.
import type { Platform } from '../../src/chat/people.ts'
import { slackStage } from './slack/stage.ts'
import { teamsStage } from './teams/stage.ts'
import { webStage } from './web.ts'
import type { Hand, Stage, StageOptions, World } from './story.ts'

export const stages: readonly Stage[] = [webStage, slackStage('http'), slackStage('socket'), teamsStage]

type Tell = (people: { teacher: Hand; starter: Hand; slt: Hand; world: World; stage: Stage }) => Promise<void>

/** Plays the story in a new world on each stage. */
export function story(what: string, tell: Tell, options: StageOptions = {}): void {
  for (const stage of stages) it(`${what} (${stage.name})`, () => play(stage, tell, options))
}

/** Skips the story on one platform, with the reason in the test's title. */
story.except = (platform: Platform, why: string, what: string, tell: Tell, options: StageOptions = {}): void => {
  for (const stage of stages)
    if (stage.platform === platform) it.skip(`${what} (${stage.name}; left out: ${why})`)
    else it(`${what} (${stage.name})`, () => play(stage, tell, options))
}

export async function play(stage: Stage, tell: Tell, options: StageOptions = {}): Promise<void> {
  const world = await stage.open(options)
  try {
    const [teacher, starter, slt] = [await world.as('teacher'), await world.as('starter'), await world.as('slt')]
    await promote(world)
    await tell({ teacher, starter, slt, world, stage })
  } catch (failure) {
    // A world that has failed may never come to rest, and then only the test's limit would be read, not the failure.
    world.close().catch(() => undefined)
    throw failure
  }
  await world.close()
}

/** Enters the senior leader in the school's list, because some platforms, such as Teams, do not know who leads. */
async function promote({ ports: { people } }: World): Promise<void> {
  const everybody = await people.list({ practice: false, most: 100 })
  const deputy = everybody.find(({ name }) => name === 'Joanne Clarke')
  if (deputy !== undefined && !deputy.roles.includes('slt')) await people.put([{ ...deputy, roles: ['staff', 'slt'] }])
}
