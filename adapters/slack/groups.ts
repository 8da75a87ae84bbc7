// Who is in the user groups that the settings name: the group whose members belong, and those whose members are SLT. Read
// with all people and whenever Slack says that a group changed, and remembered, so that a restart or an outage changes
// nobody's rights.
import { compact } from '../../src/kit/defined.ts'
import type { Memberships } from '../../src/ports/memberships.ts'
import type { Meeting } from '../../src/ports/people.ts'
import type { Log } from '../../src/ports/ports.ts'
import type { Api } from './api.ts'
import { parseGroups, parseMembers } from './payloads.ts'

export interface Groups {
  /** Reads all groups again, and returns whoever came to one or left it. Never throws. */
  refresh(): Promise<ReadonlySet<string>>
  /** Resolves when every group that the settings name is known, or was asked for in vain. Never throws. */
  ready(): Promise<void>
  /** Whether the settings name the group with this id; also true while nobody knows the ids. */
  isNamed(group: string): boolean
  leads(user: string): boolean
  /** Whether they are in the group that decides who belongs; undefined where it was never read. */
  isStaff(user: string): boolean | undefined
}

export interface GroupsOptions {
  readonly api: Api
  readonly meeting: Pick<Meeting, 'groupOn'>
  readonly memberships: Pick<Memberships, 'find' | 'keep'>
  readonly clock: () => Date
  readonly log: Log
  /** Handles of the user groups whose members are SLT. */
  readonly sltGroups: readonly string[]
}

type Members = ReadonlySet<string>

export function createGroups(options: GroupsOptions): Groups {
  const { meeting, memberships, log, sltGroups } = options
  const known = new Map<string, Members>()
  /** Groups that were asked for since the start: one that cannot be read is not asked for with every message. */
  const tried = new Set<string>()
  let ids: ReadonlySet<string> | undefined
  let reading: Promise<ReadonlySet<string>> | undefined
  const staff = () => meeting.groupOn('slack')
  const wanted = () => [...new Set(compact([...sltGroups, staff()]))]
  const recall = async (handle: string) => {
    const kept = known.has(handle) ? undefined : await memberships.find(keyOf(handle))
    if (kept !== undefined) known.set(handle, new Set(kept.members))
  }
  const readAll = async (): Promise<ReadonlySet<string>> => {
    const changed = new Set<string>()
    const handles = wanted()
    if (handles.length === 0) return changed
    try {
      await Promise.all(handles.map(recall))
      const byHandle = await idsOf(options)
      if (byHandle === undefined) return changed
      ids = new Set(compact(handles.map((handle) => byHandle.get(handle))))
      for (const handle of handles) {
        const members = await membersOf(options, { handle, id: byHandle.get(handle), isKnown: known.has(handle) })
        if (members === undefined) continue
        for (const id of difference(known.get(handle), members)) changed.add(id)
        known.set(handle, new Set(members))
        await memberships.keep(keyOf(handle), { members, readAt: options.clock() })
      }
    } catch (error) {
      log.error({ error }, 'could not look at who is in user groups of slack')
    } finally {
      for (const handle of handles) tried.add(handle)
    }
    return changed
  }
  const refresh = () => (reading ??= readAll().finally(() => (reading = undefined)))
  return {
    refresh,
    async ready() {
      if (wanted().every((handle) => known.has(handle) || tried.has(handle))) return
      await refresh()
    },
    isNamed: (group) => ids?.has(group) ?? true,
    leads: (user) => sltGroups.some((handle) => known.get(handle)?.has(user) === true),
    isStaff(user) {
      const handle = staff()
      return handle === undefined ? false : known.get(handle)?.has(user)
    },
  }
}

/** By its handle, because that is what the settings name. */
function keyOf(handle: string) {
  return { platform: 'slack', group: handle } as const
}

/** The ids of all groups by their handles; undefined where Slack does not say them now. */
async function idsOf({ api, log }: GroupsOptions): Promise<ReadonlyMap<string, string> | undefined> {
  const listed = await api.call('usergroups.list', {})
  if (listed.kind === 'done') return parseGroups(listed.answer)
  log.warn(
    { error: listed.error },
    'user groups in slack cannot be read, so the members last known go on; npm run doctor says what to do',
  )
  return undefined
}

interface OneGroup {
  readonly handle: string
  /** Undefined where Slack has no group of that handle. */
  readonly id: string | undefined
  readonly isKnown: boolean
}

/** Undefined where it cannot be read now: nobody loses their rights because of that. */
async function membersOf(
  { api, log }: GroupsOptions,
  { handle, id, isKnown }: OneGroup,
): Promise<readonly string[] | undefined> {
  const answer = id === undefined ? undefined : await api.call('usergroups.users.list', { usergroup: id })
  if (answer?.kind === 'done') return parseMembers(answer.answer)
  const why = answer === undefined ? 'there is no such user group' : answer.error
  const goesOn = isKnown ? 'the members last known go on' : 'nobody belongs or is SLT by it yet'
  const what = `a user group in slack cannot be read, so ${goesOn}; npm run doctor says what to do`
  log.warn({ group: handle, error: why }, what)
  return undefined
}

/** Whoever is in one and not in the other. */
function difference(before: Members = new Set(), now: readonly string[]): readonly string[] {
  const here = new Set(now)
  return [...[...before].filter((id) => !here.has(id)), ...now.filter((id) => !before.has(id))]
}
