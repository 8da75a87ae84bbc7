// Whether Slack and Teams would work, each really tried: for `doctor`, and for the office.
import { checkSlackSettings } from '../../adapters/slack/settings.ts'
import type { Platform } from '../chat/people.ts'
import type { DoctorRow } from '../ports/doctor.ts'
import type { AboutGroups } from '../ports/memberships.ts'
import { checkTeamsSettings } from '../../adapters/teams/settings.ts'
import type { SlackVariables, TeamsVariables } from '../config.ts'
import type { CommandContext } from './context.ts'
import { hasDatabase, withHome } from './open-home.ts'

/** One thing that was tried, what was found, and what to do. */
export type CheckRow = Pick<DoctorRow, 'check' | 'ok' | 'what' | 'fix' | 'needed'>

/** `about` says which group decides who belongs, and who was in one when it was last read. */
export async function checkSlack(
  variables: SlackVariables,
  clock: () => Date,
  about?: AboutGroups,
): Promise<readonly CheckRow[]> {
  const checked = checkSlackSettings(variables)
  switch (checked.kind) {
    case 'off':
      return [{ check: 'settings', ok: true, what: 'off (SLACK_BOT_TOKEN is not set)', fix: '', needed: false }]
    case 'problems':
      return checked.problems.map(({ what, fix }) => ({ check: 'settings', ok: false, what, fix, needed: true }))
    case 'settings': {
      // Loaded only where there is something to check.
      const { doctorSlack } = await import('../../adapters/slack/doctor.ts')
      const mode = checked.settings.mode.kind === 'socket' ? 'Socket Mode' : 'HTTP at /slack/events'
      const notes = [mode, ...checked.notes].join('. ')
      return [
        { check: 'settings', ok: true, what: notes, fix: '', needed: true },
        ...(await doctorSlack(checked.settings, clock, about)),
      ]
    }
  }
}

/** As `checkSlack`. */
export async function checkTeams(
  variables: TeamsVariables,
  clock: () => Date,
  about?: AboutGroups,
): Promise<readonly CheckRow[]> {
  const checked = checkTeamsSettings(variables)
  switch (checked.kind) {
    case 'off': {
      const what = `off (MICROSOFT_APP_ID is not set)${checked.hint === undefined ? '' : `. ${checked.hint}`}`
      return [{ check: 'settings', ok: true, what, fix: '', needed: false }]
    }
    case 'problems':
      return checked.problems.map(({ what, fix }) => ({ check: 'settings', ok: false, what, fix, needed: true }))
    case 'settings': {
      const { doctorTeams } = await import('../../adapters/teams/doctor.ts')
      const notes = ['HTTP at /api/messages', ...checked.notes].join('. ')
      return [
        { check: 'settings', ok: true, what: notes, fix: '', needed: true },
        ...(await doctorTeams(checked.settings, clock, about)),
      ]
    }
  }
}

/** Who was in a group when a running bot last read it. A home without a database is not given one. */
export function lastKnownIn(context: CommandContext, platform: Platform): AboutGroups['lastKnown'] {
  return async (group) => {
    try {
      if (!(await hasDatabase(context))) return undefined
      return await withHome(context, ({ memberships }) => memberships.find({ platform, group }))
    } catch {
      // That it cannot be opened has a row of its own.
      return undefined
    }
  }
}
