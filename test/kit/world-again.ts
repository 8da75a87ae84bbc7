// What recurs in the simulated world: an old campaign or bundle is due again each year, each term, or so many months
// after signing. A leader of the school is asked, and says yes or nothing; the round then opens once, or never.
import { isWorkingTime } from '../../src/kit/calendar.ts'
import { addDays, dayIn, instantAt, type Day } from '../../src/kit/days.ts'
import { agreeRecurring, setRecurring } from '../../src/recurring/decide.ts'
import { askedPlainly, dayPlainly, laterBy, nextPlainly, standsPlainly, type PlainRound } from './world-again-oracle.ts'
import { countsIn, settleEdition } from './world-edition.ts'
import { open, signDocument, zone, type World } from './world-school.ts'

/**
 * Records a request from long before the world begins, with signatures of that time; its next round falls on the first
 * days.
 */
export async function openAgain(world: World, random: () => number): Promise<void> {
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const { start, ports } = world
  const months = 1 + upTo(13)
  const every = ([{ every: 'year' }, { every: 'term' }, { every: 'months', months }] as const)[upTo(2)] ?? { every: 'year' } // prettier-ignore
  if (every.every === 'term') setTerms(world, 3 + upTo(3))
  const back = every.every === 'months' ? addDays(laterBy(start, -months) as Day, -3) : addDays(laterBy(start, -12) as Day, 2 + upTo(4)) // prettier-ignore
  const openedOn = every.every === 'term' ? addDays(start, -50) : back
  await open(world, random, openedOn)
  const [leader] = world.people.values()
  if (leader === undefined) throw new Error('nobody is there')
  const led = { ...leader, roles: ['staff', 'slt'] as const }
  await ports.people.put([led])
  world.people.set(led.id, led)
  for (const person of world.people.values())
    for (const { policy, who } of world.duties)
      if ((who === 'everybody' || who === person.group) && random() < 0.7)
        await signDocument(world, person.id, {
          policy,
          at: instantAt(addDays(openedOn, upTo(every.every === 'months' ? 24 : 10)), 12 * 60, zone),
        })
  for (const { id, group } of world.people.values())
    if (
      world.duties.every(
        ({ policy, who }) => !(who === 'everybody' || who === group) || world.dated.get(id)?.has(policy),
      )
    )
      world.signed.add(id)
  const { id: campaign, policy } = await firstOf(world)
  const stamp = { id: 'recurs', at: instantAt(openedOn, 0, zone), salt: 'salt' }
  await ports.journal.record({ policy }, (facts) =>
    setRecurring(facts, { campaign, calendar: world.calendar, by: 'operator', stamp, ...every }),
  )
  const { due } = world.asked
  world.again = { every, before: { openedOn, due, after: openedOn }, agrees: random() < 0.75, campaign }
}

/** Ends each term soon, and begins the next one some days later. */
function setTerms(world: World, later: number): void {
  const { start } = world
  const terms = [
    { from: addDays(start, -60), to: addDays(start, 1) },
    { from: addDays(start, later), to: addDays(start, 120) },
  ]
  world.calendar = { ...world.calendar, terms }
  world.library = { ...world.library, school: { ...world.library.school, calendar: world.calendar } }
}

/** For a bundle, the campaign of its first document. */
async function firstOf({ ports }: World) {
  const found = (await ports.journal.campaigns()).find(({ round }) => round === undefined || round.at === 0)
  if (found === undefined) throw new Error('nothing is asked')
  return found
}

/** Computed by the oracle from the valid signatures; once it is open, the round after it. */
function nextIn(world: World, today: string): PlainRound | undefined {
  const { again, people, dated, signatures, calendar, duties } = world
  if (again === undefined) return undefined
  const signed = [...people.values()].flatMap((person) =>
    person.leavesOn !== undefined && person.leavesOn < today
      ? []
      : duties.flatMap(({ policy, who }) =>
          (who === 'everybody' || who === person.group) && signatures.get(person.id)?.has(policy)
            ? (dated.get(person.id)?.get(policy) ?? [])
            : [],
        ),
  )
  const { opened } = again
  const before = opened === undefined ? again.before : { openedOn: opened, due: world.asked.due, after: opened }
  return nextPlainly(again.every, before, { calendar, today, signed })
}

/** Checks a question about the next round. */
export function judgeQuestion(world: World, day: Day, says: string, wrong: (what: string) => void): void {
  const { again, calendar } = world
  const next = nextIn(world, day)
  if (again === undefined || next === undefined) {
    wrong('about no round')
    return
  }
  if (again.agreed !== undefined && again.opened === undefined) wrong('after a yes')
  if (askedPlainly(next, calendar) > day) wrong('too early')
  const days = `next from ${dayPlainly(next.opens)}, to sign by ${dayPlainly(next.due)}`
  if (!says.includes(days)) wrong(`not for the days ${days}: “${says}”`)
}

/** Once somebody was asked, they agree to what they were shown; or nobody ever does. */
export async function answerAgain(world: World, at: Date): Promise<void> {
  const { again, delivered, ports, calendar } = world
  if (again === undefined || again.agreed !== undefined || !again.agrees) return
  if (!delivered.some(({ key }) => key.startsWith('recurring:'))) return
  const today = dayIn(zone, at)
  const next = nextIn(world, today)
  if (next === undefined || next.due < today) return
  const { id, policy } = await firstOf(world)
  const stamp = { id: `yes-${at.toISOString()}`, at, salt: 'salt' }
  const days = { opens: next.opens as Day, due: next.due as Day, after: again.before.after }
  const outcome = await ports.journal.record({ policy }, (facts) =>
    agreeRecurring(facts, { campaign: id, calendar, by: 'operator', stamp, ...days }),
  )
  if (outcome.kind === 'done') again.agreed = next
  else world.wrong.push(`a yes was not taken: ${outcome.kind}`)
}

/**
 * Notes whether the round has opened since the last look, and whether it was allowed to; from then on, what people owe
 * changes.
 */
export async function lookAgain(world: World): Promise<void> {
  const { again, ports, duties } = world
  if (again === undefined) return
  const all = await ports.journal.campaigns()
  const fresh = all.filter(({ openedOn }) => openedOn !== again.before.openedOn)
  const [now] = fresh
  if (now === undefined) return
  const wrong = (what: string) => world.wrong.push(`${what}: ${now.id} on ${now.openedOn}`)
  if (fresh.length !== duties.length && !world.wrong.length) wrong(`opened ${fresh.length} times`)
  if (again.opened !== undefined) return
  again.opened = now.openedOn
  if (again.agreed === undefined) wrong('opened without a yes')
  else if (now.openedOn < again.agreed.opens || now.due !== again.agreed.due) wrong('not as it was agreed')
  if (all.some((each) => !fresh.includes(each) && each.closedOn === undefined)) wrong('the round before is still open')
  world.paused = false
  world.asked = { ...world.asked, due: now.due, openedOn: now.openedOn }
  settleEdition(world, now.openedOn)
  const round = { opens: now.openedOn, due: now.due }
  for (const { id, group } of world.people.values()) {
    const own = duties.filter(({ who }) => who === 'everybody' || who === group).map(({ policy }) => policy)
    const stands = own.filter((policy) => {
      const signed = world.dated.get(id)?.get(policy)
      return signed !== undefined && standsPlainly(again.every, signed, round) && countsIn(world, id, policy)
    })
    world.signatures.set(id, new Set(stands))
    if (stands.length === own.length) world.signed.add(id)
    else world.signed.delete(id)
  }
}

/** After the days without faults, the leaders were asked, and what they agreed to is open. */
export async function expectAsked(world: World, calm: readonly Day[]): Promise<void> {
  const { again, calendar, ports } = world
  const [leader] = world.people.values()
  if (again === undefined || leader === undefined) return
  const noon = (day: Day) => instantAt(day, 12 * 60, zone)
  const { agreed } = again
  if (agreed !== undefined) {
    const could = calm.some((day) => day >= agreed.opens && day <= agreed.due && isWorkingTime(noon(day), calendar))
    if (could && again.opened === undefined) world.wrong.push(`lost: agreed for ${agreed.opens}, and never opened`)
    return
  }
  const could = calm.some((day) => {
    const next = nextIn(world, day)
    const here = (leader.leavesOn ?? day) >= day && (leader.startsOn ?? day) <= day
    return (
      here && next !== undefined && askedPlainly(next, calendar) <= day && isWorkingTime(noon(day), calendar, leader)
    )
  })
  const noted = (await ports.notices.of([leader.id])).filter(({ kind }) => kind === 'recurring')
  if (could && !noted.some(({ state }) => state !== 'planned' && state !== 'claimed'))
    world.wrong.push('lost: nobody was asked about the next round')
}
