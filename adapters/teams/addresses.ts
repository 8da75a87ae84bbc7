// What must be remembered to write to somebody later: kept when they are first met, forgotten when the bot is removed.
import { defined } from '../../src/kit/defined.ts'
import { z } from 'zod'
import type { Addresses, Log } from '../../src/ports/ports.ts'
import { placeOf, splitThread, type Spot } from './from.ts'

const Address = z.object({
  serviceUrl: z.string(),
  tenant: z.string().optional(),
  bot: z.object({ id: z.string(), name: z.string().optional() }),
  /** Teams's own id for a person. */
  user: z.string().optional(),
  /** Missing where nobody has spoken there yet: the bot then starts the conversation. */
  conversation: z.string().optional(),
  shared: z.boolean(),
})
export type Address = z.infer<typeof Address>

export interface AddressBook {
  /** `id` belongs to an account or a place. */
  find(id: string): Promise<Address | undefined>
  keep(id: string, address: Address): Promise<void>
  /** Keeps one only for somebody who has none yet. */
  introduce(id: string, address: Address): Promise<void>
  forget(id: string): Promise<void>
  /** Keeps where somebody spoke, if that is new; for an outsider, only a place that is not theirs. Never throws. */
  note(spot: Spot, who?: { readonly outside: boolean }): Promise<void>
}

/** How many addresses are remembered as already kept. */
const remembered = 5_000

export function createAddressBook(addresses: Addresses, log: Log): AddressBook {
  const known = new Map<string, string>()
  const key = (id: string) => ({ platform: 'teams', id }) as const
  const remember = (id: string, text: string) => {
    known.delete(id)
    known.set(id, text)
    const [oldest] = known.keys()
    if (known.size > remembered && oldest !== undefined) known.delete(oldest)
  }
  const find = async (id: string) => parse(await addresses.find(key(id)))
  const keep = async (id: string, address: Address) => {
    const text = JSON.stringify(address)
    if (known.get(id) === text) return
    if (known.has(id) || (await addresses.find(key(id))) !== text) await addresses.keep(key(id), text)
    remember(id, text)
  }
  const introduce = async (id: string, address: Address) => {
    if (!known.has(id) && (await find(id)) === undefined) await keep(id, address)
  }

  return {
    find,
    keep,
    introduce,
    forget: async (id) => {
      known.delete(id)
      await addresses.forget(key(id))
    },
    note: async (spot, { outside } = { outside: false }) => {
      if (outside && !spot.shared) return
      try {
        await keep(placeOf(spot).id, addressOf(spot))
        if (outside) return
        if (spot.shared)
          await introduce(spot.account.id, { ...addressOf(spot), conversation: undefined, shared: false })
        else await keep(spot.account.id, addressOf(spot))
      } catch (error) {
        log.error({ error }, 'could not keep an address in teams')
      }
    },
  }
}

/** Also undefined for one that another version kept. */
function parse(text: string | undefined): Address | undefined {
  if (text === undefined) return undefined
  try {
    const read = Address.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

function addressOf({ serviceUrl, tenant, bot, user, conversation, shared }: Spot): Address {
  const { id } = splitThread(conversation)
  return { serviceUrl, tenant, bot, conversation: id, shared, ...defined({ user: shared ? undefined : user.id }) }
}
