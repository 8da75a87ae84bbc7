// Simulates a short piece of a school year: people come, go, are away, work part-time and sign; some have no account, or
// get one later; campaigns have their own rhythm and are paused; terms change; a newer edition comes into force; platforms,
// mail and the store fail; the database is replaced by its copy; servers die at any await, are off for hours and start again; clocks differ, jump and go back.
// All randomness comes from one seed.
import type { Person } from '../../src/chat/people.ts'
import { hoursOf, isWorkingTime, type Calendar } from '../../src/kit/calendar.ts'
import { addDays, instantAt, type Day } from '../../src/kit/days.ts'
import { asksOn, judgeAll, momentAt } from '../../src/reminder/read.ts'
import { planReminders } from '../../src/reminder/plan.ts'
import { dueOfPlainly, mustHaveHeard, worksOnPlainly } from './world-oracle.ts'
import { answerAgain, expectAsked, lookAgain, openAgain } from './world-again.ts'
import { policy, zone, type Delivered, type World, begin, aYear, extend, turn, meet, sign } from './world-school.ts'
import { restart, tick } from './world-server.ts'
import { askedFor, askOn, decideEdition, questionOn } from './world-edition.ts'
import { expectDigests } from './world-digest.ts'
import { appear, gaveUpOn, judgeReached, someAppear } from './world-ways.ts'
import { inMemory, type OpenKept } from './world-kept.ts'
import { chanceFrom } from './chance.ts'

/** What went wrong in the world, in words; empty if nothing did. */
export interface Lived {
  readonly delivered: readonly Delivered[]
  readonly wrong: readonly string[]
  /** The day on which something was opened again. */
  readonly again: Pick<NonNullable<World['again']>, 'opened'> | undefined
}

/** Days with faults: at least so many, and fewer than `more` beyond that. */
interface Length {
  readonly least: number
  readonly more: number
}

const twoWeeks: Length = { least: 8, more: 8 }
/** For worlds on a real database, which are slow. */
const oneWeek: Length = { least: 3, more: 3 }

interface Living {
  readonly recurs?: boolean
  readonly kept?: OpenKept
  readonly length?: Length
}

/** Lives some two weeks, of which the last four days have no faults. */
export async function live(
  seed: number,
  { recurs = false, kept = inMemory, length = twoWeeks }: Living = {},
): Promise<Lived> {
  const random = chanceFrom(seed)
  const world = await begin(random, { opening: recurs ? openAgain : undefined, kept })
  try {
    const days = length.least + Math.floor(random() * length.more)
    for (let n = 0; n < days; n++) await passDay(world, addDays(world.start, n), random)
    world.faults = false
    world.trouble.mends()
    await someAppear(world, random)
    for (const server of world.servers) restart(world, server, random)
    if (world.paused) await turn(world, addDays(world.start, days))
    let last = addDays(world.start, days)
    for (let calm = 0; calm < 4 || !isSchoolDay(world.calendar, last); calm++) {
      if (calm > 0) last = addDays(last, 1)
      await passDay(world, last, random)
    }
    const calm = daysOf(addDays(world.start, days), last)
    if (isAsked(world, last)) await expectNothingLeft(world, last)
    await expectAllTold(world, last)
    if (isAsked(world, last)) await expectManagersTold(world, calm)
    await expectDecided(world, calm)
    await expectDigests(world, calm)
    await expectAsked(world, calm)
    if (world.whole) await expectReviews(world, last)
    return world
  } finally {
    await world.close()
  }
}

/** A shorter world on a database that is replaced. In every third, something is asked for again. */
export function liveOnPostgres(seed: number, kept: OpenKept): Promise<Lived> {
  return live(seed, { recurs: seed % 3 === 0, kept, length: oneWeek })
}

async function passDay(world: World, day: Day, random: () => number): Promise<void> {
  const off = world.faults && random() < 0.15 ? Math.floor(random() * 8) : undefined
  if (world.faults && random() < 0.1) changeTerms(world, random)
  if (world.faults) await decideEdition(world, day, random)
  if (world.faults && random() < 0.15 && isAsked(world, day)) await turn(world, day)
  if (world.faults && random() < 0.06 && mayExtend(world) && isAsked(world, day)) await extend(world, day, random)
  const opens = hoursOf(day, world.calendar).from.getTime()
  for (const at of momentsOf(world, day, random)) {
    if (at >= world.trouble.until) world.trouble.mends()
    // An outage of some hours, which may end in the middle of the day.
    const hour = (at.getTime() - opens) / 3_600_000
    if (off !== undefined && hour >= off - 3 && hour < off) {
      for (const server of world.servers) restart(world, server, random)
      continue
    }
    if (random() < 0.02 && isAsked(world, day))
      await sign(
        world,
        [...world.people.keys()][Math.floor(random() * world.people.size)] ?? '',
        world.again === undefined && world.newer === undefined ? undefined : at,
      )
    if (world.faults && random() < 0.01 && world.people.size < 8) await meet(world, `late${world.people.size}`, random)
    if (world.faults && random() < 0.02) await appear(world, random)
    await Promise.all(world.servers.map((server) => tick(world, server, { at, random })))
    await world.kept.whole()
    await lookAgain(world)
    await answerAgain(world, at)
  }
}

/** The office changes the terms in its file, and the bot restarts with them. */
function changeTerms(world: World, random: () => number): void {
  // The days of the next round depend on these terms.
  if (world.again?.every.every === 'term') return
  world.calendar = aYear(world.start, random)
  world.library = { ...world.library, school: { ...world.library.school, calendar: world.calendar } }
}

/** Ticks in working hours, with a few before and after them, and now and then one that goes back. */
function momentsOf({ calendar, faults }: World, day: Day, random: () => number): Date[] {
  const { from } = hoursOf(day, calendar)
  // On a day on which nobody may hear of anything, a few beats show that nobody does.
  const opens = worksOnPlainly({ away: [], weekdays: undefined }, calendar, day)
  const every = faults ? 40 + random() * 60 : 50
  const minutes: number[] = []
  for (let minute = -45; minute < 10 * 60; minute += opens ? every : 3 * every) {
    minutes.push(minute)
    if (faults && random() < 0.03) minutes.push(minute - 60)
  }
  return minutes.map((minute) => new Date(from.getTime() + minute * 60_000))
}

/** At the end of the last day, everything that could have gone out on it has gone out. */
async function expectAllTold(world: World, day: Day): Promise<void> {
  const { ports, library } = world
  const moment = momentAt(library.school, new Date(hoursOf(day, world.calendar).to.getTime() - 60_000))
  const asks = await asksOn(ports, library, { day, practice: false })
  for await (const { verdict } of judgeAll(ports, { asks, planner: planReminders(asks, moment), practice: false }))
    if (verdict.kind === 'reminded') world.wrong.push(`lost: ${verdict.reminder().keys.join()} at the end of ${day}`)
}

/** Checked by the oracle: nobody is late without everybody whom the school names having heard of it. */
async function expectManagersTold(world: World, calm: readonly Day[]): Promise<void> {
  for (const [id, { manager, heard }] of await hearers(world)) {
    for (const person of world.people.values()) {
      if (person.id === id) continue
      for (const policy of owedBy(world, person)) {
        const due = dueOfPlainly(person, world.calendar, askedFor(world, policy))
        const after = afterOf(world, person, manager)
        if (after === undefined || !mustHaveHeard({ person, manager, due, after }, world.calendar, calm)) continue
        const told = heard.find(
          ({ key, at }) =>
            /^(manager|escalated):/.test(key) &&
            key.split(':')[2] === person.id &&
            policyIn(key) === policy &&
            at >= sinceAnew(world),
        )
        if (
          told === undefined ||
          told.state === 'planned' ||
          told.state === 'claimed' ||
          gaveUpOn(world, manager, told)
        )
          world.wrong.push(`${id} never heard that ${person.id} is late with ${policy} since ${due}`)
      }
    }
  }
}

/** The policies that somebody has still to sign. */
function owedBy({ signed, signatures, duties }: World, { id, group }: Person): readonly string[] {
  if (signed.has(id)) return []
  const theirs = duties.filter(({ who }) => who === 'everybody' || who === group)
  return theirs.map(({ policy }) => policy).filter((policy) => signatures.get(id)?.has(policy) !== true)
}

function daysOf(from: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** A recurring round takes its days from those of the round before, so these stay until it is open. */
function mayExtend({ again }: World): boolean {
  return again === undefined || again.opened !== undefined
}

/** While a newer edition is to be signed again and no campaign asks for it, nobody is asked. */
function isAsked(world: World, day: Day): boolean {
  return askOn(world, day) !== 'nobody'
}

/** What was said before a campaign for a newer edition is about another one. */
function sinceAnew({ newer }: World): Date {
  return newer?.askedOn === undefined ? new Date(0) : instantAt(newer.askedOn, 0, zone)
}

async function hearers({ ports, people }: World) {
  const named = [...people.values()].slice(0, 2)
  const each = named.map(
    async (manager) => [manager.id, { manager, heard: await ports.notices.of([manager.id]) }] as const,
  )
  return new Map(await Promise.all(each))
}

/**
 * After how many working days somebody hears of another person, as line manager or by address; the smaller number
 * counts.
 */
function afterOf({ library }: World, person: Person, hearer: Person): number | undefined {
  const chain = library.school.escalation ?? [{ to: 'manager', after: 0 }]
  const theirs = chain.filter(({ to }) => (to === 'manager' ? person.manager === hearer.id : to === hearer.email))
  return theirs.length === 0 ? undefined : Math.min(...theirs.map(({ after }) => after))
}

/** The leader was told of each review that has no date, or is due. */
async function expectReviews(world: World, day: Day): Promise<void> {
  const [leader] = world.people.values()
  if (leader === undefined || (leader.leavesOn ?? day) < day || (leader.startsOn ?? day) > day) return
  const worked = [0, 1, 2, 3].some((back) =>
    isWorkingTime(instantAt(addDays(day, -back), 12 * 60, zone), world.calendar, leader),
  )
  const noted = await world.ports.notices.of([leader.id])
  const reviews = noted.filter(({ kind, state }) => kind === 'review' && state !== 'planned' && state !== 'claimed')
  if (worked && reviews.every((each) => gaveUpOn(world, leader, each))) world.wrong.push('a review passed in silence')
}

/** SLT was asked about a newer edition, if it is not decided. */
async function expectDecided(world: World, calm: readonly Day[]): Promise<void> {
  const [leader] = world.people.values()
  const [last] = calm.slice(-1)
  const key = leader === undefined || last === undefined ? undefined : questionOn(world, last, leader.id)
  if (leader === undefined || key === undefined) return
  const could = calm.some(
    (day) =>
      worksOnPlainly(leader, world.calendar, day) &&
      day >= (world.newer?.from ?? day) &&
      (leader.leavesOn ?? day) >= day &&
      (leader.startsOn ?? day) <= day,
  )
  const [told] = await world.ports.notices.find([key])
  const silent = told === undefined || told.state === 'planned' || told.state === 'claimed'
  if (could && (silent || gaveUpOn(world, leader, told))) world.wrong.push(`lost: nobody was asked about ${key}`)
}

/** After the days without faults, everybody who owes something has heard of it, or is known as not reached. */
async function expectNothingLeft(world: World, day: Day): Promise<void> {
  for (const [id, person] of world.people) {
    if (world.signed.has(id)) continue
    const moved = owedBy(world, person).includes(policy.id) ? world.newer?.movedOn : undefined
    const opened = world.again?.opened ?? world.newer?.askedOn ?? moved
    // On the opening day itself, somebody may have heard of the round before.
    const begins = opened === undefined ? world.start : addDays(opened, 1)
    const [from, to] = [[person.startsOn ?? begins, begins].toSorted()[1] ?? begins, person.leavesOn ?? day]
    const working = [0, 1, 2, 3].map((back) => addDays(day, -back)).filter((each) => each >= from && each <= to)
    const could = working.some((each) => isWorkingTime(instantAt(each, 12 * 60, zone), world.calendar, { ...person }))
    if (!could) continue
    const since = opened === undefined ? undefined : instantAt(opened, 0, zone)
    const noted = (await world.ports.notices.of([id])).filter(
      ({ kind, at, key }) =>
        kind === 'reminder' &&
        (since === undefined || at >= since) &&
        // What they have signed since is no longer tried.
        world.signatures.get(id)?.has(policyIn(key)) !== true,
    )
    if (noted.length === 0) world.wrong.push(`lost: ${id} never heard of it`)
    judgeReached(world, person, noted)
    for (const { key, state, nextAt } of noted) {
      if (state === 'sent' && !world.delivered.some((each) => isIn(each, { world, id, key })))
        world.wrong.push(`said to be sent, and was not: ${key}`)
      if (state === 'claimed') world.wrong.push(`left in the middle: ${key}`)
      const latest = noted.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1)
      if (
        state === 'failed' &&
        latest?.key === key &&
        person.away.every((away) => away.to < addDays(day, -4) || away.from > day)
      )
        world.wrong.push(`not tried again: ${key}, next ${nextAt?.toISOString() ?? ''}`)
    }
  }
}

/**
 * Documents of a bundle arrive in one message, under the key of the first document. Where one of them is asked for anew,
 * its steps are not those of the others.
 */
function isIn(
  { person, key: first }: Delivered,
  { world, id, key }: { readonly world: World; readonly id: string; readonly key: string },
): boolean {
  if (world.duties.length > 1 && world.newer?.movedOn !== undefined)
    return person === id && first.startsWith('reminder:')
  return personAndStep(first) === personAndStep(key)
}

/** From `reminder:CAMPAIGN:PERSON:STEP`. */
function personAndStep(key: string): string {
  return key.split(':').slice(2).join(':')
}

/** From `reminder:POLICY@EDITION.1:PERSON:STEP`, and of late people's keys. */
function policyIn(key: string): string {
  return key.split(/[:@]/)[1] ?? ''
}

function isSchoolDay(calendar: Calendar, day: Day): boolean {
  return isWorkingTime(instantAt(day, 12 * 60, zone), calendar)
}
