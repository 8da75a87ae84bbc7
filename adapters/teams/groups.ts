// Who is in the Entra groups that the settings name: the group whose members belong, and those whose members are SLT.
// Read at the start and at intervals, and remembered, so that an outage of Microsoft Graph changes nobody's rights.
import { compact } from '../../src/kit/defined.ts'
import { within, type Wait } from '../../src/kit/wait.ts'
import type { Memberships } from '../../src/ports/memberships.ts'
import type { Meeting } from '../../src/ports/people.ts'
import type { Log } from '../../src/ports/ports.ts'
import type { Graph } from './graph.ts'
import type { TeamsLeaders } from './settings.ts'

export interface Groups {
  /** Reads all groups again. Never throws. */
  refresh(): Promise<void>
  /** Resolves when the groups that the settings name now are known, or cannot be read in time. Never throws. */
  ready(): Promise<void>
  /** Undefined where the group was never read. */
  isStaff(account: string): boolean | undefined
  /** By a group, or by one of their addresses. */
  leads(account: string, addresses: readonly (string | undefined)[]): boolean
}

interface GroupsOptions {
  /** Undefined where nobody is asked who they are. */
  readonly graph: Graph | undefined
  readonly leaders: TeamsLeaders
  readonly meeting: Pick<Meeting, 'groupOn' | 'meetAgain'>
  readonly memberships: Memberships
  readonly clock: () => Date
  readonly log: Log
  /** Somebody came to a group who may have been left out before, or left it. */
  readonly whenChanged: () => void
  readonly wait: Wait
}

type Members = ReadonlySet<string>

/** Milliseconds that somebody's answer waits for a group that was never read. */
const patience = 10_000

export function createGroups(options: GroupsOptions): Groups {
  const { graph, leaders, meeting, memberships, clock, log, wait } = options
  const known = new Map<string, Members>()
  let reading: Promise<void> | undefined
  const staff = () => meeting.groupOn('teams')?.toLowerCase()
  const wanted = () => new Set(compact([...leaders.groups, staff()]))
  const recall = async (group: string) => {
    const kept = known.has(group) ? undefined : await memberships.find({ platform: 'teams', group })
    if (kept !== undefined) known.set(group, new Set(kept.members))
  }
  /** The ids of those who came or went. */
  const readOne = async (group: string): Promise<readonly string[]> => {
    if (graph === undefined) return []
    const read = await graph.membersOf(group)
    if (read.kind !== 'members') {
      const goesOn = known.has(group) ? 'the members last known go on' : 'nobody belongs or is SLT by it yet'
      log.warn({ why: read.what }, `a group in entra cannot be read, so ${goesOn}; npm run doctor says what to do`)
      return []
    }
    const before = known.get(group)
    known.set(group, new Set(read.members))
    await memberships.keep({ platform: 'teams', group }, { members: read.members, readAt: clock() })
    return difference(before, read.members)
  }
  /** Groups that were asked for since the start: one that cannot be read is not asked for with every message. */
  const tried = new Set<string>()
  const readAll = async () => {
    try {
      const groups = [...wanted()]
      await Promise.all(groups.map(recall))
      const changed = new Set<string>()
      for (const group of groups) {
        for (const id of await readOne(group)) changed.add(id)
        tried.add(group)
      }
      for (const id of changed) await meetAgain(id)
      if (changed.size > 0) options.whenChanged()
      if (groups.length > 0)
        log.info({ groups: groups.length, changed: changed.size }, 'read who is in groups of entra')
    } catch (error) {
      log.error({ error }, 'could not look at who is in groups of entra')
    }
  }
  const refresh = () => (reading ??= readAll().finally(() => (reading = undefined)))
  const isStaff = (account: string) => {
    const group = staff()
    return group === undefined ? false : known.get(group)?.has(account)
  }
  const leads = (account: string, theirs: readonly (string | undefined)[]) =>
    leaders.groups.some((group) => known.get(group)?.has(account) === true) || hasAddress(leaders, theirs)
  /** Whoever is known already gains or loses at once; all others are met when they are next seen. */
  const meetAgain = (id: string) =>
    meeting.meetAgain({ platform: 'teams', id }, ({ email }) => ({ leads: leads(id, [email]), inGroup: isStaff(id) }))

  return {
    refresh,
    async ready() {
      if ([...wanted()].every((group) => known.has(group) || tried.has(group))) return
      await within(wait, patience, refresh())
    },
    isStaff,
    leads,
  }
}

/** Whoever is in one and not in the other. */
function difference(before: Members = new Set(), now: readonly string[]): readonly string[] {
  const here = new Set(now)
  return [...[...before].filter((id) => !here.has(id)), ...now.filter((id) => !before.has(id))]
}

function hasAddress({ addresses }: TeamsLeaders, theirs: readonly (string | undefined)[]): boolean {
  return theirs.some((address) => address !== undefined && addresses.includes(address.trim().toLowerCase()))
}
