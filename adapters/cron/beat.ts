// The clock's beat: a tick at each minute, counted in instants. What is due is decided in src/. node-cron counts by the
// process's own zone even when told another: in Europe/London its beat is lost for an hour when the clocks go back.
import { sleep, within, type Wait } from '../../src/kit/wait.ts'
import type { Log } from '../../src/ports/ports.ts'

export interface Beat {
  /** One tick now, unless one is still at work. */
  now(): Promise<void>
  /** No further tick begins; resolves when the one at work has ended, or does not end in time. */
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

/** Beats every minute until stopped; a beat that is still at work is not joined by another. */
export function startBeat({ tick, clock, log, wait = sleep }: BeatOptions): Beat {
  let atWork: Promise<void> | undefined
  let stopped = false
  const now = async () => {
    if (stopped || atWork !== undefined) return
    atWork = tick(clock())
    await atWork.finally(() => (atWork = undefined))
  }
  let timer: NodeJS.Timeout | undefined
  const arm = () => {
    timer = setTimeout(() => {
      arm()
      void now()
    }, untilNextMinute(clock()))
  }
  arm()
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
/** Timers may come a moment early, and would then come twice for one minute. */
const past = 20

/** Milliseconds. An instant knows no zone, so that no clock change makes it come twice or not at all. */
export function untilNextMinute(now: Date): number {
  return minute + past - (now.getTime() % minute)
}
