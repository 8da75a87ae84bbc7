// The school's bundles as the office finds them: those of its files, and those that were asked for once.
import type { Bundle } from '../standing/bundles.ts'
import { openParts, roundsOf, type Round } from '../standing/rounds.ts'
import type { World } from './world.ts'

/** A bundle with what was asked of it. It lives on in its rounds where the school has removed its file. */
export interface FoundBundle {
  readonly bundle: Bundle
  /** Newest first. */
  readonly rounds: readonly Round[]
  readonly open: Round | undefined
}

/** Those of the school's files, and those that were asked once and whose file is gone. The office is about real people. */
export async function allBundles(world: World): Promise<readonly FoundBundle[]> {
  const rounds = roundsOf(await world.ports.journal.campaigns()).filter(({ practice }) => !practice)
  const { bundles = [] } = world.library()
  const gone = rounds.filter((round, at) => {
    return (
      !bundles.some(({ id }) => id === round.bundle) && rounds.findIndex((each) => each.bundle === round.bundle) === at
    )
  })
  const all = [...bundles, ...gone.map(({ bundle, title }): Bundle => ({ id: bundle, title, duties: [] }))]
  return all.map((bundle) => {
    const own = rounds.filter((round) => round.bundle === bundle.id)
    return { bundle, rounds: own, open: own.find((round) => openParts(round).length > 0) }
  })
}

/** Its file is there. */
export function isWritten({ bundle }: FoundBundle): boolean {
  return bundle.duties.length > 0
}
