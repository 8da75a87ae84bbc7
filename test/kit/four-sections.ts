// The text of another school: four sections, some of which state in their own words what the bot's rules rest on.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { policyCommand } from '../../src/command/policy.ts'
import { run, type Ran } from './command.ts'

export const fourSections = `Social Media Policy

September 2026

1. Purpose

This policy tells everybody who works here how we use social media.

2. Confidential information

Staff must never publish confidential information that identifies a person, such as the records of pupils or employees. The personal details of other people, for example their home address or telephone numbers, must never be given out.

3. Conduct online

Offensive or derogatory comments about a person are bullying, even when that person is unaware of them. Staff may seek clarification about their own use of social media from a member of the leadership team.

4. Declaration

I have read and understood this policy and I will keep to it.
`

/** Makes a home of its own, and imports that text into it in place of the sample. */
export async function importFourSections(): Promise<{ readonly home: string; readonly ran: Ran }> {
  const home = mkdtempSync(join(tmpdir(), 'words-'))
  return { home, ran: await importInto(home) }
}

export function importInto(home: string): Promise<Ran> {
  const file = join(home, 'social.txt')
  writeFileSync(file, fourSections)
  return run(policyCommand, ['import', file, '--policy', 'social-media', '--yes'], { home })
}
