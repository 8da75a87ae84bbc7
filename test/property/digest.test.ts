// Digests under random calendars, days away, outages and clock changes: never two in one week, and none missed in a
// week in which somebody works while the server and the platform are up.
import { house } from '../kit/house.ts'
import { expect } from 'chai'
import fc from 'fast-check'
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import type { Person } from '../../src/chat/people.ts'
import { sendDigests } from '../../src/digest/job.ts'
import { isWorkingTime, type Calendar } from '../../src/kit/calendar.ts'
import { addDays, dayIn, instantAt, isoWeek, mondayOf, type Day } from '../../src/kit/days.ts'
import { openShelf } from '../../src/policy/shelf.ts'
import { mostTries } from '../../src/outbox/deliver.ts'
import { buildIndex } from '../../src/search/build.ts'
import { anEdition, aPolicy, aSection } from '../kit/builders.ts'
import { weekdaysAllYear } from '../kit/calendar.ts'
import { aPerson } from '../kit/evidence.ts'
import { theProjects } from '../kit/library.ts'
import { cannotReplace, cannotTell, memoryPorts } from '../kit/ports.ts'

const zone = 'Europe/London'
const edition = anEdition({
  sections: [aSection('1', 'Words', 'Be kind.'), aSection('2', 'Declaration', 'I am kind.')],
})
const policy = { ...aPolicy(edition), declaration: '2' }
const index = buildIndex([], [])
const days = 12

interface Scene {
  readonly start: Day
  readonly calendar: Calendar
  readonly people: readonly Person[]
  readonly servers: number
  /** In the order in which they happen: minutes from the start, and whether the server and the platform are up. */
  readonly beats: readonly { readonly minute: number; readonly serves: boolean; readonly delivers: boolean }[]
}

const weekdays = fc.subarray([1, 2, 3, 4, 5], { minLength: 1 })
const span = (start: Day) =>
  fc
    .tuple(fc.nat(days), fc.nat(6))
    .map(([from, length]) => ({ from: addDays(start, from), to: addDays(start, from + length) }))
const outage = fc.tuple(fc.nat(days * 24), fc.nat(80))

const scenes: fc.Arbitrary<Scene> = fc
  .constantFrom('2026-10-22', '2027-03-24', '2026-12-28', '2026-11-20')
  .chain((text) => {
    const start = text as Day
    return fc.record({
      start: fc.constant(start),
      servers: fc.integer({ min: 1, max: 2 }),
      calendar: fc.record({
        weekdays: fc.oneof({ weight: 3, arbitrary: fc.constant([1, 2, 3, 4, 5]) }, { weight: 1, arbitrary: weekdays }),
        hours: fc.record({ from: fc.constantFrom(420, 480, 570), to: fc.constantFrom(720, 1020) }),
        closed: fc.array(fc.nat(days), { maxLength: 4 }).map((some) => new Set(some.map((n) => addDays(start, n)))),
        terms: fc.oneof(fc.constant([]), fc.array(span(start), { minLength: 1, maxLength: 2 })),
      }),
      people: fc.array(
        fc.record({ weekdays: fc.option(weekdays, { nil: undefined }), away: fc.array(span(start), { maxLength: 1 }) }),
        { minLength: 1, maxLength: 2 },
      ),
      down: fc.array(outage, { maxLength: 3 }),
      silent: fc.array(outage, { maxLength: 2 }),
      back: fc.array(fc.nat(days * 24), { maxLength: 3 }),
    })
  })
  .map(({ calendar, people, down, silent, back, ...rest }) => {
    const within = (spans: readonly (readonly [number, number])[], hour: number) =>
      spans.some(([from, length]) => from <= hour && hour < from + length)
    const hours = Array.from({ length: days * 24 }, (_, hour) => hour).flatMap((hour) =>
      // The clock is set back by up to two hours.
      back.includes(hour) ? [hour, Math.max(0, hour - 2), hour] : [hour],
    )
    return {
      ...rest,
      calendar: { ...weekdaysAllYear, ...calendar },
      people: people.map((given, n) => aPerson(`p${n}`, { ...given, roles: ['slt'], listed: false })),
      beats: hours.map((hour) => ({
        minute: hour * 60 + 5,
        serves: !within(down, hour),
        delivers: !within(silent, hour),
      })),
    }
  })

/** The digests that arrived, in order, each as the week followed by its key. */
async function play({ start, calendar, people, servers, beats }: Scene): Promise<readonly string[]> {
  const begins = instantAt(start, 0, zone)
  const test = await memoryPorts(begins.toISOString())
  try {
    const arrived: string[] = []
    let delivers = true
    const ports: typeof test.ports = {
      ...test.ports,
      chat: {
        find: cannotTell,
        replace: cannotReplace,
        post: (place, _card, about) => {
          if (!delivers) return Promise.resolve({ kind: 'failed', what: 'HTTP 503' })
          arrived.push(`${isoWeek(dayIn(zone, test.ports.clock()))} ${about?.key ?? ''}`)
          return Promise.resolve({ kind: 'sent', message: place.id })
        },
      },
    }
    await ports.people.put(people)
    for (const { id, name, email } of people)
      await ports.directory.keep({ platform: 'slack', id: `U-${id}` }, { name, email, roles: ['staff'] })
    await ports.journal.record({ policy: policy.id }, (facts) =>
      openCampaign(facts, {
        policy,
        edition,
        audience: { everybody: true, groups: [], roles: [], people: [] },
        due: addDays(start, 5),
        rhythm: undefined,
        practice: false,
        zone,
        accepted: [],
        by: 'operator',
        stamp: { id: 'campaign', at: begins, salt: 'salt' },
      }),
    )
    const { school, ...rest } = theProjects()
    const library = { ...rest, policies: [policy], school: { ...school, zone, calendar } }
    for (const { minute, serves, delivers: works } of beats) {
      const now = new Date(begins.getTime() + minute * 60_000)
      if (!serves || !isWorkingTime(now, calendar)) continue
      test.setClock(now.toISOString())
      delivers = works
      const shelf = openShelf([policy], dayIn(zone, now), () => undefined)
      await Promise.all(
        Array.from({ length: servers }, () =>
          sendDigests({ now, ports, library, desk: { shelf, index }, words: house.words }),
        ),
      )
    }
    return arrived
  } finally {
    await test.close()
  }
}

/**
 * The same rules in a simple form: a digest arrives at the first beat of its week while its reader works and everything
 * is up.
 */
function expected({ start, calendar, people, beats }: Scene): readonly string[] {
  const begins = instantAt(start, 0, zone).getTime()
  const done = new Map<string, number>()
  const arrived: string[] = []
  for (const { minute, serves, delivers } of beats) {
    const now = new Date(begins + minute * 60_000)
    const today = dayIn(zone, now)
    const week = isoWeek(today)
    if (!serves || now < instantAt(mondayOf(today), 8 * 60, zone)) continue
    for (const person of people) {
      const key = `${week} digest:${week}:${person.id}`
      const tries = done.get(key) ?? 0
      if (tries >= mostTries || !isWorkingTime(now, calendar, person)) continue
      if (delivers) arrived.push(key)
      done.set(key, delivers ? mostTries : tries + 1)
    }
  }
  return arrived
}

describe('digests, under random calendars and outages', () => {
  it('come once a week to whoever works in it, and are never lost', async () => {
    let seen = 0
    await fc.assert(
      fc.asyncProperty(scenes, async (scene) => {
        const arrived = await play(scene)
        seen += arrived.length
        expect(new Set(arrived).size, 'twice in one week').to.equal(arrived.length)
        expect(arrived.toSorted()).to.deep.equal(expected(scene).toSorted())
      }),
      { numRuns: 100 },
    )
    expect(seen).to.be.greaterThan(100)
  })
})
