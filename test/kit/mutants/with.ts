// Runs tests against changed code in a child process, and returns the outcome of each change.
import { spawn } from 'node:child_process'
import { z } from 'zod'
import type { Mutant } from './make.ts'

const Outcome = z.object({ passed: z.boolean(), what: z.string() })
export type Outcome = z.infer<typeof Outcome>

/** Outcomes are in the order of the mutants. Throws if a mutant ended the process. */
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
