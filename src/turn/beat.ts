// One beat of the clock: all that a job needs to do its work.
import type { Turn } from './turn.ts'

export type Beat = Omit<Turn, 'event' | 'memory' | 'doors'>

/** Something that every tick does. What went wrong is thrown, and keeps no other job from its work. */
export interface Job {
  readonly name: string
  run(beat: Beat): Promise<void>
}

/** The beat’s moment, moving on while it works: sending to many may take until after hours. */
export function clockOf({ ports, now }: Pick<Beat, 'ports' | 'now'>): () => Date {
  const begun = ports.clock().getTime()
  return () => new Date(now.getTime() + Math.max(0, ports.clock().getTime() - begun))
}

/** In the order of the doors. One that fails keeps no other from its work. */
export async function runJobs(jobs: readonly Job[], beat: Beat): Promise<void> {
  for (const { name, run } of jobs) {
    try {
      await run(beat)
    } catch (error) {
      beat.ports.log.error({ job: name, error }, 'a job of the clock failed; the next tick tries again')
    }
  }
}
