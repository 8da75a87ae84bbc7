// Runs a command as the command line would, and captures its output.
import { randomUUID } from 'node:crypto'
import type { Command } from '../../src/command/context.ts'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { readConfig } from '../../src/config.ts'

export interface Ran {
  readonly status: number
  readonly out: readonly string[]
  readonly err: readonly string[]
}

export async function run(
  command: Command,
  argv: readonly string[],
  {
    home = 'test/no-home',
    input = [],
    env = {},
    names = [],
    interactive = false,
    now = '2026-11-23T09:00:00Z',
  }: {
    home?: string
    input?: readonly string[]
    env?: Record<string, string>
    names?: readonly string[]
    /** Somebody sits at a terminal, and types `input`. */
    interactive?: boolean
    now?: string
  } = {},
): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const read = readConfig(env, home)
  if (read.kind === 'problems') throw new Error(read.problems.join())
  const status = await command(
    {
      config: read.config,
      home: read.config.home,
      root: '.',
      clock: () => new Date(now),
      newId: randomUUID,
      interactive,
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      // eslint-disable-next-line @typescript-eslint/require-await -- the command reads its lines from an async iterable
      input: (async function* () {
        yield* input
      })(),
      library: () => Promise.resolve(loadLibrary({ root: '.', home: read.config.home })),
      names: () => Promise.resolve(names),
    },
    argv,
  )
  return { status, out, err }
}
