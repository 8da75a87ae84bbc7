// The whole program in its own process, as `start` runs it except for its clock. Its arguments are a home folder and
// the instant at which the clock begins; the rest comes from the environment.
import { randomUUID } from 'node:crypto'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { start } from '../../src/command/start.ts'
import { readConfig } from '../../src/config.ts'

const [home = '', begins = ''] = process.argv.slice(2)
const read = readConfig(process.env, home)
if (read.kind === 'problems') throw new Error(read.problems.join())
const ahead = new Date(begins).getTime() - Date.now()

process.exitCode = await start(
  {
    config: read.config,
    home,
    root: '.',
    clock: () => new Date(Date.now() + ahead),
    newId: randomUUID,
    interactive: false,
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    input: process.stdin,
    library: () => Promise.resolve(loadLibrary({ root: '.', home })),
    names: () => Promise.resolve([]),
  },
  [],
)
