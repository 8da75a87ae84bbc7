// A server of the simulated world, which may die at any await and whose platform fails, and the rules for all that
// arrives.
import type { Person } from '../../src/chat/people.ts'
import { hoursOf, isWorkingTime } from '../../src/kit/calendar.ts'
import { dayIn, type Day } from '../../src/kit/days.ts'
import { openShelf } from '../../src/policy/shelf.ts'
import type { Chat, Ports, Posted, Sought } from '../../src/ports/ports.ts'
import { StoreTrouble } from '../../src/ports/trouble.ts'
import { runJobs } from '../../src/turn/beat.ts'
import { house } from './house.ts'
import { buildIndex } from '../../src/search/build.ts'
import { dueOfPlainly, hasWaited, owedPlainly, worksOnPlainly } from './world-oracle.ts'
import { judgeQuestion, lookAgain } from './world-again.ts'
import { zone, type Delivered, type World, type Server } from './world-school.ts'
import { hasDigests, judgeDigest } from './world-digest.ts'
import { askedFor, askOn, judgeEdition, titlesOn } from './world-edition.ts'
import { holderOf, readAddresses, receiver } from './world-ways.ts'

/** Its clock may be some minutes wrong, and now and then some hours. */
export function restart({ faults }: World, server: Server, random: () => number): void {
  server.jobs = house.jobs()
  server.skew = Math.floor((random() - 0.5) * (faults && random() < 0.1 ? 6 * 60 : 4) * 60_000)
}

/** A dying server stops wherever it is, and another is started with the next tick. */
export async function tick(
  world: World,
  server: Server,
  { at, random }: { at: Date; random: () => number },
): Promise<void> {
  if (world.faults && random() < 0.1) return
  server.now = new Date(at.getTime() + server.skew)
  const mortal: Server = { ...server, dead: false }
  let die: () => void = () => undefined
  const died = new Promise<void>((resolve) => (die = resolve))
  const underWay = new Set<Promise<unknown>>()
  const ports = mortalPorts(world, mortal, { random, die, underWay })
  const today = dayIn(zone, server.now)
  const shelf = openShelf(world.library.policies, today, () => undefined)
  const beat = { now: server.now, ports, library: world.library, desk: { shelf, index }, words: house.words }
  const jobs = server.jobs.filter(
    ({ name }) =>
      world.whole ||
      name === 'lost notices' ||
      name === 'people who can be reached now' ||
      name === 'reminders' ||
      (hasDigests(world) && name === 'digests') ||
      (world.newer !== undefined && name === 'newer editions') ||
      (world.again !== undefined && name.endsWith('what recurs')),
  )
  if (world.faults && world.kept.replace !== undefined && random() < 0.3) beginReplacing(world, random)
  await Promise.race([runJobs(jobs, beat), died])
  // What a dying server has sent to the database is done at once, not hours later by the clock of this world.
  await Promise.allSettled(underWay)
  if (mortal.dead || (world.faults && random() < 0.05)) restart(world, server, random)
}

const index = buildIndex([], [])

/** For some minutes or hours nothing can be written, or the store is gone. It begins in the middle of something. */
function beginTrouble({ trouble }: World, now: Date, random: () => number): StoreTrouble {
  trouble.breaks(random() < 0.5 ? 'writes' : 'all')
  trouble.until = new Date(now.getTime() + (5 + random() * 175) * 60_000)
  return new StoreTrouble(new Error('the connection was lost'))
}

/** The database dies as soon as something of that kind is written, if anything is at this time. */
function beginReplacing({ kept }: World, random: () => number): void {
  const words = (['commit', 'insert into', 'set "way"'] as const)[Math.floor(random() * 3)] ?? 'commit'
  kept.replace?.({
    by: random() < 0.6 ? 'standby' : 'itself',
    words,
    when: random() < 0.5 ? 'before' : 'after',
    late: random() < 0.5,
  })
}

interface Life {
  readonly random: () => number
  readonly die: () => void
  /** Everything that has not come back. */
  readonly underWay: Set<Promise<unknown>>
}

function mortalPorts(world: World, server: Server, { random, die, underWay }: Life): Ports {
  const stop = () => {
    server.dead = true
    die()
    return new Promise<never>(() => undefined)
  }
  const may = async <T>(work: () => Promise<T>): Promise<T> => {
    if (server.dead || (world.faults && random() < 0.004)) return stop()
    const doing = work()
    underWay.add(doing)
    const done = await doing.finally(() => underWay.delete(doing))
    // The work is done, but the server dies before it learns of it.
    return (server.dead as boolean) || (world.faults && random() < 0.004) ? stop() : done
  }
  const mortal = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const verb: unknown = Reflect.get(target, name)
        if (typeof verb !== 'function') return verb
        return (...given: unknown[]) =>
          may(async () => {
            const done: unknown = await Reflect.apply(verb, target, given)
            // Whoever asked for it hears that it failed, although it was done.
            if (world.faults && random() < 0.001) throw beginTrouble(world, server.now, random)
            return done
          })
      },
    })
  const { mail: letters, publicUrl } = world.ports
  const served = world.trouble.around({ ...world.kept.of(server.which), mail: letters, publicUrl })
  const { journal, people, register, store, directory, doors, mail } = served
  const { notices, keyFor } = readAddresses(served.notices)
  return {
    ...served,
    clock: () => server.now,
    notices: mortal(notices),
    mail: {
      on: mail.on,
      send: ({ to, subject, text }) =>
        may(() => {
          const person = receiver(world, to)
          return arrive(world, server, { person, says: `${subject} ${text}`, key: keyFor(person), random })
        }),
    },
    journal: mortal(journal),
    people: mortal(people),
    register: mortal(register),
    store: mortal(store),
    directory: mortal(directory),
    doors: mortal(doors),
    chat: {
      post: (place, card, about) =>
        may(() =>
          arrive(world, server, {
            person: holderOf(world, place.id),
            says: card.summary,
            key: about?.key ?? '',
            random,
          }),
        ),
      find: (_place, keys) => may(() => Promise.resolve(look(world, keys))),
      replace: () => Promise.resolve({ kind: 'refused', why: 'other', what: 'nobody replaces anything here' }),
    },
  }
}

/** The platform can be asked what has arrived. */
function look({ delivered }: World, keys: readonly string[]): Sought {
  return delivered.some(({ key }) => keys.includes(key)) ? { kind: 'found', message: 'm' } : { kind: 'absent' }
}

interface Sent {
  /** A person id. */
  readonly person: string | undefined
  readonly says: string
  readonly key: string
  readonly random: () => number
}

/** A message or a letter; a platform and a mail server fail in the same ways. */
async function arrive(world: World, { now }: Server, { person, says, key, random }: Sent): ReturnType<Chat['post']> {
  const fault = world.faults ? random() : 1
  if (fault < 0.1) return { kind: 'failed', what: 'HTTP 503' }
  if (fault < 0.15) return { kind: 'failed', what: 'rate limited', retryAfter: 60 + Math.floor(random() * 900) }
  if (fault < 0.17) return { kind: 'refused', why: 'blocked', what: 'blocked' }
  await lookAgain(world)
  if (person === undefined) world.wrong.push(`to nobody: ${key}`)
  else judge(world, { key, person, at: now, day: dayIn(zone, now) }, says)
  // What has just been sent can then not be noted.
  if (world.faults && random() < 0.1) beginTrouble(world, now, random)
  if (fault < 0.2) throw new Error('the connection broke after it was delivered')
  const posted: Posted = { kind: 'sent', message: `m-${world.delivered.length}` }
  return fault < 0.25 ? { kind: 'unknown', what: 'timed out' } : posted
}

/** Checks everything that arrives. */
function judge(world: World, delivered: Delivered, says: string): void {
  const { key, person: id, at, day } = delivered
  const wrong = (what: string) => world.wrong.push(`${what}: ${key} at ${at.toISOString()}`)
  const person = world.people.get(id)
  if (person === undefined) return void wrong('to nobody')
  if (world.delivered.some((each) => each.key === key)) wrong('twice under one key')
  const isReminder = key.startsWith('reminder:')
  const kind = key.split(':')[0] ?? ''
  if (world.delivered.some((each) => each.key.startsWith(`${kind}:`) && each.person === id && each.day === day))
    wrong('twice on one day')
  const { from, to } = hoursOf(day, world.calendar)
  if (at < from || at >= to) wrong('out of hours')
  // A review is told even in a calendar without working days for weeks.
  if (kind !== 'review' && !isWorkingTime(at, world.calendar, person)) wrong('on a day off')
  const isLate = kind === 'manager' || kind === 'escalated'
  if ((isReminder || isLate) && world.paused) wrong('while paused')
  if ((isReminder || isLate) && askOn(world, day) === 'nobody') wrong('about what nobody is asked for')
  if (kind === 'new-edition') judgeEdition(world, delivered, wrong)
  if (kind === 'digest') judgeDigest(world, delivered, wrong)
  if (isLate) judgeLate(world, key, day, wrong)
  if (kind !== 'review' && !worksOnPlainly(person, world.calendar, day)) wrong('on a day off, by the second reading')
  if (person.away.some(({ from, to }) => from <= day && day <= to)) wrong('while away')
  if (person.leavesOn !== undefined && person.leavesOn < day) wrong('after leaving')
  if (isReminder && person.startsOn !== undefined && person.startsOn > day) wrong('before starting')
  if (isReminder && world.signed.has(id)) wrong('after signing')
  if (isReminder) judgeWhat(world, person, { says, day, wrong })
  if (kind === 'recurring') judgeQuestion(world, day, says, wrong)
  world.delivered.push(delivered)
}

/**
 * Checked by the oracle: nobody hears of a person before so many working days have passed, or of a person who has
 * signed.
 */
function judgeLate(world: World, key: string, day: string, wrong: (what: string) => void): void {
  const [kind, campaign = '', id = ''] = key.split(':')
  const [policy = ''] = campaign.split('@')
  const person = world.people.get(id)
  if (person === undefined) {
    wrong('about nobody')
    return
  }
  const chain = world.library.school.escalation ?? [{ to: 'manager', after: 0 }]
  const least = Math.min(
    ...chain.filter(({ to }) => (kind === 'escalated' ? to !== 'manager' : true)).map(({ after }) => after),
  )
  const due = dueOfPlainly(person, world.calendar, askedFor(world, policy))
  if (!hasWaited(due, day, least, world.calendar)) wrong(`too early, due ${due} and after ${least} working days`)
  if (world.signed.has(id) || world.signatures.get(id)?.has(policy)) wrong('about somebody who has signed')
}

/** Checked by the oracle: the message names all that they owe, and nothing that they have signed or need not read. */
function judgeWhat(
  world: World,
  person: Person,
  { says, day, wrong }: { readonly says: string; readonly day: Day; readonly wrong: (what: string) => void },
): void {
  // The first message to a joiner is the greeting, which always begins with this word.
  if (says.startsWith('Welcome')) return
  const { duties, others } = titlesOn(world, day)
  const owed = owedPlainly(person, duties, world.signatures.get(person.id) ?? new Set())
  for (const title of owed.names) if (!says.includes(title)) wrong(`without the ${title}: “${says}”`)
  for (const title of [...owed.leavesOut, ...others]) if (says.includes(title)) wrong(`with the ${title}: “${says}”`)
}
