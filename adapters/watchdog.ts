// A server that is stuck ends itself, so that whatever started it starts it again: a container's restart policy and
// systemd only notice a process that ends. A thread of its own watches, because a stuck event loop cannot.
import { Worker } from 'node:worker_threads'

export interface WatchdogOptions {
  /**
   * When the clock last gave a sign of life. Any change of the value counts, so a clock that is set right does no harm.
   */
  readonly alive: () => Date
  /** Milliseconds between two looks. */
  readonly every?: number
  /** Consecutive looks at which the program had done nothing at all. */
  readonly mostBlocked?: number
  /** Consecutive looks without a sign of life from the clock. */
  readonly mostSilent?: number
}

export interface Watchdog {
  /** Whether a tick has hung for so long that only a restart helps. */
  isStuck(): boolean
  stop(): Promise<void>
}

/** A minute in which nothing is answered, and a quarter of an hour in which no tick ends and no notice is settled. */
export function watchOver({ alive, every = 5_000, mostBlocked = 12, mostSilent = 180 }: WatchdogOptions): Watchdog {
  const beats = new Int32Array(new SharedArrayBuffer(4))
  let [seen, silent] = [alive().getTime(), 0]
  const look = setInterval(() => {
    const now = alive().getTime()
    silent = now === seen ? silent + 1 : 0
    seen = now
    if (silent <= mostSilent) Atomics.add(beats, 0, 1)
  }, every)
  look.unref()
  const worker = new Worker(guard, {
    eval: true,
    workerData: { beats, every, mostBlocked },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 },
  })
  worker.unref()
  return {
    isStuck: () => silent > mostSilent,
    async stop() {
      clearInterval(look)
      await worker.terminate()
    },
  }
}

/**
 * Counts looks and not time, because a machine that slept has missed both. Killing it half-way is safe: answers and
 * notices are written down before they are acknowledged or sent.
 */
const guard = `
const { writeSync } = require('node:fs')
const { workerData: { beats, every, mostBlocked } } = require('node:worker_threads')
let [last, missed] = [Atomics.load(beats, 0), 0]
setInterval(() => {
  const now = Atomics.load(beats, 0)
  missed = now === last ? missed + 1 : 0
  last = now
  if (missed < mostBlocked) return
  try {
    writeSync(2, JSON.stringify({ level: 60, time: Date.now(), msg: 'stuck: nothing was done for too long, so this ends here, to be started again' }) + '\\n')
  } finally {
    process.kill(process.pid, 'SIGKILL')
  }
}, every)
`
