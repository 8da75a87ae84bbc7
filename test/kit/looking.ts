// The commands that only read the school's database, and so must create nothing.
import { campaignCommand } from '../../src/command/campaign.ts'
import type { Command } from '../../src/command/context.ts'
import { digestCommand } from '../../src/command/digest.ts'
import { doctor } from '../../src/command/doctor.ts'
import { peopleCommand } from '../../src/command/people.ts'
import { registerCommand } from '../../src/command/register.ts'
import { remindersCommand } from '../../src/command/reminders.ts'
import { review } from '../../src/command/review.ts'

export const looking: readonly (readonly [string, Command, readonly string[]])[] = [
  ['people list', peopleCommand, ['list']],
  ['people show', peopleCommand, ['show', 'ada@x.example']],
  ['register list', registerCommand, ['list']],
  ['register overview', registerCommand, ['overview']],
  ['register export', registerCommand, ['export', '-']],
  ['register receipt', registerCommand, ['receipt', 'ada@x.example']],
  ['campaign list', campaignCommand, ['list']],
  ['campaign timeline', campaignCommand, ['timeline', 'c1']],
  ['reminders', remindersCommand, ['--on', '2026-11-24']],
  ['digest', digestCommand, ['--on', '2026-11-24']],
  ['review', review, []],
  ['doctor', doctor, []],
]
