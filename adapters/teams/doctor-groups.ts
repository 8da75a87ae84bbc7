// Checks that the Entra groups in the settings exist and can be read: they decide who is SLT and who belongs.
import type { DoctorRow } from '../../src/ports/doctor.ts'
import { compact } from '../../src/kit/defined.ts'
import type { AboutGroups, Membership } from '../../src/ports/memberships.ts'
import { sayLastKnown } from '../last-known.ts'
import { adviceOn } from './advice.ts'
import type { Graph, GroupRead, GroupRefusal } from './graph.ts'
import type { TeamsLeaders } from './settings.ts'

export interface GroupsToProbe extends AboutGroups {
  readonly graph: Graph
  readonly leaders: TeamsLeaders
}

/** A row for each group, and one for addresses; none of them stops the bot from starting. */
export async function probeEntraGroups({ graph, leaders, staff, lastKnown }: GroupsToProbe): Promise<DoctorRow[]> {
  const wanted = compact([
    ...leaders.groups.map((group) => ({ group, setting: 'TEAMS_SLT', who: 'SLT' })),
    staff !== undefined && { group: staff.toLowerCase(), setting: 'belonging in school.yaml', who: 'who belongs' },
  ])
  const rows = [leadersRow(leaders)]
  for (const one of wanted) {
    const [read, known] = [await graph.membersOf(one.group), await lastKnown(one.group)]
    rows.push(groupRow(one, read, known))
  }
  return rows
}

function leadersRow({ addresses, groups }: TeamsLeaders): DoctorRow {
  const row = { check: 'SLT', ok: true, fix: '', needed: false }
  if (addresses.length + groups.length === 0)
    return { ...row, what: 'by the school’s list alone; no address and no group is named (TEAMS_SLT)' }
  const ways = compact([
    addresses.length > 0 && count(addresses.length, 'email address', 'email addresses'),
    groups.length > 0 && count(groups.length, 'group', 'groups'),
  ])
  return { ...row, what: `by the school’s list, and by ${ways.join(' and ')} (TEAMS_SLT)` }
}

interface Wanted {
  readonly group: string
  readonly setting: string
  /** What its members are. */
  readonly who: string
}

function groupRow({ group, setting, who }: Wanted, read: GroupRead, known: Membership | undefined): DoctorRow {
  const row = { check: `group ${group.slice(0, 8)}…`, needed: false }
  if (read.kind === 'members') {
    const people = count(read.members.length, 'person', 'people')
    if (read.members.length > 0) return { ...row, ok: true, what: `${who}: ${people}`, fix: '' }
    return { ...row, ok: false, what: `${who}: nobody is in it`, fix: `Add people to it in Entra. ${withoutGroups}` }
  }
  const what = `${who}: cannot be read (${read.what}); ${sayLastKnown(known)}`
  return { ...row, ok: false, what, fix: read.kind === 'silent' ? networkFix : fixFor(read, setting) }
}

function fixFor({ why, what }: Extract<GroupRead, { kind: 'refused' }>, setting: string): string {
  return why === 'token' ? adviceOn(what) : `${fixes(setting)[why]} ${withoutGroups}`
}

function fixes(setting: string): Readonly<Record<Exclude<GroupRefusal, 'token'>, string>> {
  return {
    unknown:
      'Microsoft Graph does not know the token: compare TEAMS_GRAPH_URL, TEAMS_LOGIN_URL and MICROSOFT_APP_TENANT_ID, or leave the first two out.',
    forbidden:
      'The app may not read groups. On https://entra.microsoft.com choose “App registrations”, the app, “API permissions”, “Add a permission”, “Microsoft Graph”, “Application permissions”, GroupMember.Read.All, and then “Grant admin consent”. It may take some minutes.',
    'no-such-group': `There is no such group in this tenant. Copy the “Object ID” from the group’s page in Entra, and correct ${setting}.`,
    other: 'Try again later; where it stays so, look the code up in Microsoft’s pages about Graph.',
  }
}

const networkFix =
  'Check that this machine (and its proxy) may reach the host of Microsoft Graph with HTTPS: https://graph.microsoft.com unless TEAMS_GRAPH_URL says otherwise. Then try again.'

const withoutGroups =
  'Without a group, the school’s list says who belongs and who is SLT: npm run people -- import FILE.csv.'

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
