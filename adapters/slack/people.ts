// The people in the Slack workspace: read at the start, each day, and whenever somebody comes, goes or changes. What
// Slack says about them is put into the app's terms; whether they belong is decided elsewhere.
import { defined } from '../../src/kit/defined.ts'
import type { Meeting, Met } from '../../src/ports/people.ts'
import { accountOf, type Home } from './from.ts'
import { createGroups, type Groups, type GroupsOptions } from './groups.ts'
import { parseUsers, type SlackEvent, type SlackUser } from './payloads.ts'

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

interface PeopleOptions extends GroupsOptions {
  readonly meeting: Meeting
  /** The school's own workspace, and its organisation on Enterprise Grid. */
  readonly home: Home
}

/** What is remembered about people between deliveries. */
interface Register {
  readonly seen: Map<string, SlackUser>
  /** The apps of bot users. */
  readonly apps: Map<string, string>
  /** People looked up one by one since the last refresh, so that a guest is not looked up with every message. */
  readonly lookedUp: Set<string>
  readonly groups: Groups
  /** The ids of people who do not belong, in memory only. */
  readonly outside: Set<string>
}

export function createPeople(options: PeopleOptions): People {
  const register: Register = {
    seen: new Map(),
    apps: new Map(),
    lookedUp: new Set(),
    groups: createGroups(options),
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
      carefully('could not follow a change in slack', async () => {
        if (event.type === 'subteam_members_changed') return followGroup(options, register, event.subteam_id)
        await register.groups.ready()
        return keep(options, register, event.user)
      }),
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
  await register.groups.refresh()
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
  const { seen, outside, groups } = register
  await options.meeting.noteLeftOut('slack')
  const slt = [...seen.keys()].filter(groups.leads).length
  options.log.info({ people: seen.size, outside: outside.size, slt }, 'read who is in slack')
}

async function lookUp(options: PeopleOptions, register: Register, id: string): Promise<void> {
  if (register.seen.has(id) || register.lookedUp.has(id) || register.outside.has(id)) return
  await register.groups.ready()
  const found = await options.api.call('users.info', { user: id })
  if (found.kind === 'refused') return
  register.lookedUp.add(id)
  for (const user of parseUsers(found.answer).users) await keep(options, register, user)
  await options.meeting.noteLeftOut('slack')
}

async function keep({ meeting, home }: PeopleOptions, register: Register, user: SlackUser): Promise<void> {
  if (user.profile.api_app_id !== undefined) register.apps.set(user.id, user.profile.api_app_id)
  const leads = register.groups.leads(user.id)
  const belonging = await meeting.meet(accountOf(user.id), {
    name: nameOf(user),
    email: user.profile.email,
    roles: leads ? ['staff', 'slt'] : ['staff'],
    shown: { ...shownBy(user, home), leads, inGroup: register.groups.isStaff(user.id) },
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

async function followGroup(options: PeopleOptions, register: Register, group: string): Promise<void> {
  const { groups, seen, lookedUp, outside } = register
  if (!groups.isNamed(group)) return
  for (const id of await groups.refresh()) {
    const user = seen.get(id)
    if (user !== undefined) await keep(options, register, user)
    else if (groups.isStaff(id) === true || groups.leads(id)) {
      // They may not have been kept before.
      lookedUp.delete(id)
      outside.delete(id)
      await lookUp(options, register, id)
    }
  }
}

function nameOf({ profile, real_name: realName, name }: SlackUser): string {
  return (
    [profile.real_name, realName, profile.display_name, name].find((each) => (each ?? '').trim() !== '') ?? 'Somebody'
  )
}
