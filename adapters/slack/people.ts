// Who works here, as Slack knows it: kept in the directory at the start, each day, and whenever somebody comes, goes or
// changes. Guests, bots and those who have left are closed.
import type { Role } from '../../src/chat/people.ts'
import type { Directory, Log } from '../../src/ports/ports.ts'
import type { Api } from './api.ts'
import { parseGroups, parseMembers, parseUsers, type SlackEvent, type SlackUser } from './payloads.ts'

export interface People {
  /** Reads everybody anew. Never throws. */
  refresh(): Promise<void>
  /** Makes sure that somebody is known before they are answered. Never throws. */
  know(user: string): Promise<void>
  /** Follows what Slack tells. */
  follow(event: Extract<SlackEvent, { type: 'user_change' | 'team_join' | 'subteam_members_changed' }>): Promise<void>
  readonly nameOf: (user: string) => string | undefined
}

interface PeopleOptions {
  readonly api: Api
  readonly directory: Directory
  readonly log: Log
  /** Handles of the user groups whose members are SLT. */
  readonly sltGroups: readonly string[]
}

/** What is remembered of the people between deliveries. */
interface Register {
  readonly seen: Map<string, SlackUser>
  /** Looked up one by one since the last refresh, so that a guest is not looked up with every message. */
  readonly lookedUp: Set<string>
  /** Ids of the groups in `sltGroups`, and of their members. */
  groups: ReadonlySet<string>
  slt: ReadonlySet<string>
}

export function createPeople(options: PeopleOptions): People {
  const register: Register = { seen: new Map(), lookedUp: new Set(), groups: new Set(), slt: new Set() }
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
  }
}

async function readAll(options: PeopleOptions, register: Register): Promise<void> {
  register.lookedUp.clear()
  await readGroups(options, register)
  let cursor: string | undefined
  do {
    const page = await options.api.call('users.list', { limit: 200, ...(cursor === undefined ? {} : { cursor }) })
    if (page.kind === 'refused') {
      options.log.warn({ error: page.error }, 'the people in slack cannot be read; add users:read to the app')
      return
    }
    const { users, next } = parseUsers(page.answer)
    for (const user of users) await keep(options, register, user)
    cursor = next
  } while (cursor !== undefined)
  options.log.info({ people: register.seen.size, slt: register.slt.size }, 'read who is in slack')
}

async function lookUp(options: PeopleOptions, register: Register, id: string): Promise<void> {
  if (register.seen.has(id) || register.lookedUp.has(id)) return
  const found = await options.api.call('users.info', { user: id })
  if (found.kind === 'refused') return
  register.lookedUp.add(id)
  for (const user of parseUsers(found.answer).users) await keep(options, register, user)
}

async function keep({ directory }: PeopleOptions, register: Register, user: SlackUser): Promise<void> {
  const account = { platform: 'slack', id: user.id } as const
  if (!isStaff(user)) {
    register.seen.delete(user.id)
    await directory.close(account)
    return
  }
  register.seen.set(user.id, user)
  const roles: Role[] = register.slt.has(user.id) ? ['staff', 'slt'] : ['staff']
  await directory.keep(account, { name: nameOf(user), email: user.profile.email, roles })
}

async function readGroups({ api, log, sltGroups }: PeopleOptions, register: Register): Promise<void> {
  if (sltGroups.length === 0) return
  const listed = await api.call('usergroups.list', {})
  if (listed.kind === 'refused') {
    log.warn(
      { error: listed.error },
      'user groups in slack cannot be read, so they make nobody SLT; add usergroups:read to the app',
    )
    return
  }
  const byHandle = parseGroups(listed.answer)
  const missing = sltGroups.filter((handle) => !byHandle.has(handle))
  if (missing.length > 0) log.warn({ missing }, 'there are no such user groups in slack')
  register.groups = new Set(sltGroups.flatMap((handle) => byHandle.get(handle) ?? []))
  const answers = await Promise.all(
    [...register.groups].map((usergroup) => api.call('usergroups.users.list', { usergroup })),
  )
  // A group that cannot be read just now must not make its members lose what they may see.
  if (answers.some(({ kind }) => kind === 'refused')) log.warn({}, 'a user group in slack cannot be read')
  else register.slt = new Set(answers.flatMap((each) => (each.kind === 'done' ? parseMembers(each.answer) : [])))
}

async function followGroup(options: PeopleOptions, register: Register, group: string): Promise<void> {
  if (!register.groups.has(group)) return
  const before = register.slt
  await readGroups(options, register)
  const after = register.slt
  for (const user of register.seen.values()) {
    if (before.has(user.id) !== after.has(user.id)) await keep(options, register, user)
  }
}

function isStaff(user: SlackUser): boolean {
  const isGuest = user.is_restricted || user.is_ultra_restricted || user.is_stranger
  const isProgram = user.is_bot || user.is_workflow_bot || user.id === 'USLACKBOT'
  return !user.deleted && !isGuest && !isProgram
}

function nameOf({ profile, real_name: realName, name }: SlackUser): string {
  return (
    [profile.real_name, realName, profile.display_name, name].find((each) => (each ?? '').trim() !== '') ?? 'Somebody'
  )
}
