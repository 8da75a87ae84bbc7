// Telling the senior leadership team: each of them gets a notice of their own, sent at once and tried again like any other.
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

/** Something that all of them hear. */
export interface ToSlt {
  /** Readable; the key of each one’s notice is made of one of these and of whoever it goes to. */
  readonly about: readonly string[]
  readonly kind: string
  /** For operators: no names. */
  readonly reason: string
  show(): Promise<Card> | Card
  /** Goes over the open internet: that there is something, and nothing of what somebody wrote. */
  write(): Promise<Letter> | Letter
}

const pageOfPeople = 500

/**
 * Written down for each of them before the first is sent, so that a crash loses none. `from` is left out, who knows it
 * already. How the first of those was reached who were; undefined where nobody was.
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

/** What may have arrived counts: saying it twice would trouble more. */
export function hasArrived(became: Became | undefined): became is Arrived {
  return became?.kind === 'sent' || became?.kind === 'unknown'
}

/** The notice to one of them: the same whenever it is made again. */
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
    // Whoever has left the team meanwhile hears of nothing more.
    still: async () => may(await ports.people.byId(leader), 'see-register', desk.shelf.today),
    show,
    write,
  }
}

function keyTo(leader: string, about: string): string {
  return `${about}${to}${leader}`
}

const to = ':to:'

/** What a notice to one of them is about. */
export function aboutIn({ key }: { readonly key: string }): string {
  return key.slice(0, key.lastIndexOf(to))
}

/** All people of one world, the real one or that of practice, page by page. */
export async function* everybody({ people }: Pick<Ports, 'people'>, practice: boolean): AsyncGenerator<Person> {
  let after: string | undefined
  for (;;) {
    const page = await people.list({ practice, most: pageOfPeople, ...defined({ after }) })
    yield* page
    after = page.at(-1)?.id
    if (page.length < pageOfPeople) return
  }
}
