// Tells the senior leadership team: each member gets a notice of their own, sent at once and retried like any other.
import { defined } from '../kit/defined.ts'
import type { Card } from '../chat/cards.ts'
import type { Person } from '../chat/people.ts'
import { may } from '../people/may.ts'
import type { Became, Notice } from '../ports/notices.ts'
import type { Ports } from '../ports/ports.ts'
import { clockOf, type Beat } from '../turn/beat.ts'
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
 * out. Where nobody else leads the school at the moment, it is kept until somebody does. Returns how the first member
 * who was reached was reached; undefined where nobody was.
 */
export async function tellSlt(
  turn: Pick<Turn, 'ports' | 'desk' | 'now'>,
  told: ToSlt,
  from: Person,
): Promise<Arrived | undefined> {
  const { ports, now } = turn
  const planned: Planned[] = []
  for await (const leader of leaders(turn, from.practice))
    if (leader.id !== from.id) planned.push(noticeTo(leader.id, told, turn))
  const plan = ({ key, also = [], kind, person }: Pick<Planned, 'key' | 'also' | 'kind' | 'person'>) =>
    Promise.all([key, ...also].map((each) => ports.notices.plan({ key: each, kind, person, at: now })))
  for (const each of planned) await plan(each)
  if (planned.length === 0) {
    const nobody = nobodyIn(from.practice)
    const [key = '', ...also] = told.about.map((each) => `${keyTo(nobody, each)}:${from.id}`)
    await plan({ key, also, kind: told.kind, person: nobody })
  }
  const clock = clockOf(turn)
  const became = await Promise.all(planned.map((each) => deliverOne(ports, each, clock)))
  return became.find(hasArrived)
}

/** Stands for whoever will lead the school: no person has such an id. */
function nobodyIn(practice: boolean): string {
  return practice ? `${toBe}:practice` : toBe
}

const toBe = 'slt-to-be'

/** It waits for somebody to lead the school, and there is nobody yet to send it to. */
export function waitsForLeaders({ person }: Pick<Notice, 'person'>): boolean {
  return person.startsWith(toBe)
}

/** On every beat: what was kept while nobody led the school becomes a notice to each who leads it now. */
export async function handToLeaders(beat: Pick<Beat, 'ports' | 'desk' | 'now'>): Promise<void> {
  const { notices, log, newId } = beat.ports
  for (const practice of [false, true]) {
    const kept = (await notices.of([nobodyIn(practice)])).filter(({ state }) => state === 'planned')
    if (kept.length === 0) continue
    const present: Person[] = []
    for await (const leader of leaders(beat, practice)) present.push(leader)
    for (const { key, kind, person } of kept) {
      const from = key.slice(key.lastIndexOf(':') + 1)
      const others = present.filter(({ id }) => id !== from)
      for (const { id } of others)
        await notices.plan({ key: keyTo(id, aboutIn({ key })), kind, person: id, at: beat.now })
      if (others.length === 0) continue
      const attempt = { keys: [key], by: newId(), now: beat.now }
      await notices.claim({ notices: [{ key, kind }], person, by: attempt.by, now: beat.now })
      await notices.settle(attempt, { kind: 'sent', way: 'handed on', message: '' })
      log.info({ notice: key, leaders: others.length }, 'what waited for somebody to lead the school is told to them')
    }
  }
}

/** The members of SLT who may be told, of one world. */
export async function* leaders(
  { ports, desk }: Pick<Turn, 'ports' | 'desk'>,
  practice: boolean,
): AsyncGenerator<Person, void, undefined> {
  for await (const person of everybody(ports, practice))
    if (person.roles.includes('slt') && may(person, 'see-register', desk.shelf.today)) yield person
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
