// Checks that the user groups in the settings exist and can be read: they decide who is SLT and who belongs.
import type { DoctorRow } from '../../src/ports/doctor.ts'
import type { AboutGroups } from '../../src/ports/memberships.ts'
import { z } from 'zod'
import { compact } from '../../src/kit/defined.ts'
import { sayList } from '../../src/kit/text.ts'
import { sayLastKnown } from '../last-known.ts'
import { adviceOn } from './advice.ts'
import { parseGroups, parseMembers } from './payloads.ts'
import type { SlackSettings } from './settings.ts'
import { tryCall } from './try-call.ts'

/** A row for each group; none of them stops the bot from starting. */
export async function probeGroups(
  settings: SlackSettings,
  { staff, lastKnown }: AboutGroups,
): Promise<readonly DoctorRow[]> {
  const wanted = compact([
    ...settings.sltGroups.map((handle) => ({ handle, setting: 'SLACK_SLT_GROUPS', who: 'SLT' })),
    staff !== undefined && { handle: staff, setting: 'belonging in school.yaml', who: 'who belongs' },
  ])
  if (wanted.length === 0) return [byList]
  const listed = await tryCall(settings, 'usergroups.list')
  const groups = listed.kind === 'answer' ? parseGroups(listed.body) : new Map<string, string>()
  const found = refusal(listed) ?? groups
  return Promise.all(
    wanted.map(async (one) =>
      probeGroup(settings, found, { ...one, goesOn: sayLastKnown(await lastKnown(one.handle)) }),
    ),
  )
}

const byList: DoctorRow = {
  check: 'SLT',
  ok: true,
  what: 'by the school’s list alone; no user group is named (SLACK_SLT_GROUPS)',
  fix: '',
  needed: false,
}

interface Wanted {
  readonly handle: string
  readonly setting: string
  /** What its members are. */
  readonly who: string
  /** What is so while it cannot be read. */
  readonly goesOn: string
}

async function probeGroup(
  settings: SlackSettings,
  groups: ReadonlyMap<string, string> | Trouble,
  { handle, setting, who, goesOn }: Wanted,
): Promise<DoctorRow> {
  const check = `group @${handle}`
  const unread = ({ what, fix }: Trouble) => notWell(check, { what: `${who}: ${what}; ${goesOn}`, fix })
  if ('what' in groups) return unread(groups)
  const usergroup = groups.get(handle)
  if (usergroup === undefined) {
    const there = groups.size === 0 ? 'This workspace has no user groups' : `There are ${sayList(some(groups))}`
    const fix = `Correct ${setting}, or make the group in Slack. ${there}. ${withoutGroups}`
    return unread({ what: 'there is no such user group', fix })
  }
  const members = await tryCall(settings, 'usergroups.users.list', { args: { usergroup } })
  const wrong = refusal(members)
  if (wrong !== undefined) return unread(wrong)
  const count = members.kind === 'answer' ? parseMembers(members.body).length : 0
  if (count === 0)
    return notWell(check, { what: 'nobody is in it', fix: `Add people to it in Slack. ${withoutGroups}` })
  return { check, ok: true, what: `${who}: ${count} ${count === 1 ? 'person' : 'people'}`, fix: '', needed: false }
}

/** As many as fit on a line. */
function some(groups: ReadonlyMap<string, string>): readonly string[] {
  return [...groups.keys()].slice(0, 8).map((handle) => `@${handle}`)
}

const withoutGroups =
  'Without a group, the list says who is SLT: write slt into its column “role” beside the email address, and run npm run people -- import FILE.csv.'

const groupAdvice: Readonly<Record<string, string>> = {
  missing_scope:
    'Add usergroups:read under “OAuth & Permissions”, “Bot Token Scopes” (or paste the manifest again), then reinstall the app.',
  plan_upgrade_required: `Slack has user groups on its paid plans only. ${withoutGroups}`,
  paid_teams_only: `Slack has user groups on its paid plans only. ${withoutGroups}`,
  permission_denied: `Let the app read user groups in the workspace’s permissions. ${withoutGroups}`,
  no_such_subteam: `The group was taken away just now, or belongs to another workspace. ${withoutGroups}`,
}

type Trouble = Pick<DoctorRow, 'what' | 'fix'>

function refusal(tried: Awaited<ReturnType<typeof tryCall>>): Trouble | undefined {
  if (tried.kind === 'silent') return { what: `Slack did not answer (${tried.why})`, fix: 'Try again.' }
  const refused = z.object({ ok: z.literal(false), error: z.string() }).safeParse(tried.body)
  if (!refused.success) return undefined
  const { error } = refused.data
  return {
    what: `cannot be read; Slack says: ${error}`,
    fix: groupAdvice[error] ?? adviceOn(error, 'groups') ?? withoutGroups,
  }
}

function notWell(check: string, { what, fix }: Trouble): DoctorRow {
  return { check, ok: false, what, fix, needed: false }
}
