// Who hears in this minute: people whose own minute of the first hour it is, a handful of people at any time, and a
// crowd spread over the hour.
import { expect } from 'chai'
import { gatherNow, handful, minuteFor, sinceLast, timesOf, type DueReminder } from '../../../src/reminder/slot.ts'
import { minuteOf } from '../../../src/reminder/steps.ts'

const minute = 60_000
const at = (time: string) => new Date(`2026-10-05T${time}:00Z`)
const day = { from: at('08:00'), to: at('17:00') }
const ids = Array.from({ length: 300 }, (_, n) => `p_${n}`)
const ownMinute = (id: string) => minuteOf(id, 60)
const due = (id: string, given: Partial<DueReminder> = {}): DueReminder => ({
  person: { id },
  at: at('08:00'),
  again: false,
  ...given,
})
const heard = (all: readonly DueReminder[], now: Date, since: Date) => {
  const gathering = gatherNow<DueReminder>({ now, since, hours: day })
  for (const each of all) gathering.add(each)
  return gathering.now().map(({ person }) => person.id)
}

describe('reminder: the minute in which somebody hears', () => {
  it('is their own of the first hour', () => {
    for (const id of ids)
      expect(minuteFor(day, id)).to.deep.equal(new Date(day.from.getTime() + ownMinute(id) * minute))
    expect(minuteFor(day, 'p_1')).to.deep.equal(at(`08:${String(ownMinute('p_1')).padStart(2, '0')}`))
  })

  it('is the same on every server, whichever version it runs', () => {
    expect(['p_1', 'priya', 'p_8f3'].map(ownMinute)).to.deep.equal([42, 10, 36])
  })

  it('comes round each hour: at once where it is just now, and never in the past', () => {
    const own = ownMinute('p_1')
    const later = (time: string) => minuteFor(day, 'p_1', new Date(at(time).getTime() + own * minute))
    expect(later('11:00')).to.deep.equal(new Date(at('11:00').getTime() + own * minute))
    const justMissed = new Date(at('11:00').getTime() + own * minute + 1)
    expect(minuteFor(day, 'p_1', justMissed)).to.deep.equal(new Date(at('12:00').getTime() + own * minute))
    expect(minuteFor(day, 'p_1', at('06:00')), 'before the day begins').to.deep.equal(minuteFor(day, 'p_1'))
  })

  it('is within the hours of a school that is open for less than an hour', () => {
    const short = { from: at('08:00'), to: at('08:20') }
    const minutes = new Set(ids.map((id) => (minuteFor(short, id).getTime() - short.from.getTime()) / minute))
    expect([Math.min(...minutes), Math.max(...minutes)]).to.deep.equal([0, 19])
    expect(minuteFor(short, 'p_1', at('08:20')).getTime()).to.be.at.least(at('08:20').getTime())
  })
})

describe('reminder: who hears now', () => {
  const few = ids.slice(0, handful)
  const crowd = ids.slice(0, handful + 1)

  it('of a handful all, at any minute', () => {
    const all = few.map((id) => due(id))
    expect(handful).to.equal(5)
    expect(heard(all, at('11:00'), at('11:00'))).to.deep.equal(few)
  })

  it('of one more than that those whose minute has come', () => {
    const all = crowd.map((id) => due(id))
    for (let n = 0; n < 60; n++) {
      const now = new Date(at('11:00').getTime() + n * minute)
      const theirs = crowd.filter((id) => ownMinute(id) === n)
      expect(heard(all, now, now), `minute ${n}`).to.deep.equal(theirs)
    }
  })

  it('of a crowd each once within the hour, however long a beat takes', () => {
    const all = ids.map((id) => due(id))
    const seen: string[] = []
    let since = at('11:00')
    for (const minutes of [0, 1, 2, 5, 6, 20, 21, 40, 59]) {
      const now = new Date(at('11:00').getTime() + minutes * minute)
      seen.push(...heard(all, now, since))
      since = new Date(now.getTime() + 1)
    }
    expect(seen.toSorted()).to.deep.equal(ids.toSorted())
  })

  it('whoever is tried again is not put off again', () => {
    const all = crowd.map((id, n) => due(id, { again: n === 2 }))
    const quiet = Array.from({ length: 60 }, (_, n) => new Date(at('11:00').getTime() + n * minute)).find((now) =>
      crowd.every((id) => ownMinute(id) !== (now.getTime() - at('11:00').getTime()) / minute),
    )
    if (quiet === undefined) throw new Error('every minute is somebody’s')
    expect(heard(all, quiet, quiet)).to.deep.equal([crowd[2]])
  })

  it('nobody before their time, and they are not counted either', () => {
    const all = [...few.map((id) => due(id)), due('p_99', { at: at('11:01') })]
    expect(heard(all, at('11:00'), at('11:00'))).to.deep.equal(few)
    expect(heard([due('p_1', { at: at('11:00') })], at('11:00'), at('11:00'))).to.deep.equal(['p_1'])
  })

  it('is told alike beforehand', () => {
    const now = at('11:00')
    const all = [...crowd.map((id, n) => due(id, { again: n === 2 })), due('p_99', { at: at('11:30') })]
    expect(timesOf(all, { now, hours: day })).to.deep.equal([
      ...crowd.map((id, n) => (n === 2 ? at('08:00') : minuteFor(day, id, now))),
      at('11:30'),
    ])
    const some = few.map((id) => due(id, { at: now }))
    expect(timesOf(some, { now, hours: day }), 'a handful').to.deep.equal(few.map(() => now))
    const six = crowd.map((id) => due(id, { at: now }))
    expect(timesOf(six, { now, hours: day }), 'due in this instant').to.deep.equal(
      crowd.map((id) => minuteFor(day, id, now)),
    )
  })
})

describe('reminder: since when minutes have come', () => {
  const now = at('11:00')
  const table: readonly (readonly [what: string, last: Date | undefined, since: Date])[] = [
    ['within the last minute, when it has just started', undefined, at('10:59')],
    ['since the last beat', at('10:50'), at('10:50')],
    ['since the last beat, an hour ago', at('10:00'), at('10:00')],
    ['within the last minute after an outage', new Date(at('10:00').getTime() - 1), at('10:59')],
    ['within the last minute, where beats come faster', new Date(now.getTime() - 1), at('10:59')],
    ['within the last minute, where the clock went back', at('11:30'), at('10:59')],
  ]
  for (const [what, last, since] of table) it(what, () => expect(sinceLast(now, last)).to.deep.equal(since))
})
