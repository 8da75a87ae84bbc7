// Who is reminded, when, of what, and why others are not: tables of situations and plans. The campaign opens on Monday
// 7 September and is due on Monday 12 October; the school works on weekdays from eight to five.
import { expect } from 'chai'
import type { Person } from '../../../src/chat/people.ts'
import type { Campaign } from '../../../src/standing/campaigns.ts'
import type { Involvement } from '../../../src/standing/types.ts'
import type { Notice } from '../../../src/ports/notices.ts'
import { lateNow } from '../../../src/reminder/late.ts'
import { planReminders } from '../../../src/reminder/plan.ts'
import { slotFor } from '../../../src/reminder/slot.ts'
import type { Ask, ReminderMoment } from '../../../src/reminder/types.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { aPerson, day } from '../../kit/evidence.ts'

const priya = aPerson('priya', { name: 'Priya Nair', manager: 'boss' })
const campaign: Campaign = {
  id: 'c1',
  policy: 'social-media',
  edition: '2026-09',
  audience: { everybody: true, groups: [], roles: [], people: [] },
  due: day('2026-10-12'),
  openedOn: day('2026-09-07'),
  closedOn: undefined,
  practice: false,
  rhythm: undefined,
  pausedOn: undefined,
}

interface Situation {
  /** A day such as 2026-10-12, or a day with London time such as 2026-10-12T16:00. */
  readonly on: string
  readonly person?: Partial<Person>
  readonly campaign?: Partial<Campaign>
  readonly involvement?: Involvement
  readonly notices?: readonly Notice[]
  readonly ask?: Partial<Ask>
  readonly passingFrom?: string
}

/** At noon, where no time is given. London is an hour ahead of UTC in summer. */
function planned({ on, ...given }: Situation) {
  const [date = '', time = '12:00'] = on.split('T')
  const now = new Date(`${date}T${time}:00+01:00`)
  const moment: ReminderMoment = {
    now,
    day: day(date),
    calendar: weekdaysAllYear,
    rhythm: { before: [7, 3, 1, 0], every: 7 },
    ...(given.passingFrom === undefined ? {} : { passingFrom: day(given.passingFrom) }),
  }
  const asOf = { edition: '2026-09', editions: ['2026-09'], wordings: new Map(), today: moment.day, joinerDays: 14 }
  const ask: Ask = {
    policy: 'social-media',
    edition: '2026-09',
    title: 'Social Media Policy',
    counting: { marks: new Map(), asOf, campaigns: [{ ...campaign, ...given.campaign }] },
    signable: true,
    nudged: undefined,
    ...given.ask,
  }
  const planner = planReminders([ask], moment)
  const person = { ...priya, ...given.person }
  const looked = planner.look({ person, involvements: [given.involvement] })
  return {
    verdict: planner.judge(looked, given.notices ?? []),
    overdue: planner.overdue(looked, given.notices ?? []),
    moment,
  }
}

/** The step in each key, or why nobody is reminded. */
function said(situation: Situation): string {
  const { verdict } = planned(situation)
  return verdict.kind === 'reminded'
    ? verdict
        .reminder()
        .keys.map((key) => key.split(':').slice(3).join(':'))
        .join(' ')
    : verdict.why.kind
}

function noted(key: string, state: Notice['state'] = 'sent', given: Partial<Notice> = {}): Notice {
  const at = new Date('2026-09-07T11:00:00Z')
  const empty = { tries: 0, nextAt: undefined, way: undefined, message: undefined, what: undefined }
  return { key, kind: 'reminder', person: 'priya', state, at, ...empty, ...given }
}

const key = (step: string) => `reminder:social-media@2026-09:priya:${step}`
/** The present form of keys, which contains the campaign. */
const ours = (step: string) => `reminder:c1:priya:${step}`
const managers = 'manager:c1:priya'
/** The earlier form. */
const olderManagers = 'manager:social-media@2026-09:priya'

describe('reminder: the plan', () => {
  const asked = noted(key('asked'))
  const table: readonly (readonly [what: string, situation: Situation, outcome: string])[] = [
    ['before the campaign opens', { on: '2026-09-06' }, 'not-asked'],
    ['on the very day of asking', { on: '2026-09-07' }, 'asked'],
    ['asked and told', { on: '2026-09-08', notices: [asked] }, 'told'],
    ['a week before it is due', { on: '2026-10-05', notices: [asked] }, 'due-7'],
    ['on the due day', { on: '2026-10-12', notices: [asked] }, 'due-0'],
    ['a week late', { on: '2026-10-19', notices: [asked] }, 'over-7'],
    ['the campaign is closed', { on: '2026-10-05', campaign: { closedOn: day('2026-10-01') } }, 'not-asked'],
    ['the campaign is paused', { on: '2026-10-05', campaign: { pausedOn: day('2026-10-05') } }, 'paused'],
    ['it is paused from tomorrow', { on: '2026-10-05', campaign: { pausedOn: day('2026-10-06') } }, 'due-7'],
    ['others are asked', { on: '2026-10-05', campaign: { audience: { ...campaign.audience, everybody: false } } }, 'not-asked'], // prettier-ignore
    ['only the restated text is there', { on: '2026-10-05', ask: { signable: false } }, 'not-signable'],
    ['their last day', { on: '2026-10-05', person: { leavesOn: day('2026-10-05') } }, 'due-7'],
    ['the day after their last', { on: '2026-10-06', person: { leavesOn: day('2026-10-05') } }, 'left'],
    ['before their first day', { on: '2026-10-05', person: { startsOn: day('2026-10-06') } }, 'not-started'],
    ['on their first day', { on: '2026-10-06', person: { startsOn: day('2026-10-06') } }, 'asked'],
    ['away until today', { on: '2026-10-05', person: { away: [{ from: day('2026-10-01'), to: day('2026-10-05') }] } }, 'away'], // prettier-ignore
    ['back from being away', { on: '2026-10-06', person: { away: [{ from: day('2026-10-01'), to: day('2026-10-05') }] } }, 'due-7'], // prettier-ignore
    ['part-time, not on Mondays', { on: '2026-10-05', person: { weekdays: [2, 3] } }, 'own-day-off'],
    ['on a Saturday', { on: '2026-10-10' }, 'day-off'],
    ['at five the day is over', { on: '2026-10-05T17:00' }, 'hours-over'],
    ['a minute before five', { on: '2026-10-05T16:59' }, 'due-7'],
    ['told of something else today', { on: '2026-10-05', notices: [noted('daily:priya:2026-10-05')] }, 'told-today'],
    ['being told just now', { on: '2026-10-05', notices: [noted('daily:priya:2026-10-05', 'claimed')] }, 'being-told'],
    ['it failed this morning', { on: '2026-10-05', notices: [noted(key('due-7'), 'failed')] }, 'due-7'],
    ['it was given up', { on: '2026-10-05', notices: [noted(key('due-7'), 'given-up')] }, 'given-up'],
    ['they said it is not for them', { on: '2026-10-05', notices: [noted('not-theirs:social-media@2026-09:priya')] }, 'not-theirs'], // prettier-ignore
    ['they asked for tomorrow', { on: '2026-10-05', notices: [noted(key('tomorrow-1'), 'planned', { at: new Date('2026-10-06T07:00:00Z') })] }, 'asked-for-later'], // prettier-ignore
    ['they asked for today', { on: '2026-10-06', notices: [noted(key('due-7')), noted(key('tomorrow-1'), 'planned', { at: new Date('2026-10-06T07:00:00Z') })] }, 'tomorrow-1'], // prettier-ignore
    ['they said yesterday that they are away', { on: '2026-10-05', notices: [noted('away-said:2026-10-04:priya', 'sent', { kind: 'away-said', at: new Date('2026-10-04T08:00:00Z') })] }, 'away-said'], // prettier-ignore
    ['they said so two weeks ago', { on: '2026-10-05', notices: [noted('away-said:2026-09-21:priya', 'sent', { kind: 'away-said', at: new Date('2026-09-21T08:00:00Z') })] }, 'due-7'], // prettier-ignore
    ['SLT wishes that everybody hears', { on: '2026-09-08', notices: [asked], ask: { nudged: day('2026-09-08') } }, 'nudge-2026-09-08'], // prettier-ignore
    ['SLT reminded them alone, and it failed', { on: '2026-09-08', notices: [asked, noted(key('nudge-2026-09-08'), 'failed')] }, 'nudge-2026-09-08'], // prettier-ignore
    ['SLT reminded them alone, and it arrived', { on: '2026-09-08', notices: [asked, noted(key('nudge-2026-09-08'))] }, 'told'], // prettier-ignore
    ['it failed yesterday and nobody wishes it today', { on: '2026-09-09', notices: [asked, noted(key('nudge-2026-09-08'), 'failed')] }, 'told'], // prettier-ignore
    ['asked anew for the same edition', { on: '2026-10-02', notices: [asked], campaign: { openedOn: day('2026-10-02') } }, 'asked'], // prettier-ignore
    ['told under this campaign’s key', { on: '2026-09-08', notices: [noted(ours('asked'))] }, 'told'],
    ['told of another campaign', { on: '2026-09-08', notices: [noted('reminder:c0:priya:asked')] }, 'asked'],
    ['asked anew before campaigns stood in keys', { on: '2026-10-02', notices: [asked, noted(`${key('asked')}:2026-10-02`, 'sent', { at: new Date('2026-10-02T08:00:00Z') })], campaign: { openedOn: day('2026-10-02') } }, 'told'], // prettier-ignore
    ['failed before campaigns stood in keys', { on: '2026-09-08', notices: [noted(key('asked'), 'failed')] }, 'asked'],
    ['its day was changed since', { on: '2026-09-21', notices: [noted(ours('asked'))], campaign: { changedOn: day('2026-09-21') } }, 'asked:2026-09-21'], // prettier-ignore
    ['its day was changed, and they heard', { on: '2026-09-22', notices: [noted(ours('asked')), noted(`${ours('asked')}:2026-09-21`)], campaign: { changedOn: day('2026-09-21') } }, 'told'], // prettier-ignore
    ['looking ahead, past the day of it', { on: '2026-10-07', passingFrom: '2026-10-01' }, 'told'],
    ['looking ahead, to the day of it', { on: '2026-10-05', passingFrom: '2026-10-01' }, 'due-7'],
    ['looking ahead from the day after it', { on: '2026-10-06', passingFrom: '2026-10-06' }, 'due-7'],
    ['looking ahead, to their first own day after it', { on: '2026-10-07', passingFrom: '2026-10-01', person: { weekdays: [3] } }, 'due-7'], // prettier-ignore
    ['looking ahead, past their own day', { on: '2026-10-08', passingFrom: '2026-10-01', person: { weekdays: [2, 4] } }, 'told'], // prettier-ignore
    ['they asked for today, and have heard', { on: '2026-10-06', notices: [noted(key('due-7')), noted(key('tomorrow-1'), 'sent', { at: new Date('2026-10-06T07:00:00Z') })] }, 'told'], // prettier-ignore
    ['this very reminder is on its way', { on: '2026-10-05', notices: [noted(ours('due-7'), 'claimed')] }, 'being-told'], // prettier-ignore
    ['the campaign begins on Monday', { on: '2026-09-04' }, 'not-asked'],
    ['it is their first day, and others are asked', { on: '2026-10-05', person: { startsOn: day('2026-10-05') }, campaign: { audience: { ...campaign.audience, everybody: false } } }, 'not-asked'], // prettier-ignore
    ['others are asked, and they are reading it', { on: '2026-10-05', involvement: { signed: undefined, open: undefined, excused: undefined, reading: { edition: '2026-09', sections: 2 } }, campaign: { audience: { ...campaign.audience, everybody: false } } }, 'not-asked'], // prettier-ignore
    ['their first day was put off since they were asked', { on: '2026-10-05', person: { startsOn: day('2026-10-05') }, campaign: { changedOn: day('2026-09-21') }, notices: [noted(ours('asked'), 'sent', { at: new Date('2026-09-28T08:00:00Z') })] }, 'asked:2026-10-05'], // prettier-ignore
  ]
  for (const [what, situation, outcome] of table)
    it(`${what}: ${outcome}`, () => expect(said(situation)).to.equal(outcome))

  it('is at their own minute of the first hour, and never before now', () => {
    const at = (on: string) => {
      const { verdict, moment } = planned({ on })
      return { verdict, slot: slotFor('priya', moment), now: moment.now }
    }
    const early = at('2026-10-05T07:00')
    expect(early.verdict.kind === 'reminded' && early.verdict.reminder().at).to.deep.equal(early.slot)
    const noon = at('2026-10-05T12:00')
    expect(noon.verdict.kind === 'reminded' && noon.verdict.reminder().at).to.deep.equal(noon.now)
  })

  it('waits for the time of a second try', () => {
    const nextAt = new Date('2026-10-05T14:30:00Z')
    const { verdict } = planned({ on: '2026-10-05', notices: [noted(key('due-7'), 'failed', { nextAt })] })
    expect(verdict.kind === 'reminded' && [verdict.reminder().at, verdict.reminder().again]).to.deep.equal([
      nextAt,
      true,
    ])
  })
})

describe('reminder: who is late', () => {
  const table: readonly (readonly [what: string, situation: Situation, told: boolean])[] = [
    ['on the due day nobody is late', { on: '2026-10-12' }, false],
    ['the day after, the manager hears', { on: '2026-10-13' }, true],
    ['not of somebody without a manager', { on: '2026-10-13', person: { manager: undefined } }, false],
    ['not of themselves', { on: '2026-10-13', person: { manager: 'priya' } }, false],
    ['not while they are away', { on: '2026-10-13', person: { away: [{ from: day('2026-10-13'), to: day('2026-10-13') }] } }, false], // prettier-ignore
    ['not of somebody who left', { on: '2026-10-13', person: { leavesOn: day('2026-10-12') } }, false],
    ['not on a Saturday', { on: '2026-10-17' }, false],
    ['not while it is paused', { on: '2026-10-13', campaign: { pausedOn: day('2026-10-12') } }, false],
    ['not again, as was noted before campaigns stood in keys', { on: '2026-10-13', notices: [noted(olderManagers, 'sent', { person: 'boss', at: new Date('2026-10-13T08:00:00Z') })] }, false], // prettier-ignore
    ['of a second campaign, though they heard of the first', { on: '2026-10-13', notices: [noted('manager:c0:priya', 'sent', { person: 'boss' })] }, true], // prettier-ignore
    ['not while they say that they are away', { on: '2026-10-13', notices: [noted('away-said:2026-10-12:priya', 'sent', { kind: 'away-said', at: new Date('2026-10-12T08:00:00Z') })] }, false], // prettier-ignore
    ['not on the morning on which they are back', { on: '2026-10-14', person: { away: [{ from: day('2026-10-01'), to: day('2026-10-13') }] } }, false], // prettier-ignore
    ['a week after they are back', { on: '2026-10-21', person: { away: [{ from: day('2026-10-01'), to: day('2026-10-13') }] } }, true], // prettier-ignore
    ['not on the fifth working day after they are back', { on: '2026-10-20', person: { away: [{ from: day('2026-10-01'), to: day('2026-10-13') }] } }, false], // prettier-ignore
    ['not when the day it was due was their last away', { on: '2026-10-13', person: { away: [{ from: day('2026-10-01'), to: day('2026-10-12') }] } }, false], // prettier-ignore
    ['not when the day it was due was their first away', { on: '2026-10-14', person: { away: [{ from: day('2026-10-12'), to: day('2026-10-13') }] } }, false], // prettier-ignore
    ['though they will be away next month', { on: '2026-10-13', person: { away: [{ from: day('2026-11-02'), to: day('2026-11-06') }] } }, true], // prettier-ignore
    ['not again where it was told on the day of a change', { on: '2026-10-14', campaign: { changedOn: day('2026-10-13') }, notices: [noted(managers, 'sent', { person: 'boss', at: new Date('2026-10-13T08:00:00Z') })] }, false], // prettier-ignore
    ['not again', { on: '2026-10-13', notices: [noted(managers, 'sent', { person: 'boss' })] }, false],
    ['not while it is being told', { on: '2026-10-13', notices: [noted(managers, 'claimed', { person: 'boss' })] }, false], // prettier-ignore
    ['again where it failed', { on: '2026-10-13', notices: [noted(managers, 'failed', { person: 'boss' })] }, true],
    ['not of what they say is not theirs', { on: '2026-10-13', notices: [noted('not-theirs:social-media@2026-09:priya')] }, false], // prettier-ignore
  ]
  for (const [what, situation, told] of table)
    it(what, () => expect(planned(situation).overdue.map(({ key: one }) => one)).to.deep.equal(told ? [managers] : []))

  it('is told anew where the campaign was changed since, once', () => {
    const told = noted(managers, 'sent', { person: 'boss', at: new Date('2026-10-13T08:00:00Z') })
    const situation = { on: '2026-10-15', campaign: { changedOn: day('2026-10-14') } }
    const keys = (notices: readonly Notice[]) => planned({ ...situation, notices }).overdue.map(({ key: one }) => one)
    const anew = `${managers}:2026-10-14`
    expect(keys([told])).to.deep.equal([anew])
    expect(keys([told, noted(anew, 'sent', { person: 'boss', at: new Date('2026-10-15T08:00:00Z') })])).to.deep.equal(
      [],
    )
  })

  it('looking ahead, is told on the first day on which the manager works and they are there', () => {
    const heard = (on: string, passingFrom: string, { manager = {}, person = {} } = {}) => {
      const { overdue, moment } = planned({ on, passingFrom, person })
      return lateNow(aPerson('boss', manager), overdue, moment)?.theirs.length ?? 0
    }
    expect(heard('2026-10-13', '2026-10-05'), 'the day after it was due').to.equal(1)
    expect(heard('2026-10-14', '2026-10-05'), 'by then they will have heard').to.equal(0)
    expect(heard('2026-10-14', '2026-10-14'), 'from today on').to.equal(1)
    expect(heard('2026-10-14', '2026-10-05', { manager: { weekdays: [3] } }), 'their first day').to.equal(1)
    expect(heard('2026-10-15', '2026-10-05', { manager: { weekdays: [3, 4] } }), 'their second').to.equal(0)
    const away = [{ from: day('2026-10-13'), to: day('2026-10-13') }]
    expect(heard('2026-10-14', '2026-10-05', { person: { away } }), 'nobody is told while they are away').to.equal(1)
  })

  it('is told on a day on which the manager works and is still here', () => {
    const { overdue, moment } = planned({ on: '2026-10-13' })
    const heard = (given: Partial<Person>) => lateNow(aPerson('boss', given), overdue, moment)?.theirs.length
    expect([
      heard({}),
      heard({ weekdays: [1] }),
      heard({ leavesOn: day('2026-10-12') }),
      heard({ away: [{ from: day('2026-10-12'), to: day('2026-10-14') }] }),
    ]).to.deep.equal([1, undefined, undefined, undefined])
  })

  it('is tried again when its time has come, and then not put off', () => {
    const nextAt = new Date('2026-10-13T13:00:00Z')
    const failed = noted(managers, 'failed', { person: 'boss', nextAt })
    const { overdue, moment } = planned({ on: '2026-10-13', notices: [failed] })
    const now = lateNow(aPerson('boss'), overdue, moment)
    expect([now?.at, now?.again]).to.deep.equal([nextAt, true])
    const fresh = planned({ on: '2026-10-13' })
    const first = lateNow(aPerson('boss'), fresh.overdue, fresh.moment)
    expect([first?.at, first?.again]).to.deep.equal([slotFor('boss', fresh.moment), false])
  })
})

describe('reminder: campaigns that overlap', () => {
  const teaching = { ...campaign, id: 'c2', due: day('2026-09-25'), openedOn: day('2026-09-14') }
  const both = { counting: { marks: new Map(), asOf: { edition: '2026-09', editions: ['2026-09'], wordings: new Map(), today: day('2026-09-14'), joinerDays: 14 }, campaigns: [campaign, { ...teaching, audience: { ...campaign.audience, everybody: false, groups: ['teaching' as const] } }] } } // prettier-ignore
  const heard = (notices: readonly Notice[]) =>
    planned({ on: '2026-09-14', ask: both, person: { group: 'teaching' }, notices }).verdict

  it('are one message that names each, under a key of each', () => {
    const verdict = heard([])
    expect(verdict.kind === 'reminded' && [verdict.reminder().keys, verdict.reminder().owes]).to.deep.equal([
      ['reminder:c2:priya:asked', 'reminder:c1:priya:asked'],
      [
        {
          policy: 'social-media',
          edition: '2026-09',
          title: 'Social Media Policy',
          due: '2026-09-25',
          rhythm: { before: [7, 3, 1, 0], every: 7 },
          asked: [
            { whom: { ...campaign.audience, everybody: false, groups: ['teaching'] }, due: '2026-09-25' },
            { whom: campaign.audience, due: '2026-10-12' },
          ],
        },
      ],
    ])
  })

  it('are told each: who heard of the first hears of the second', () => {
    const verdict = heard([noted(ours('asked'))])
    expect(verdict.kind === 'reminded' && verdict.reminder().keys).to.deep.equal(['reminder:c2:priya:asked'])
  })
})

describe('reminder: what the message says of itself', () => {
  const reminder = (situation: Situation) => {
    const { verdict } = planned(situation)
    return verdict.kind === 'reminded' ? verdict.reminder() : undefined
  }
  const table: readonly (readonly [what: string, situation: Situation, says: readonly [boolean, boolean, string]])[] = [
    ['everybody, asked', { on: '2026-09-07' }, [false, true, 'asked to sign, due 12 October 2026']],
    ['a joiner, asked', { on: '2026-09-14', person: { startsOn: day('2026-09-14') } }, [true, true, 'asked to sign, due 12 October 2026']], // prettier-ignore
    ['who began with everybody', { on: '2026-09-07', person: { startsOn: day('2026-09-07') } }, [false, true, 'asked to sign, due 12 October 2026']], // prettier-ignore
    ['who had begun long before', { on: '2026-09-07', person: { startsOn: day('2020-09-01') } }, [false, true, 'asked to sign, due 12 October 2026']], // prettier-ignore
    ['a joiner, a week before', { on: '2026-10-05', person: { startsOn: day('2026-09-14') } }, [false, false, '7 days before the due day, due 12 October 2026']], // prettier-ignore
  ]
  for (const [what, situation, says] of table)
    it(what, () => {
      const { welcomes, first, reason } = reminder(situation) ?? {}
      expect([welcomes, first, reason]).to.deep.equal(says)
    })

  it('names who asks only where several do', () => {
    const [owes] = reminder({ on: '2026-09-07' })?.owes ?? []
    expect(owes).not.to.have.property('asked')
    expect(owes?.rhythm).to.deep.equal({ before: [7, 3, 1, 0], every: 7 })
  })

  it('of two policies: is the first word only where neither was heard of', () => {
    const moment: ReminderMoment = {
      now: new Date('2026-09-07T12:00:00Z'),
      day: day('2026-09-07'),
      calendar: weekdaysAllYear,
      rhythm: { before: [7, 3, 1, 0], every: 7 },
    }
    const ask = (policy: string, startsOn: string): Ask => {
      const asOf = { edition: '2026-09', editions: ['2026-09'], wordings: new Map(), today: moment.day, joinerDays: 14 }
      const campaigns = [{ ...campaign, id: `c-${policy}`, policy, openedOn: day(startsOn) }]
      return { policy, edition: '2026-09', title: policy, counting: { marks: new Map(), asOf, campaigns }, signable: true, nudged: undefined } // prettier-ignore
    }
    const heard = (notices: readonly Notice[], given: Partial<Person> = {}) => {
      const planner = planReminders([ask('one', '2026-09-07'), ask('two', '2026-09-07')], moment)
      const looked = planner.look({ person: { ...priya, ...given }, involvements: [undefined, undefined] })
      expect(looked.owes.map(({ policy }) => policy)).to.deep.equal(['one', 'two'])
      const verdict = planner.judge(looked, notices)
      return verdict.kind === 'reminded' ? [verdict.reminder().first, verdict.reminder().welcomes] : verdict.why.kind
    }
    const told = (policy: string, state: Notice['state'] = 'sent') => noted(`reminder:c-${policy}:priya:asked`, state)
    expect(heard([])).to.deep.equal([true, false])
    expect(heard([told('one')])).to.deep.equal([false, false])
    expect(heard([told('one', 'claimed'), told('two')])).to.equal('being-told')
    expect(heard([noted('not-theirs:one@2026-09:priya'), told('two', 'claimed')])).to.equal('being-told')
  })
})

describe('reminder: whoever was away', () => {
  const back = (away: readonly (readonly [string, string])[], notices: readonly Notice[] = []) => {
    const spans = away.map(([from, to]) => ({ from: day(from), to: day(to) }))
    const { verdict } = planned({ on: '2026-10-14', person: { away: spans }, notices })
    return verdict.kind === 'reminded' && verdict.reminder().back
  }
  const table: readonly (readonly [string, Parameters<typeof back>, boolean])[] = [
    ['when everybody was asked', [[['2026-09-01', '2026-10-13']]], true],
    ['when it was due', [[['2026-10-01', '2026-10-13']], [noted(ours('asked'))]], true],
    ['for a day in between', [[['2026-09-20', '2026-09-20']]], false],
    ['on the very day of asking', [[['2026-09-07', '2026-09-07']]], true],
    ['from the day on which it was due', [[['2026-10-12', '2026-10-13']], [noted(ours('asked'))]], true],
    ['and has heard since', [[['2026-10-01', '2026-10-12']], [noted(ours('due-1'), 'sent', { at: new Date('2026-10-13T08:00:00Z') })]], false], // prettier-ignore
    ['and has heard since, as keys were', [[['2026-10-01', '2026-10-12']], [noted(key('due-1'), 'sent', { at: new Date('2026-10-13T08:00:00Z') })]], false], // prettier-ignore
    ['and heard on the last day of it', [[['2026-10-01', '2026-10-12']], [noted(ours('due-1'), 'sent', { at: new Date('2026-10-12T08:00:00Z') })]], true], // prettier-ignore
    ['and has heard of something else', [[['2026-10-01', '2026-10-12']], [noted('reminder:c9:priya:due-1', 'sent', { at: new Date('2026-10-13T08:00:00Z') })]], true], // prettier-ignore
    ['and was to hear, which failed', [[['2026-10-01', '2026-10-12']], [noted(ours('due-1'), 'failed', { at: new Date('2026-10-13T08:00:00Z') })]], true], // prettier-ignore
    ['twice, and has heard in between', [[['2026-09-01', '2026-09-10'], ['2026-10-10', '2026-10-13']], [noted(ours('asked'), 'sent', { at: new Date('2026-09-20T08:00:00Z') })]], true], // prettier-ignore
    ['twice, as the file has them the other way round', [[['2026-10-10', '2026-10-13'], ['2026-09-01', '2026-09-10']], [noted(ours('asked'), 'sent', { at: new Date('2026-09-20T08:00:00Z') })]], true], // prettier-ignore
  ]
  for (const [what, given, outcome] of table)
    it(`${what}: ${outcome ? 'is welcomed' : 'is reminded'}`, () => expect(back(...given)).to.equal(outcome))
})
