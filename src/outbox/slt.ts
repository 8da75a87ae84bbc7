// Tells the senior leadership team: each member gets a notice of their own, sent at once and retried like any other.
import { defined } from '../kit/defined.ts'
import type { Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { may } from '../people/may.ts'
import type { Became } from '../ports/evidence.ts'
import type { Ports } from '../ports/ports.ts'
import { clockOf } from '../turn/beat.ts'
import type { Turn } from '../turn/turn.ts'
import { deliverOne } from './deliver.ts'
import type { Letter, Planned } from './types.ts'

/** Something that every member hears. */
export interface ToSlt {
  /** Readable; each member's notice has a key made of one of these and the member's id. */
  readonly about: readonly string[]
  readonly kind: string
  /** For operators: no names. */
  readonly reason: string
  show(): Promise<Card> | Card
  /** It travels over the open internet: it says that there is something, and nothing that anybody wrote. */
  write(): Promise<Letter> | Letter
}

const pageOfPeople = 500

/**
 * Each notice is written down before the first is sent, so that a crash loses none. `from` already knows, and is left
 * out. Returns how the first member who was reached was reached; undefined where nobody was.
 */
export async function tellSlt(
  turn: Pick<Turn, 'ports' | 'desk' | 'now'>,
  told: ToSlt,
  from: Person,
): Promise<Arrived | undefined> {
  const { ports, desk, now } = turn
  const planned: Planned[] = []
  for await (const leader of everybody(ports, from.practice)) {
    if (leader.id === from.id || !leader.roles.includes('slt') || !may(leader, 'see-register', desk.shelf.today))
      continue
    planned.push(noticeTo(leader.id, told, turn))
  }
  for (const { key, also = [], kind, person } of planned)
    for (const each of [key, ...also]) await ports.notices.plan({ key: each, kind, person, at: now })
  const clock = clockOf(turn)
  const became = await Promise.all(planned.map((each) => deliverOne(ports, each, clock)))
  return became.find(hasArrived)
}

export type Arrived = Extract<Became, { readonly way: string }>

/** What may have arrived counts as arrived: sending it twice would be worse. */
export function hasArrived(became: Became | undefined): became is Arrived {
  return became?.kind === 'sent' || became?.kind === 'unknown'
}

/** The notice to one member; it is the same each time that it is made. */
export function noticeTo(
  leader: string,
  { about, kind, reason, show, write }: ToSlt,
  { ports, desk, now }: Pick<Turn, 'ports' | 'desk' | 'now'>,
): Planned {
  const [key = '', ...also] = about.map((each) => keyTo(leader, each))
  return {
    key,
    also,
    kind,
    kept: true,
    person: leader,
    at: now,
    reason,
    // People who have left the team meanwhile hear nothing more.
    still: async () => may(await ports.people.byId(leader), 'see-register', desk.shelf.today),
    show,
    write,
  }
}

function keyTo(leader: string, about: string): string {
  return `${about}${to}${leader}`
}

const to = ':to:'

/** What a notice to a member is about. */
export function aboutIn({ key }: { readonly key: string }): string {
  return key.slice(0, key.lastIndexOf(to))
}

/** Everybody of one world, the real one or practice, page by page. */
export async function* everybody({ people }: Pick<Ports, 'people'>, practice: boolean): AsyncGenerator<Person> {
  let after: string | undefined
  for (;;) {
    const page = await people.list({ practice, most: pageOfPeople, ...defined({ after }) })
    yield* page
    after = page.at(-1)?.id
    if (page.length < pageOfPeople) return
  }
}
