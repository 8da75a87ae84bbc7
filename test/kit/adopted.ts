// A home folder in which the school's own text has been imported, by the very command that a school uses.
import { policyCommand } from '../../src/command/policy.ts'
import { run } from './command.ts'

export async function importInto(home: string, source: string): Promise<void> {
  const { status, err } = await run(policyCommand, ['import', source, '--policy', 'social-media', '--yes'], { home })
  if (status !== 0) throw new Error(err.join('\n'))
}
