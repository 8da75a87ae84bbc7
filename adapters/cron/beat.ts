// The clock's beat: a tick at the beginning of each minute. What is due is decided in src/.
import { sleep, within, type Wait } from '../../src/kit/wait.ts'
import type { Log } from '../../src/ports/ports.ts'

export interface Beat {
  /** Runs one tick now, unless one is still running. */
  now(): Promise<void>
  /** Starts no further tick; resolves when the running one has ended, or does not end in time. */
  stop(): Promise<void>
}

export interface BeatOptions {
  /** Never throws. */
  readonly tick: (now: Date) => Promise<void>
  readonly clock: () => Date
  readonly log: Log
  readonly wait?: Wait
}

/** Milliseconds that a tick may take to end when everything stops. */
const patience = 20_000

/** Beats every minute until stopped; while one beat is still working, no other starts. */
export function startBeat({ tick, clock, log, wait = sleep }: BeatOptions): Beat {
  let atWork: Promise<void> | undefined
  let stopped = false
  const now = async () => {
    if (stopped || atWork !== undefined) return
    atWork = tick(clock())
    await atWork.finally(() => (atWork = undefined))
  }
  // Each time the clock is read anew. So where it was set back or forward, or the machine slept, there is one tick for all
  // that, and the next in a minute; a beat that waited for a certain time, or made up for each minute, would stand still.
  let timer: NodeJS.Timeout
  const beatOn = () => {
    timer = setTimeout(() => {
      beatOn()
      void now()
    }, toNextMinute(clock()))
  }
  beatOn()
  return {
    now,
    async stop() {
      stopped = true
      clearTimeout(timer)
      if (atWork === undefined) return
      const ended = await within(
        wait,
        patience,
        atWork.then(() => 'ended'),
      )
      if (ended === undefined) log.warn({ seconds: patience / 1_000 }, 'a tick did not end in time, and is left behind')
    },
  }
}

const minute = 60_000
/** Milliseconds: a timer may fire a little early, and would then do so twice in the same minute. */
const afterwards = 10

function toNextMinute(now: Date): number {
  return minute - (now.getTime() % minute) + afterwards
}
