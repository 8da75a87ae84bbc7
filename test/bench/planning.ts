// Measures planning a day of reminders, in a program bundled as `npm start` bundles the bot.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { bundle } from './contest.ts'

export async function* benchPlanning(home: string): AsyncGenerator<string> {
  const program = bundle('test/bench/planning-run.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', program, home])
  yield* stdout.trimEnd().split('\n')
}
