// Has tests run against changed code in a program beside this one, and tells what came of each change.
import { spawn } from 'node:child_process'
import { z } from 'zod'
import type { Mutant } from './make.ts'

const Outcome = z.object({ passed: z.boolean(), what: z.string() })
export type Outcome = z.infer<typeof Outcome>

/** In the same order. Throws where one of them ended the program. */
export async function runMutants(
  mutants: readonly (Mutant & { readonly tests: readonly string[] })[],
): Promise<readonly Outcome[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/kit/mutants/run.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify({ mutants }))
  let text = ''
  for await (const chunk of child.stdout) text += String(chunk)
  const outcomes = text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => Outcome.parse(JSON.parse(line)))
  const after = mutants[outcomes.length]
  if (after !== undefined) throw new Error(`it ended at “${after.was}” in ${after.file}`)
  return outcomes
}
