// People who are judged together get the same result as alone: a school of people who differ in everything that may
// matter is judged by one planner, and each person again by a planner that has seen nobody else.
import { expect } from 'chai'
import { groups, type Person } from '../../../src/chat/people.ts'
import { addDays } from '../../../src/kit/days.ts'
import type { Notice, NoticeState } from '../../../src/ports/notices.ts'
import { endsOf } from '../../../src/reminder/alike.ts'
import { planReminders } from '../../../src/reminder/plan.ts'
import { wishedKeys } from '../../../src/reminder/steps.ts'
import type { Ask, ReminderMoment, ReminderVerdict } from '../../../src/reminder/types.ts'
import type { Campaign } from '../../../src/standing/campaigns.ts'
import type { Involvement } from '../../../src/standing/types.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { chanceFrom } from '../../kit/chance.ts'
import { aPerson, day } from '../../kit/evidence.ts'

const edition = '2026-09'
const everybody = { everybody: true, groups: [], roles: [], people: [] }

function campaignOf(policy: string, n: number, given: Partial<Campaign> = {}): Campaign {
  return {
    id: `${policy}@${edition}.${n}`,
    policy,
    edition,
    audience: everybody,
    due: day('2026-10-12'),
    openedOn: day('2026-09-07'),
    closedOn: undefined,
    practice: false,
    rhythm: undefined,
    pausedOn: undefined,
    leastDays: 5,
    ...given,
  }
}

const campaigns: Readonly<Record<string, readonly Campaign[]>> = {
  'social-media': [campaignOf('social-media', 1)],
  conduct: [
    campaignOf('conduct', 1, { changedOn: day('2026-10-01'), since: new Date('2026-09-07T09:00:00Z') }),
    campaignOf('conduct', 2, { due: day('2026-10-20'), audience: { ...everybody, everybody: false, people: ['p3'] } }),
  ],
  safeguarding: [campaignOf('safeguarding', 1, { audience: { ...everybody, everybody: false, groups: ['teaching'] } })],
}
const policies = Object.keys(campaigns)

function asksOn(today: ReminderMoment['day'], nudged: boolean): Ask[] {
  return policies.map((policy) => ({
    policy,
    edition,
    title: policy,
    signable: true,
    nudged: nudged && policy === 'conduct' ? today : undefined,
    counting: {
      marks: new Map(),
      asOf: { edition, editions: [edition], wordings: new Map([[edition, ['these']]]), today, joinerDays: 14, calendar: weekdaysAllYear },
      campaigns: campaigns[policy] ?? [],
    },
  })) // prettier-ignore
}

describe('reminder: people who are alike', () => {
  for (const [on, nudged] of [['2026-09-07', false], ['2026-10-05', false], ['2026-10-05', true], ['2026-10-13', false], ['2026-10-17', false]] as const) // prettier-ignore
    it(`are judged as each alone, on ${on}${nudged ? ', when SLT asked for a reminder' : ''}`, () => {
      const chance = chanceFrom(on.length + Number(on.slice(-2)))
      const pick = <T>(from: readonly T[]) => from[Math.floor(chance() * from.length)] as T
      const moment: ReminderMoment = {
        now: new Date(`${on}T${pick(['10:00', '16:40'])}:00+01:00`),
        day: day(on),
        calendar: weekdaysAllYear,
        rhythm: { before: [7, 3, 1, 0], every: 7 },
      }
      // p3, whom a campaign names, otherwise looks like the other first five, so a planner that missed the name would
      // judge them alike.
      const plain = { person: aPerson('p', { group: 'teaching', manager: 'boss' }), involvements: policies.map(() => undefined) }
      const profiles = Array.from({ length: 16 }, (_each, n) =>
        n % 3 === 0 ? plain : { person: somebody(pick, moment.day), involvements: policies.map(() => involvementOf(pick)) },
      )
      const planner = planReminders(asksOn(moment.day, nudged), moment)
      const kinds = new Set<string>()
      for (let n = 0; n < 900; n++) {
        const { involvements, ...given } = n < 5 ? plain : pick(profiles)
        const person = { ...given.person, id: `p${n}`, name: `Person ${n}` }
        const notices = noticesOf(person.id, pick, moment.day)
        const alone = planReminders(asksOn(moment.day, nudged), moment)
        const looked = planner.look({ person, involvements })
        const before = alone.look({ person, involvements })
        expect(looked.owes).to.deep.equal(before.owes)
        const verdict = planner.judge(looked, notices)
        expect(whole(verdict), `${on} ${n}`).to.deep.equal(whole(alone.judge(before, notices)))
        expect(planner.overdue(looked, notices)).to.deep.equal(alone.overdue(before, notices))
        // Most people's other notices are not read, so leaving them out must not change the verdict.
        if (looked.usual !== undefined) {
          const parts = [...endsOf(looked.usual), ...wishedKeys]
          const read = notices.filter(({ key }) => !key.startsWith('reminder:') || parts.some((part) => key.includes(part)))
          expect(whole(planner.judge(looked, read))).to.deep.equal(whole(verdict))
        }
        kinds.add(verdict.kind === 'reminded' ? verdict.kind : verdict.why.kind)
      }
      expect([...kinds].length, [...kinds].join()).to.be.greaterThan(on === '2026-10-17' ? 2 : 4)
    }) // prettier-ignore
})

describe('reminder: one after another', () => {
  const nothing = { open: undefined, excused: undefined, reading: undefined }
  const signed = (at: string, wording: string) =>
    policies.map((): Involvement => ({ ...nothing, signed: { entry: 'e', edition, wording, at: new Date(at) } }))
  const nobody = policies.map(() => undefined)
  const today = day('2026-10-05')
  const table: readonly (readonly [what: string, first: Who, second: Who])[] = [
    ['somebody who is away', { involvements: nobody }, { involvements: nobody, away: [{ from: today, to: today }] }],
    ['somebody who was away', { involvements: nobody }, { involvements: nobody, away: [{ from: day('2026-09-01'), to: day('2026-10-04') }] }],
    ['a signature of other words', { involvements: signed('2026-09-08T10:00:00Z', 'these') }, { involvements: signed('2026-09-08T10:00:00Z', 'those') }],
    ['a signature from before people were asked anew', { involvements: signed('2026-09-08T10:00:00Z', 'these') }, { involvements: signed('2026-09-01T10:00:00Z', 'these') }],
    ['somebody who works on no day', { involvements: nobody }, { involvements: nobody, weekdays: [] }],
  ] // prettier-ignore
  for (const [what, ...both] of table)
    for (const [order, pair] of [['after', both], ['before', both.toReversed()]] as const)
      it(`${what}, ${order} somebody else`, () => {
        const moment = { now: new Date('2026-10-05T11:00:00Z'), day: today, calendar: weekdaysAllYear, rhythm: { before: [7], every: 7 } }
        const planner = planReminders(asksOn(today, false), moment)
        const verdicts = pair.map(({ involvements, ...given }) => {
          const person = aPerson('p', given)
          const alone = planReminders(asksOn(today, false), moment)
          const verdict = planner.judge(planner.look({ person, involvements }), [])
          expect(whole(verdict)).to.deep.equal(whole(alone.judge(alone.look({ person, involvements }), [])))
          return whole(verdict)
        })
        expect(verdicts[0]).not.to.deep.equal(verdicts[1])
      }) // prettier-ignore
})

/** The verdict with the reminder's whole content. */
function whole(verdict: ReminderVerdict) {
  return verdict.kind === 'reminded' ? { ...verdict, reminder: verdict.reminder() } : verdict
}

type Who = Partial<Person> & { readonly involvements: readonly (Involvement | undefined)[] }

type Pick = <T>(from: readonly T[]) => T

function somebody(pick: Pick, today: ReminderMoment['day']): Person {
  const [weekdays, startsOn, leavesOn, away] = [
    pick([undefined, undefined, [], [1, 2]]),
    pick([undefined, undefined, undefined, day('2026-09-20'), addDays(today, 3)]),
    pick([undefined, undefined, undefined, undefined, addDays(today, -1)]),
    pick([[], [], [], [], [{ from: addDays(today, -9), to: addDays(today, -2) }], [{ from: today, to: today }]]),
  ]
  const held = { group: pick([...groups, undefined]), roles: pick([['staff'], ['staff', 'slt']] as const) }
  return aPerson('p', { manager: pick(['boss', undefined]), ...held, weekdays, startsOn, leavesOn, away })
} // prettier-ignore

function involvementOf(pick: Pick): Involvement | undefined {
  const nothing = { signed: undefined, open: undefined, excused: undefined, reading: undefined }
  const at = pick([new Date('2026-09-01T10:00:00Z'), new Date('2026-09-08T10:00:00Z')])
  const signed = { entry: 'e', edition: pick([edition, '2025-09']), wording: pick(['these', 'those']), at }
  return pick([
    undefined,
    undefined,
    undefined,
    { ...nothing, signed },
    { ...nothing, signed },
    { ...nothing, excused: { by: 'head', until: undefined } },
    { ...nothing, open: { kind: 'concern' as const, edition, at } },
    { ...nothing, reading: { edition, sections: 2 } },
  ])
}

function noticesOf(person: string, pick: Pick, today: ReminderMoment['day']): Notice[] {
  const count = pick([0, 1, 1, 2, 3, 6])
  const about = [...policies.map((policy) => `${policy}@${edition}.1`), ...policies.map((policy) => `${policy}@${edition}`)]
  const steps = ['asked', 'due-7', 'over-0', 'due-0', 'tomorrow-1', `nudge-${today}`, 'due-7:2026-10-01']
  return Array.from({ length: count }, (): Notice => {
    const key = pick([
      `reminder:${pick(about)}:${person}:${pick(steps)}`,
      `reminder:${pick(about.slice(0, 3))}:${person}:${pick(steps.slice(0, 2))}`,
      `daily:${person}:${pick([today, addDays(today, -7)])}`,
      `not-theirs:${pick(policies)}@${edition}:${person}`,
      `manager:${pick(about)}:${person}`,
      `away-said:${today}:${person}`,
    ])
    const state = pick<NoticeState>(['sent', 'sent', 'sent', 'failed', 'planned', 'claimed', 'given-up', 'unknown'])
    const at = pick([new Date('2026-09-07T10:00:00Z'), new Date('2026-10-02T10:00:00Z'), new Date(`${today}T08:00:00Z`)])
    const kind = key.slice(0, key.indexOf(':'))
    const nextAt = state === 'failed' ? new Date(`${today}T11:00:00Z`) : undefined
    return { key, kind, person, state, at, tries: 0, nextAt, way: undefined, message: undefined, what: undefined }
  }).filter(({ key }, at, all) => all.findIndex((each) => each.key === key) === at)
} // prettier-ignore
