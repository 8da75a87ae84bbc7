// The people in Teams: read from the roster of a chat or team when the bot is added there, when somebody new speaks,
// and each day. What Teams says about them is put into the app's terms; whether they belong is decided elsewhere.
import type { Log, Meeting, Met } from '../../src/ports/ports.ts'
import type { AddressBook } from './addresses.ts'
import { rosterOf, type Spot } from './from.ts'
import type { Member } from './payloads.ts'

export interface People {
  /** Makes sure that somebody is known before they are answered; undefined where they already are. Never throws. */
  know(spot: Spot): Promise<void> | undefined
  /** Reads everybody in a place again. Never throws. */
  read(spot: Spot): Promise<void>
  /** Looks everybody up again when they next speak. */
  forget(): void
  /** They were looked up, and do not belong. */
  readonly isOutside: (account: string) => boolean
}

export interface PeopleOptions {
  /** All members of a conversation, all pages. */
  readonly membersOf: (spot: Spot) => Promise<readonly Member[]>
  readonly meeting: Meeting
  readonly book: AddressBook
  readonly log: Log
  /** The school's own; undefined where nobody is asked who they are. */
  readonly tenant: string | undefined
}

/** How many people are remembered as known. */
const remembered = 20_000

export function createPeople(options: PeopleOptions): People {
  const known = new Set<string>()
  /** In memory only. */
  const outside = new Set<string>()
  const reading = new Map<string, Promise<void>>()

  const readAll = async (spot: Spot) => {
    try {
      const members = await options.membersOf(spot)
      if (known.size > remembered) {
        known.clear()
        outside.clear()
      }
      for (const member of members) {
        const { id, belongs } = await keep(options, spot, member)
        known.add(id)
        if (belongs) outside.delete(id)
        else outside.add(id)
      }
      // Somebody who speaks and is on none of our rosters comes from elsewhere.
      const isThere = members.some(({ id }) => id === spot.user.id) || known.has(spot.account.id)
      if (!isThere && options.tenant !== undefined) outside.add(spot.account.id)
    } catch (error) {
      options.log.warn({ why: whyOf(error) }, 'could not read who is in a place in teams')
    }
    // Somebody who is not on the roster is not looked up with every message.
    known.add(spot.account.id)
  }
  const read = (spot: Spot) => {
    const id = rosterOf(spot)
    const under = reading.get(id) ?? readAll(spot).finally(() => reading.delete(id))
    reading.set(id, under)
    return under
  }
  return {
    know: (spot) => (known.has(spot.account.id) ? undefined : read(spot)),
    read,
    forget: () => known.clear(),
    isOutside: (account) => outside.has(account),
  }
}

/** The id of the member's account. How to reach somebody is kept only for people who belong. */
async function keep(
  { meeting, book, tenant }: PeopleOptions,
  spot: Spot,
  member: Member,
): Promise<{ readonly id: string; readonly belongs: boolean }> {
  const id = member.aadObjectId ?? member.objectId ?? member.id
  const belonging = await meeting.meet(
    { platform: 'teams', id },
    {
      name: nameOf(member),
      email: member.email ?? member.userPrincipalName,
      roles: ['staff'],
      shown: shownBy(member, tenant),
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
function shownBy({ userRole, userPrincipalName, tenantId }: Member, tenant: string | undefined): Met['shown'] {
  const role = userRole?.toLowerCase()
  const invited = userPrincipalName?.includes('#EXT#') === true
  const foreign = tenant !== undefined && tenantId !== undefined && tenantId.toLowerCase() !== tenant
  return {
    is: 'person',
    gone: false,
    from: role === 'anonymous' || (foreign && !invited) ? 'another' : 'ours',
    guest: role === 'guest' || invited,
    leads: false,
    inGroup: false,
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
