// Warnings of reviews under random due days, calendars, days away and outages: no key twice, nobody out of hours or
// while away, and never silent once overdue.
import { expect } from 'chai'
import fc from 'fast-check'
import type { Person } from '../../src/chat/people.ts'
import type { Notice } from '../../src/ports/notices.ts'
import { hoursOf, type Calendar } from '../../src/kit/calendar.ts'
import { addDays, dayIn, daysBetween, instantAt, lastDayOf, type Day, type DayOrMonth } from '../../src/kit/days.ts'
import { dueOn, planWarnings } from '../../src/review/plan.ts'
import type { Review } from '../../src/review/types.ts'
import { anEdition, aPolicy } from '../kit/builders.ts'
import { weekdaysAllYear } from '../kit/calendar.ts'
import { aPerson } from '../kit/evidence.ts'

const zone = 'Europe/London'
const length = 220
/** In days: warnings come monthly, and one waits at most a month for a school day. */
const longestSilence = 31 + 31 + 1

interface Scene {
  readonly start: Day
  readonly due: DayOrMonth
  readonly calendar: Calendar
  readonly people: readonly Person[]
  /** For each day of the scene: how many servers run. */
  readonly servers: readonly number[]
}

const dayFrom = (first: Day, days: number) => fc.nat(days).map((each) => addDays(first, each))
const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
const span = (start: Day, longest: number) =>
  fc.tuple(dayFrom(start, length), fc.nat(longest)).map(([from, days]) => ({ from, to: addDays(from, days) }))

const scene: fc.Arbitrary<Scene> = dayFrom('2026-01-01' as Day, 1_200).chain((start) =>
  fc.record({
    start: fc.constant(start),
    due: fc.oneof(
      dayFrom(addDays(start, -800), 900),
      dayFrom(addDays(start, -800), 900).map((day) => day.slice(0, 7) as DayOrMonth),
    ),
    calendar: fc.record({
      zone: fc.constant(zone),
      weekdays,
      hours: fc.constant(weekdaysAllYear.hours),
      // No terms; some terms with holidays of any length between them; or terms that ended long ago.
      terms: fc.oneof(
        fc.constant([]),
        fc.array(span(start, 80), { minLength: 1, maxLength: 4 }),
        fc.constant([{ from: addDays(start, -200), to: addDays(start, -100) }]),
      ),
      closed: fc.array(dayFrom(start, length), { maxLength: 60 }).map((days) => new Set(days)),
      inset: fc.array(dayFrom(start, length), { maxLength: 3 }).map((days) => new Set(days)),
    }),
    people: fc
      .array(
        fc.record({
          weekdays: fc.option(weekdays, { nil: undefined }),
          away: fc.array(span(start, 20), { maxLength: 2 }),
        }),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((all) => all.map((own, n) => aPerson(`p${n}`, { ...own, roles: ['slt'] }))),
    servers: fc.array(
      fc.oneof({ arbitrary: fc.integer({ min: 1, max: 3 }), weight: 30 }, { arbitrary: fc.constant(0), weight: 1 }),
      {
        minLength: length,
        maxLength: length,
      },
    ),
  }),
)

interface Told {
  readonly key: string
  readonly at: Date
  readonly person: Person
}

/** Plays the days and keeps every notice, so a key that is planned again would appear twice. */
function play({ start, due, calendar, people, servers }: Scene): readonly Told[] {
  const edition = anEdition()
  const review: Review = { policy: aPolicy(edition), edition, due, since: undefined }
  const told: Told[] = []
  const notices: Notice[] = []
  servers.forEach((count, n) => {
    const day = addDays(start, n)
    const today = dueOn([review], day)
    for (const minutes of [7 * 60 + 30, 9 * 60 + 30]) {
      const now = instantAt(day, minutes, zone)
      for (let server = 0; server < count; server++) {
        for (const { person, keys, at } of planWarnings(today, people, {
          now,
          calendar,
          notices,
        })) {
          if (at > now) continue
          for (const key of keys) {
            told.push({ key, at: now, person })
            notices.push({
              key,
              kind: 'review',
              person: person.id,
              state: 'sent',
              at: now,
              tries: 0,
              nextAt: undefined,
              way: 'slack',
              message: 'm',
              what: undefined,
            })
          }
        }
      }
    }
  })
  return told
}

describe('property: warnings of reviews', () => {
  it('none twice, none out of hours or while away, and never silent once overdue', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const told = play(given)
        expect(new Set(told.map(({ key }) => key)).size).to.equal(told.length)
        for (const { at, person } of told) {
          const day = dayIn(zone, at)
          const { from, to } = hoursOf(day, given.calendar)
          expect(at >= from && at < to, 'out of hours').to.equal(true)
          expect(
            person.away.some((away) => away.from <= day && day <= away.to),
            'while away',
          ).to.equal(false)
          expect(told.filter((each) => each.person === person && dayIn(zone, each.at) === day)).to.have.lengthOf(1)
        }
        // Counted from the start or the first overdue day, whichever is later, and again from each warning or outage.
        let since = addDays(given.start, -1)
        const last = lastDayOf(given.due)
        if (last > since) since = last
        given.servers.forEach((count, n) => {
          const day = addDays(given.start, n)
          if (day <= since) return
          if (count === 0 || told.some(({ at }) => dayIn(zone, at) === day)) since = day
          expect(daysBetween(since, day), `silent from ${since} to ${day}`).to.be.at.most(longestSilence)
        })
      }),
      { numRuns: 20 },
    )
  })

  it('where the school works on weekdays all year, no month passes without one', () => {
    fc.assert(
      fc.property(dayFrom('2014-01-01' as Day, 4_400), fc.boolean(), (due, month) => {
        const when = month ? (due.slice(0, 7) as DayOrMonth) : due
        const start = lastDayOf(when)
        const told = play({
          start,
          due: when,
          calendar: weekdaysAllYear,
          people: [aPerson('p', { roles: ['slt'] })],
          servers: Array<number>(length).fill(1),
        })
        let since = start
        for (const { at } of told) {
          expect(daysBetween(since, dayIn(zone, at))).to.be.at.most(31 + 2)
          since = dayIn(zone, at)
        }
        expect(daysBetween(since, addDays(start, length))).to.be.at.most(31 + 2)
      }),
      { numRuns: 25 },
    )
  })
})
