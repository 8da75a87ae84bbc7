// A process in the zone Europe/London whose clock is moved: the beat runs through the nights on which the clocks
// change, and the process prints how many of the minutes between two instants the beat ticked, and which it missed.
import { mock } from 'node:test'
import { startBeat } from '../../adapters/cron/beat.ts'

const minute = 60_000
const [from = '', to = ''] = process.argv.slice(2)
const [begin, end] = [Date.parse(from), Date.parse(to)]
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: begin })

const told = new Set<string>()
const quiet = () => undefined
startBeat({
  tick: (now) => Promise.resolve(void told.add(now.toISOString().slice(0, 16))),
  clock: () => new Date(),
  log: { info: quiet, warn: quiet, error: quiet },
})
for (let at = begin; at < end; at += minute / 4) {
  mock.timers.tick(minute / 4)
  // Lets pending promises resolve, since some code awaits one before it sets its next timer.
  await new Promise((resolve) => setImmediate(resolve))
}
const missed: string[] = []
for (let at = begin + minute; at < end; at += minute) {
  const one = new Date(at).toISOString().slice(0, 16)
  if (!told.has(one)) missed.push(one)
}
process.stdout.write(`${JSON.stringify({ zone: new Date(begin).getTimezoneOffset(), told: told.size, missed })}\n`)
process.exit()
