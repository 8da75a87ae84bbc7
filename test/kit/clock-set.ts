// A process whose clock somebody sets: the beat runs for seventy seconds, the clock jumps by the milliseconds that are
// given, and two more minutes pass. It prints the minutes of the beats before, and after that how long after the jump
// each came, in seconds, and the same two minutes once it was stopped.
import { mock } from 'node:test'
import { startBeat } from '../../adapters/cron/beat.ts'

mock.timers.enable({ apis: ['setTimeout', 'setInterval'] })
const [jump = ''] = process.argv.slice(2)
const Real = Date
let at = Real.parse('2026-11-23T09:00:20Z')
/** Unlike the mocked one, it moves without the timers. */
globalThis.Date = class extends Real {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [at] : given) as [number]))
  }
  static override now(): number {
    return at
  }
} as DateConstructor

const told: number[] = []
const quiet = () => undefined
const beat = startBeat({
  tick: (now) => Promise.resolve(void told.push(now.getTime())),
  clock: () => new Date(),
  log: { info: quiet, warn: quiet, error: quiet },
})
async function pass(seconds: number): Promise<number[]> {
  for (let second = 0; second < seconds; second++) {
    at += 1_000
    mock.timers.tick(1_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return told.splice(0)
}

const before = await pass(70)
at += Number(jump)
const set = at
const after = await pass(120)
await beat.stop()
const stopped = await pass(120)
const minutes = before.map((time) => new Real(time).toISOString().slice(0, 16))
process.stdout.write(
  `${JSON.stringify({ before: minutes, after: after.map((time) => (time - set) / 1_000), stopped })}\n`,
)
process.exit()
