// By which ways people of the simulated world can be reached: an account, an address, both, or neither until later.
import type { Person } from '../../src/chat/people.ts'
import type { Notice } from '../../src/ports/notices.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { reachedPlainly, unreachablePlainly } from './world-oracle.ts'
import { change, type World } from './world-school.ts'

/** Most people have an account; whoever has none may have an address. */
export function waysAtFirst(random: () => number): { readonly shown: boolean; readonly address: boolean } {
  return { shown: random() < 0.65, address: random() < 0.4 }
}

/** Returns their person id: the platform's people are met, everybody else is written into the school's list. */
export async function place(
  { ports, shown }: World,
  { name, shown: isShown }: { readonly name: string; readonly shown: boolean },
): Promise<string> {
  if (!isShown) return `listed-${name}`
  const account = accountOf(name)
  await ports.directory.keep(account, { name, email: undefined, roles: ['staff'] })
  const known = await ports.directory.find(account)
  if (known === undefined) throw new Error('nobody is there')
  shown.add(known.id)
  return known.id
}

function accountOf(name: string) {
  return { platform: 'slack', id: `U-${name}` } as const
}

/** Somebody who has no account gets an address, or comes to the platform. */
export async function appear(world: World, random: () => number): Promise<void> {
  const waiting = [...world.people.values()].filter(({ id }) => !world.shown.has(id))
  const person = waiting[Math.floor(random() * waiting.length)]
  if (person !== undefined) await give(world, person, random() < 0.5 ? 'address' : 'account')
}

/** Before the days without faults, most of those who still have no account get one, or an address. */
export async function someAppear(world: World, random: () => number): Promise<void> {
  for (const person of [...world.people.values()])
    if (!world.shown.has(person.id) && random() < 0.7) await give(world, person, random() < 0.5 ? 'address' : 'account')
}

/** The address in the list tells whose account it is. */
async function give(world: World, person: Person, what: 'address' | 'account'): Promise<void> {
  const { id, name, email = `${name}@school.example` } = person
  if (person.email === undefined) await change(world, { ...person, email })
  if (what === 'address') return
  await world.ports.directory.keep(accountOf(name), { name, email, roles: ['staff'] })
  const known = await world.ports.directory.find(accountOf(name))
  if (known?.id !== id) world.wrong.push(`the account of ${id} became that of ${known?.id ?? 'nobody'}`)
  world.shown.add(id)
}

export function canBeReached({ shown, ports }: World, person: Person): boolean {
  return reachedPlainly(person, { shown: shown.has(person.id), letters: ports.mail.on })
}

/** They can be reached, and it was given up because they could not be. */
export function gaveUpOn(world: World, person: Person, { state, what }: Notice): boolean {
  return state === 'given-up' && what === unreachablePlainly && canBeReached(world, person)
}

/** After the days without faults: whoever owes something and can be reached was, and nobody else counts as reached. */
export function judgeReached(world: World, person: Person, noted: readonly Notice[]): void {
  const { id } = person
  const latest = noted.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1)
  const gaveUp = latest?.state === 'given-up' && latest.what === unreachablePlainly
  if (canBeReached(world, person)) {
    if (gaveUp) world.wrong.push(`lost: ${id} can be reached, and was not written to: ${latest.key}`)
    return
  }
  if (!gaveUp)
    world.wrong.push(`${id} cannot be reached, which is not said: ${latest?.key ?? ''} ${latest?.state ?? ''}`)
  if (noted.some(({ state }) => state === 'sent' || state === 'unknown'))
    world.wrong.push(`${id} cannot be reached, and counts as written to`)
}

/** Who has an account of that id on the platform; undefined if it is nobody's. */
export function holderOf({ people, shown }: World, account: string): string | undefined {
  return [...people.values()].find(({ id, name }) => shown.has(id) && accountOf(name).id === account)?.id
}

/** Whose letter it is; undefined for an address that nobody has. */
export function receiver({ people }: World, to: string): string | undefined {
  return [...people.values()].find(({ email }) => email === to)?.id
}

/** A letter does not carry the key of its notice, which was written down just before it is sent. */
export function readAddresses(notices: Ports['notices']): {
  readonly notices: Ports['notices']
  /** Each key is given once. */
  keyFor(person: string | undefined): string
} {
  const held: { readonly person: string | undefined; readonly key: string }[] = []
  return {
    notices: {
      ...notices,
      async trying(attempt, way) {
        const holds = await notices.trying(attempt, way)
        if (!holds || way !== 'email') return holds
        const [key = ''] = attempt.keys
        const [noted] = await notices.find([key])
        held.push({ person: noted?.person, key })
        return holds
      },
    },
    keyFor(person) {
      const at = held.findIndex((each) => each.person === person)
      return held.splice(at, at === -1 ? 0 : 1)[0]?.key ?? ''
    },
  }
}
