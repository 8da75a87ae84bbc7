// One beat of the clock: everything that a job needs.
import type { Courtesy } from '../kit/courtesy.ts'
import type { Turn } from './turn.ts'

export type Beat = Omit<Turn, 'event' | 'memory' | 'doors'> & {
  /** Whoever waits for an answer goes before notices to many. Absent where nobody waits. */
  readonly courtesy?: Courtesy
}

/** Something that runs on every beat. It may throw: the other jobs run all the same. */
export interface Job {
  readonly name: string
  run(beat: Beat): Promise<void>
}

/** The beat’s time, which moves on while it works: sending to many people may take until after working hours. */
export function clockOf({ ports, now }: Pick<Beat, 'ports' | 'now'>): () => Date {
  const begun = ports.clock().getTime()
  return () => new Date(now.getTime() + Math.max(0, ports.clock().getTime() - begun))
}

/** Runs in the order of the doors. A job that fails does not stop the others. */
export async function runJobs(jobs: readonly Job[], beat: Beat): Promise<void> {
  for (const { name, run } of jobs) {
    try {
      await run(beat)
    } catch (error) {
      beat.ports.log.error({ job: name, error }, 'a job of the clock failed; the next tick tries again')
    }
  }
}
