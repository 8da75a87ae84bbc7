// Makes a home folder into which the school's own text has been imported, by the command that a school uses.
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { policyCommand } from '../../src/command/policy.ts'
import { findFiles } from '../../src/library/files.ts'
import { readPolicy } from '../../src/library/policies.ts'
import type { Edition } from '../../src/policy/types.ts'
import { run } from './command.ts'

export async function importInto(home: string, source: string): Promise<void> {
  const { status, err } = await run(policyCommand, ['import', source, '--policy', 'social-media', '--yes'], { home })
  if (status !== 0) throw new Error(err.join('\n'))
}

const document = '../shared/policy/43-social-media-policy.txt'

/** The school's own edition of the Social Media Policy; undefined where its document is not beside the project. */
export async function readAdopted(): Promise<Edition | undefined> {
  if (!existsSync(document)) return undefined
  const home = mkdtempSync(join(tmpdir(), 'adopted-'))
  await importInto(home, document)
  const { policy } = readPolicy('policies/social-media', findFiles({ root: '.', home }))
  return policy?.editions.find(({ wording }) => wording === 'adopted')
}
