// The clock's beat: node-cron calls tick each minute. What is due is decided in src/.
import { schedule } from 'node-cron'
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

/** Milliseconds between two looks at the clock that are a second apart. */
const wasSet = 30_000

/** Beats every minute until stopped; while one beat is still working, no other starts. */
export function startBeat({ tick, clock, log, wait = sleep }: BeatOptions): Beat {
  let atWork: Promise<void> | undefined
  let stopped = false
  const now = async () => {
    if (stopped || atWork !== undefined) return
    atWork = tick(clock())
    await atWork.finally(() => (atWork = undefined))
  }
  // node-cron counts in the zone of the process, whatever zone it is given: in Europe/London it is silent for an hour
  // when the clocks go back. Nothing else here uses that zone: days are computed in the school's.
  process.env['TZ'] = 'UTC'
  const task = schedule('* * * * *', now, { name: 'tick', timezone: 'UTC', suppressMissedWarning: true })
  // It waits for the minute that it expects next, and goes through all that it missed. So where somebody sets the clock, or
  // the machine slept, it begins anew: one beat for all that, in the next minute.
  const anew = () => {
    void task.stop()
    void task.start()
  }
  const watch = setInterval(watchClock(Date.now, anew), 1_000)
  return {
    now,
    async stop() {
      stopped = true
      clearInterval(watch)
      await task.destroy()
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

/** Returns what looks at the clock, in milliseconds, each second: `whenSet` is called where it did not move on by itself. */
export function watchClock(clock: () => number, whenSet: () => void): () => void {
  let seen = clock()
  return () => {
    const passed = clock() - seen
    seen += passed
    if (passed < 0 || passed >= wasSet) whenSet()
  }
}
