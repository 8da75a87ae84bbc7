// What somebody owes of a bundle: how far they are, in which order it is listed, and how it is said.
import { expect } from 'chai'
import { showReminder, writeReminder } from '../../../src/reminder/cards.ts'
import { planReminders } from '../../../src/reminder/plan.ts'
import type { Ask, OwedItem } from '../../../src/reminder/types.ts'
import type { Campaign } from '../../../src/standing/campaigns.ts'
import type { Involvement } from '../../../src/standing/types.ts'
import type { Person } from '../../../src/chat/people.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { aPerson, day } from '../../kit/evidence.ts'

const today = day('2026-09-07')
const round = { id: 'september-pack.1', bundle: 'september-pack', title: 'September pack' }
const everybody = { everybody: true, groups: [], roles: [], people: [] }
const governors = { ...everybody, everybody: false, groups: ['governor' as const] }

/**
 * One ask for each policy, in the library's order. The number is the policy's place in the bundle, and 'none' is
 * outside it.
 */
function asksFor(places: Readonly<Record<string, number | 'none' | 'governors'>>): readonly Ask[] {
  return Object.entries(places).map(([policy, at]): Ask => {
    const campaign: Campaign = {
      id: `${policy}@1.1`,
      policy,
      edition: '1',
      audience: at === 'governors' ? governors : everybody,
      due: day('2026-09-30'),
      openedOn: today,
      closedOn: undefined,
      practice: false,
      rhythm: undefined,
      pausedOn: undefined,
      round: at === 'none' ? undefined : { ...round, at: at === 'governors' ? 9 : at },
    }
    const asOf = { edition: '1', editions: ['1'], wordings: new Map([['1', ['w']]]), today, joinerDays: 14 }
    const counting = { marks: new Map(), campaigns: [campaign], asOf }
    return { policy, edition: '1', title: `${policy} Policy`, counting, signable: true, nudged: undefined }
  })
}

const signed: Involvement = {
  signed: { entry: 'e', edition: '1', wording: 'w', at: new Date('2026-09-07T09:00:00Z') },
  open: undefined,
  excused: undefined,
  reading: undefined,
}
const excused: Involvement = { ...signed, signed: undefined, excused: { by: 'operator', until: undefined } }

function owed(
  asks: readonly Ask[],
  involvements: readonly (Involvement | undefined)[] = [],
  person: Partial<Omit<Person, 'id'>> = {},
): readonly OwedItem[] {
  const moment = {
    now: new Date('2026-09-07T10:00:00Z'),
    day: today,
    calendar: weekdaysAllYear,
    rhythm: { before: [7], every: 7 },
  }
  const planner = planReminders(asks, moment)
  const verdict = planner.judge(planner.look({ person: aPerson('p1', person), involvements }), [])
  return verdict.kind === 'reminded' ? verdict.reminder().owes : []
}

const say = (owes: readonly OwedItem[], on = today, back = false) =>
  showReminder({ name: 'Priya Nair', practice: false, today: on, owes, back })

describe('reminders of a bundle', () => {
  const asks = asksFor({ Attendance: 2, Lettings: 'none', Visitors: 0, Fire: 1, Gifts: 'governors' })

  it('name what is owed in the order of the bundle, and how far somebody is', () => {
    const owes = owed(asks, [undefined, signed, undefined, signed])
    expect(owes.map(({ policy }) => policy)).to.deep.equal(['Visitors', 'Attendance'])
    expect(owes[0]?.round).to.deep.include({ signed: 1, of: 3 })
  })

  const counted: readonly (readonly [what: string, involvements: readonly (Involvement | undefined)[], person: Partial<Omit<Person, 'id'>>, so: { signed: number; of: number }])[] = [
    ['nothing is signed', [], {}, { signed: 0, of: 3 }],
    ['another policy is signed', [undefined, signed], {}, { signed: 0, of: 3 }],
    ['one is excused', [excused, undefined, undefined, signed], {}, { signed: 1, of: 2 }],
    ['a governor has one more', [signed], { group: 'governor' }, { signed: 1, of: 4 }],
  ] // prettier-ignore
  for (const [what, involvements, person, so] of counted)
    it(`count ${so.signed} of ${so.of} where ${what}`, () => {
      const item = owed(asks, involvements, person).find(({ round: of }) => of !== undefined)
      expect(item?.round).to.deep.include(so)
    })

  it('name the round that is open, and none where the document is asked for alone since it was closed', () => {
    const [ask] = asksFor({ Fire: 0 })
    const [last] = ask?.counting.campaigns ?? []
    if (ask === undefined || last === undefined) throw new Error('nothing is asked')
    const closed = { ...last, id: 'Fire@1.0', closedOn: today, round: { ...round, id: 'september-pack.0', at: 0 } }
    const alone = { ...last, id: 'Fire@1.2', round: undefined }
    const roundOf = (...campaigns: readonly Campaign[]) =>
      owed([{ ...ask, counting: { ...ask.counting, campaigns } }]).map((each) => each.round?.id)
    expect(roundOf(closed, last)).to.deep.equal(['september-pack.1'])
    expect(roundOf(closed, alone)).to.deep.equal([undefined])
    expect(roundOf(alone)).to.deep.equal([undefined])
  })

  it('are one message with one button for the bundle, beside what is asked for alone', () => {
    const card = say(owed(asks, [undefined, undefined, undefined, signed]))
    const shown = JSON.stringify(card.blocks)
    expect(card.summary).to.equal(
      'September pack: please read and sign the Visitors Policy and the Attendance Policy by 30 September 2026. You have signed 1 of 3. ' +
        'Please read the Lettings Policy and sign its declaration by 30 September 2026.',
    )
    for (const label of ['Go on: September pack', 'Sign now: Lettings Policy']) expect(shown).to.include(label)
    expect(shown).to.not.include('Sign now: Attendance')
    expect(JSON.stringify(say(owed(asksFor({ Fire: 0, Visitors: 1 }))).blocks)).to.include('Start: September pack')
  })

  it('are said kindly on the day, after it, and to whoever was away', () => {
    const owes = owed(asksFor({ Fire: 0, Visitors: 1 }))
    expect(say(owes, day('2026-09-30')).summary)
      .to.include('It is due today.')
      .and.not.include('You have signed')
    expect(say(owes, day('2026-10-02')).summary).to.include('It was due on 30 September 2026.')
    expect(say(owes, day('2026-10-02'), true).summary)
      .to.include('while you were away')
      .and.include('in the next days')
  })

  it('are one letter, with a link beside each document', () => {
    const owes = owed(asksFor({ Visitors: 1, Fire: 0 }))
    const about = { name: 'Priya Nair', practice: false, today, owes }
    const letter = writeReminder(about, {
      links: ['https://x/1', 'https://x/2'],
      until: day('2026-09-20'),
      school: 'S',
    })
    expect(letter.subject).to.equal('Please read and sign: September pack')
    expect(letter.text).to.include('Fire Policy: https://x/1\nVisitors Policy: https://x/2')
  })

  it('leave what is signed out once it is signed, and come back for a round that asks anew', () => {
    const anew = asksFor({ Fire: 0 }).map((ask) => ({
      ...ask,
      counting: {
        ...ask.counting,
        campaigns: ask.counting.campaigns.map((each) => ({ ...each, since: new Date('2026-09-07T09:30:00Z') })),
      },
    }))
    expect(owed(asksFor({ Fire: 0 }), [signed])).to.be.empty
    expect(owed(anew, [signed]).map(({ policy }) => policy)).to.deep.equal(['Fire'])
  })
})
