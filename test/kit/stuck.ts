// A program under the watchdog: `blocked` never comes back from a loop, `silent` has a clock that gives no sign of life,
// `well` beats some hundred times and ends by itself.
import { setImmediate as soon } from 'node:timers/promises'
import { watchOver } from '../../adapters/watchdog.ts'

const [how = ''] = process.argv.slice(2)
let beats = 0
const watchdog = watchOver({
  alive: () => new Date(how === 'silent' ? 0 : ++beats),
  every: 20,
  mostBlocked: how === 'well' ? 1_000 : 10,
  mostSilent: 5,
})
process.stdout.write('watched\n')
// Keeps it alive, as a server that listens does.
const awake = setInterval(() => undefined, 1_000)
if (how === 'blocked') for (;;);
if (how === 'silent') {
  while (!watchdog.isStuck()) await soon()
  process.stdout.write('stuck\n')
}
if (how === 'well') {
  while (beats < 100) await soon()
  process.stdout.write(`${watchdog.isStuck() ? 'stuck' : 'well'}\n`)
  await watchdog.stop()
  clearInterval(awake)
}
