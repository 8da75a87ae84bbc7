// The people in Teams: read from the roster of a chat or team when the bot is added there, when somebody new speaks,
// and each day. What Teams says about them is put into the app's terms; whether they belong is decided elsewhere.
import type { Meeting, Met } from '../../src/ports/people.ts'
import type { Log } from '../../src/ports/ports.ts'
import type { AddressBook } from './addresses.ts'
import type { Groups } from './groups.ts'
import type { Wait } from '../../src/kit/wait.ts'
import { rosterOf, type Spot } from './from.ts'
import type { Member } from './payloads.ts'

export interface People {
  /** Makes sure that somebody is known before they are answered; undefined where they already are. Never throws. */
  know(spot: Spot): Promise<void> | undefined
  /** Somebody has come: reads everybody in a place again, at once or together with all who come after. Never throws. */
  read(spot: Spot): Promise<void>
  /** Looks everybody up again when they next speak. */
  forget(): void
  /** They were looked up, and do not belong. */
  readonly isOutside: (account: string) => boolean
}

export interface PeopleOptions {
  /** All members of a conversation, all pages. */
  readonly membersOf: (spot: Spot) => Promise<readonly Member[]>
  /** Whoever speaks there; undefined where they are no member. */
  readonly speakerIn: (spot: Spot) => Promise<Member | undefined>
  readonly meeting: Meeting
  readonly book: AddressBook
  readonly log: Log
  /** The school's own; undefined where nobody is asked who they are. */
  readonly tenant: string | undefined
  readonly wait: Wait
  readonly groups: Pick<Groups, 'ready' | 'isStaff' | 'leads'>
}

/** Milliseconds between two readings of one roster: 5,000 people who come one by one are no 5,000 readings. */
const rest = 60_000
/** How many people are remembered as known. */
const remembered = 20_000

export function createPeople(options: PeopleOptions): People {
  const known = new Set<string>()
  /** In memory only. */
  const outside = new Set<string>()
  const asking = new Map<string, Promise<void>>()

  const take = async (spot: Spot, members: readonly Member[]) => {
    await options.groups.ready()
    if (known.size > remembered) {
      known.clear()
      outside.clear()
    }
    for (const member of members) {
      const { id, belongs } = await keep(options, spot, member)
      known.add(id)
      if (member.id === spot.user.id) known.add(spot.account.id)
      if (belongs) outside.delete(id)
      else outside.add(id)
    }
    await options.meeting.noteLeftOut('teams')
  }
  const carefully = async (spot: Spot, work: () => Promise<void>) => {
    try {
      await work()
      // Somebody who speaks and is on none of our rosters comes from elsewhere.
      if (!known.has(spot.account.id) && options.tenant !== undefined) outside.add(spot.account.id)
    } catch (error) {
      options.log.warn({ why: whyOf(error) }, 'could not read who is in a place in teams')
    }
    // Somebody who is not on the roster is not looked up with every message.
    known.add(spot.account.id)
  }
  const readAll = (spot: Spot) =>
    carefully(spot, async () => {
      const members = await options.membersOf(spot)
      await take(spot, members)
      // A channel of its own members may not say so in every message.
      if (!members.some(({ id }) => id === spot.user.id)) await take(spot, await speaking(spot))
    })
  const speaking = async (spot: Spot) => {
    const member = await options.speakerIn({ ...spot, team: undefined })
    return member === undefined ? [] : [member]
  }
  const ask = (spot: Spot) => {
    const { id } = spot.account
    const looking = () => carefully(spot, async () => take(spot, await speaking(spot)))
    const under = asking.get(id) ?? looking().finally(() => asking.delete(id))
    asking.set(id, under)
    return under
  }
  const rosters = createRosters(readAll, options.wait)
  return {
    know: (spot) => {
      if (known.has(spot.account.id)) return undefined
      return rosters.isFresh(spot) ? ask(spot) : rosters.readNow(spot)
    },
    read: rosters.readSoon,
    forget: () => known.clear(),
    isOutside: (account) => outside.has(account),
  }
}

/** Each roster is read once at a time, and then rests for a while. */
function createRosters(readAll: (spot: Spot) => Promise<void>, wait: Wait) {
  const reading = new Map<string, Promise<void>>()
  /** Those that were read just now, until they may be read again. */
  const resting = new Map<string, Promise<void>>()
  const waiting = new Set<string>()
  const readNow = (spot: Spot) => {
    const id = rosterOf(spot)
    const under = reading.get(id) ?? readAll(spot).finally(() => reading.delete(id))
    reading.set(id, under)
    const over = wait(rest).then(() => {
      if (resting.get(id) === over) resting.delete(id)
    })
    resting.set(id, over)
    return under
  }
  return {
    readNow,
    /** Now, or once for everybody who has come by the end of its rest. */
    readSoon: (spot: Spot) => {
      const id = rosterOf(spot)
      const over = resting.get(id)
      if (over === undefined) return readNow(spot)
      if (waiting.has(id)) return Promise.resolve()
      waiting.add(id)
      void over.then(() => {
        waiting.delete(id)
        return readNow(spot)
      })
      return Promise.resolve()
    },
    isFresh: (spot: Spot) => resting.has(rosterOf(spot)) && !reading.has(rosterOf(spot)),
  }
}

/** The id of the member's account. How to reach somebody is kept only for people who belong. */
async function keep(
  { meeting, book, tenant, groups }: PeopleOptions,
  spot: Spot,
  member: Member,
): Promise<{ readonly id: string; readonly belongs: boolean }> {
  const id = member.aadObjectId ?? member.objectId ?? member.id
  const shown = shownBy(member, tenant)
  const leads = groups.leads(id, [member.email, member.userPrincipalName])
  const belonging = await meeting.meet(
    { platform: 'teams', id },
    {
      name: nameOf(member),
      email: member.email ?? member.userPrincipalName,
      // Only the school's own platform can say whose address it is.
      roles: leads && shown.from === 'ours' && !shown.guest ? ['staff', 'slt'] : ['staff'],
      shown: { ...shown, leads, inGroup: groups.isStaff(id) },
    },
  )
  if (belonging.kind === 'outside') return { id, belongs: belonging.asks }
  const { serviceUrl, bot } = spot
  await book.introduce(id, { serviceUrl, tenant: spot.tenant, bot, user: member.id, shared: false })
  return { id, belongs: true }
}

/**
 * Guests have an entry in the school's own tenant, marked as guests; people in shared channels come with another
 * tenant.
 */
function shownBy(
  { userRole, userPrincipalName, tenantId }: Member,
  tenant: string | undefined,
): Omit<Met['shown'], 'leads' | 'inGroup'> {
  const role = userRole?.toLowerCase()
  const invited = userPrincipalName?.includes('#EXT#') === true
  const foreign = tenant !== undefined && tenantId !== undefined && tenantId.toLowerCase() !== tenant
  return {
    is: 'person',
    gone: false,
    from: role === 'anonymous' || (foreign && !invited) ? 'another' : 'ours',
    guest: role === 'guest' || invited,
  }
}

function nameOf({ name }: Member): string {
  return name === undefined || name.trim() === '' ? 'Somebody' : name
}

/** Without the failed request, which the framework's errors carry along with its token. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? ` ${error.statusCode}` : ''
  return `${error.name}${status}`
}
