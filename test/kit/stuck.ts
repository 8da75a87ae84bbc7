// A program under the watchdog: `blocked` stays in a loop for ever, `silent` has a clock without a sign of life, and
// `well` ends after some hundred beats.
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
// Keeps the process alive, as a listening server does.
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
