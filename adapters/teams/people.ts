// Who works here, as Teams knows it: read from the roster of a chat or team when the bot comes there, when somebody new
// speaks, and each day. Guests and people of other schools are closed.
import type { Directory, Log } from '../../src/ports/ports.ts'
import type { AddressBook } from './addresses.ts'
import { rosterOf, type Spot } from './from.ts'
import type { Member } from './payloads.ts'

export interface People {
  /** Makes sure that somebody is known before they are answered; undefined when they are. Never throws. */
  know(spot: Spot): Promise<void> | undefined
  /** Reads everybody in a place anew. Never throws. */
  read(spot: Spot): Promise<void>
  /** Looks everybody up again when they next speak. */
  forget(): void
}

export interface PeopleOptions {
  /** All members of a conversation, all pages. */
  readonly membersOf: (spot: Spot) => Promise<readonly Member[]>
  readonly directory: Directory
  readonly book: AddressBook
  readonly log: Log
  /** The school's own; undefined when nobody is asked who they are. */
  readonly tenant: string | undefined
}

/** How many people are remembered as known. */
const remembered = 20_000

export function createPeople(options: PeopleOptions): People {
  const known = new Set<string>()
  const reading = new Map<string, Promise<void>>()

  const readAll = async (spot: Spot) => {
    try {
      const members = await options.membersOf(spot)
      if (known.size > remembered) known.clear()
      for (const member of members) known.add(await keep(options, spot, member))
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
  }
}

/** The id of the member's account. */
async function keep({ directory, book, tenant }: PeopleOptions, spot: Spot, member: Member): Promise<string> {
  const id = member.aadObjectId ?? member.objectId ?? member.id
  const account = { platform: 'teams', id } as const
  if (!isStaff(member, tenant)) {
    await directory.close(account)
    return id
  }
  const email = member.email ?? member.userPrincipalName
  await directory.keep(account, { name: nameOf(member), email, roles: ['staff'] })
  const { serviceUrl, bot } = spot
  await book.introduce(id, { serviceUrl, tenant: spot.tenant, bot, user: member.id, shared: false })
  return id
}

function isStaff({ userRole, userPrincipalName, tenantId }: Member, tenant: string | undefined): boolean {
  const isGuest = ['guest', 'anonymous'].includes(userRole?.toLowerCase() ?? '')
  const isForeign = tenant !== undefined && tenantId !== undefined && tenantId.toLowerCase() !== tenant
  return !isGuest && !isForeign && userPrincipalName?.includes('#EXT#') !== true
}

function nameOf({ name }: Member): string {
  return name === undefined || name.trim() === '' ? 'Somebody' : name
}

/** Without the request that failed, which the framework's errors carry along with its token. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? ` ${error.statusCode}` : ''
  return `${error.name}${status}`
}
