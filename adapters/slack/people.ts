// The people in the Slack workspace: read at the start, each day, and whenever somebody comes, goes or changes. What
// Slack says about them is put into the app's terms; whether they belong is decided elsewhere.
import { compact, defined } from '../../src/kit/defined.ts'
import type { Meeting, Met } from '../../src/ports/people.ts'
import type { Log } from '../../src/ports/ports.ts'
import type { Api } from './api.ts'
import { accountOf, type Home } from './from.ts'
import { parseGroups, parseMembers, parseUsers, type SlackEvent, type SlackUser } from './payloads.ts'

export interface People {
  /** Reads everybody again. Never throws. */
  refresh(): Promise<void>
  /** Makes sure that somebody is known before they are answered. Never throws. */
  know(user: string): Promise<void>
  /** Follows the changes that Slack reports. */
  follow(event: Extract<SlackEvent, { type: 'user_change' | 'team_join' | 'subteam_members_changed' }>): Promise<void>
  readonly nameOf: (user: string) => string | undefined
  /** The app that a bot user belongs to, once the list was read. */
  readonly appOf: (user: string) => string | undefined
  /** They were looked up, and do not belong. */
  readonly isOutside: (user: string) => boolean
}

interface PeopleOptions {
  readonly api: Api
  readonly meeting: Meeting
  readonly log: Log
  /** The school's own workspace, and its organisation on Enterprise Grid. */
  readonly home: Home
  /** Handles of the user groups whose members are SLT. */
  readonly sltGroups: readonly string[]
}

/** What is remembered about people between deliveries. */
interface Register {
  readonly seen: Map<string, SlackUser>
  /** The apps of bot users. */
  readonly apps: Map<string, string>
  /** People looked up one by one since the last refresh, so that a guest is not looked up with every message. */
  readonly lookedUp: Set<string>
  /** The ids of the groups in `sltGroups`, and of their members. */
  groups: ReadonlySet<string>
  slt: ReadonlySet<string>
  /** Members of the group that the school's setting names; undefined where it was never read. */
  members: ReadonlySet<string> | undefined
  /** The ids of people who do not belong, in memory only. */
  readonly outside: Set<string>
}

export function createPeople(options: PeopleOptions): People {
  const register: Register = {
    seen: new Map(),
    apps: new Map(),
    lookedUp: new Set(),
    groups: new Set(),
    slt: new Set(),
    members: undefined,
    outside: new Set(),
  }
  const carefully = async (what: string, work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      options.log.error({ error }, what)
    }
  }
  return {
    refresh: () => carefully('could not read who is in slack', () => readAll(options, register)),
    know: (id) => carefully('could not look somebody up in slack', () => lookUp(options, register, id)),
    follow: (event) =>
      carefully('could not follow a change in slack', () =>
        event.type === 'subteam_members_changed'
          ? followGroup(options, register, event.subteam_id)
          : keep(options, register, event.user),
      ),
    nameOf: (id) => {
      const user = register.seen.get(id)
      return user === undefined ? undefined : nameOf(user)
    },
    appOf: (id) => register.apps.get(id),
    isOutside: (id) => register.outside.has(id),
  }
}

async function readAll(options: PeopleOptions, register: Register): Promise<void> {
  register.lookedUp.clear()
  register.outside.clear()
  await readGroups(options, register)
  let cursor: string | undefined
  do {
    const page = await options.api.call('users.list', { limit: 200, ...defined({ cursor }) })
    if (page.kind === 'refused') {
      options.log.warn({ error: page.error }, 'the people in slack cannot be read; add users:read to the app')
      return
    }
    const { users, next } = parseUsers(page.answer)
    for (const user of users) await keep(options, register, user)
    cursor = next
  } while (cursor !== undefined)
  const { seen, slt, outside } = register
  await options.meeting.noteLeftOut('slack')
  options.log.info({ people: seen.size, outside: outside.size, slt: slt.size }, 'read who is in slack')
}

async function lookUp(options: PeopleOptions, register: Register, id: string): Promise<void> {
  if (register.seen.has(id) || register.lookedUp.has(id) || register.outside.has(id)) return
  const found = await options.api.call('users.info', { user: id })
  if (found.kind === 'refused') return
  register.lookedUp.add(id)
  for (const user of parseUsers(found.answer).users) await keep(options, register, user)
  await options.meeting.noteLeftOut('slack')
}

async function keep({ meeting, home }: PeopleOptions, register: Register, user: SlackUser): Promise<void> {
  if (user.profile.api_app_id !== undefined) register.apps.set(user.id, user.profile.api_app_id)
  const leads = register.slt.has(user.id)
  const belonging = await meeting.meet(accountOf(user.id), {
    name: nameOf(user),
    email: user.profile.email,
    roles: leads ? ['staff', 'slt'] : ['staff'],
    shown: { ...shownBy(user, home), leads, inGroup: register.members?.has(user.id) },
  })
  if (belonging.kind === 'belongs') {
    register.seen.set(user.id, user)
    register.outside.delete(user.id)
    return
  }
  register.seen.delete(user.id)
  if (belonging.asks) register.outside.delete(user.id)
  else register.outside.add(user.id)
}

/** A person of another workspace need not be marked as a stranger; on Enterprise Grid every workspace is ours. */
function shownBy(user: SlackUser, home: PeopleOptions['home']): Omit<Met['shown'], 'leads' | 'inGroup'> {
  const enterprise = user.enterprise_user?.enterprise_id
  const ours =
    user.team_id === undefined ||
    user.team_id === home.team ||
    (home.enterprise !== undefined && (enterprise === home.enterprise || user.team_id === home.enterprise))
  return {
    is: user.is_bot || user.is_workflow_bot || user.id === 'USLACKBOT' ? 'program' : 'person',
    gone: user.deleted,
    from: ours && !user.is_stranger ? 'ours' : 'another',
    guest: user.is_restricted || user.is_ultra_restricted,
  }
}

async function readGroups({ api, log, meeting, sltGroups }: PeopleOptions, register: Register): Promise<void> {
  const staff = meeting.groupOn('slack')
  if (sltGroups.length === 0 && staff === undefined) return
  const listed = await api.call('usergroups.list', {})
  if (listed.kind === 'refused') {
    const what =
      'user groups in slack cannot be read, so nobody belongs or is SLT by one; add usergroups:read to the app'
    log.warn({ error: listed.error }, what)
    return
  }
  const byHandle = parseGroups(listed.answer)
  const wanted = compact([...sltGroups, staff])
  const missing = wanted.filter((handle) => !byHandle.has(handle))
  if (missing.length > 0) log.warn({ missing }, 'there are no such user groups in slack')
  const idsOf = (handles: readonly string[]) => handles.flatMap((handle) => byHandle.get(handle) ?? [])
  register.groups = new Set(idsOf(wanted))
  register.slt = (await membersOf(api, log, idsOf(sltGroups))) ?? register.slt
  if (staff !== undefined) register.members = (await membersOf(api, log, idsOf([staff]))) ?? register.members
}

/** Undefined where a group cannot be read at the moment. Its members must not lose their rights because of that. */
async function membersOf(api: Api, log: Log, groups: readonly string[]): Promise<ReadonlySet<string> | undefined> {
  const answers = await Promise.all(groups.map((usergroup) => api.call('usergroups.users.list', { usergroup })))
  if (answers.some(({ kind }) => kind === 'refused')) {
    log.warn({}, 'a user group in slack cannot be read')
    return undefined
  }
  return new Set(answers.flatMap((each) => (each.kind === 'done' ? parseMembers(each.answer) : [])))
}

async function followGroup(options: PeopleOptions, register: Register, group: string): Promise<void> {
  if (!register.groups.has(group)) return
  const before = [register.slt, register.members]
  await readGroups(options, register)
  const after = [register.slt, register.members]
  for (const user of register.seen.values()) {
    if (before.some((each, at) => each?.has(user.id) !== after[at]?.has(user.id))) await keep(options, register, user)
  }
  // Somebody who joined the group may not have been kept before.
  for (const id of register.members ?? []) {
    if (register.seen.has(id)) continue
    register.lookedUp.delete(id)
    register.outside.delete(id)
    await lookUp(options, register, id)
  }
}

function nameOf({ profile, real_name: realName, name }: SlackUser): string {
  return (
    [profile.real_name, realName, profile.display_name, name].find((each) => (each ?? '').trim() !== '') ?? 'Somebody'
  )
}
