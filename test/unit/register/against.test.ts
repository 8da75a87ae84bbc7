// This round compared with the last: counted up to the corresponding day of each, and who was asked last time but not
// now.
import { expect } from 'chai'
import { countAgainst, nothingAgainst, roundsIn, sayAgainst, sayUnasked } from '../../../src/register/against.ts'
import type { Person } from '../../../src/chat/people.ts'
import { aPerson } from '../../kit/evidence.ts'
import { aCampaign, day, zone } from '../declaration/builders.ts'

const everybody = aCampaign().audience
const teaching = { ...everybody, everybody: false, groups: ['teaching' as const] }
const before = aCampaign({ id: 'c1', openedOn: day('2025-09-01'), closedOn: day('2026-09-01'), audience: everybody })
const now = aCampaign({
  ...{ id: 'c2', openedOn: day('2026-09-01'), closedOn: undefined, audience: teaching, follows: 'c1' },
  since: new Date('2026-08-31T23:00:00Z'),
})
const at = { today: day('2026-09-15'), zone, practice: now.practice }

describe('this round beside the last', () => {
  const rounds = roundsIn([now, before], at)
  if (rounds === undefined) throw new Error('there is none')
  const count = (given: Partial<Person>, ...signedOn: string[]) => {
    const history = signedOn.map((on, n) => ({
      id: `e${n}`,
      at: new Date(`${on}T12:00:00Z`),
      fact: { kind: 'signed', edition: 'x' } as never,
    }))
    const { signed, of, lastSigned, lastOf, unasked } = countAgainst(nothingAgainst(rounds), { person: aPerson('p', { group: 'teaching', ...given }), history }, rounds) // prettier-ignore
    return [signed, of, lastSigned, lastOf, unasked]
  }
  const table: readonly (readonly [what: string, given: Partial<Person>, signed: string[], counts: number[]])[] = [
    ['signed in both', {}, ['2025-09-10', '2026-09-10'], [1, 1, 1, 1, 0]],
    ['signed in time this year, later last year', {}, ['2025-09-20', '2026-09-10'], [1, 1, 0, 1, 0]],
    ['signed last year alone', {}, ['2025-09-10'], [0, 1, 1, 1, 0]],
    ['came this year', { startsOn: day('2026-01-01') }, [], [0, 1, 0, 0, 0]],
    ['has left since', { leavesOn: day('2026-07-31') }, ['2025-09-10'], [0, 0, 1, 1, 0]],
    ['asked last year, and not in this one', { group: 'support' }, ['2025-09-10'], [0, 0, 1, 1, 1]],
  ]
  for (const [what, given, signed, counts] of table)
    it(what, () => expect(count(given, ...signed)).to.deep.equal(counts))

  it('counts a signature that still holds in a round of months, although it was given before it opened', () => {
    const held = { ...rounds, now: { ...now, since: new Date('2026-02-28T00:00:00Z') } }
    const signedOn = (on: string) => {
      const history = [{ id: 'e', at: new Date(`${on}T12:00:00Z`), fact: { kind: 'signed', edition: 'x' } as never }]
      return countAgainst(nothingAgainst(held), { person: aPerson('p', { group: 'teaching' }), history }, held).signed
    }
    expect([signedOn('2026-02-27'), signedOn('2026-03-01')]).to.deep.equal([0, 1])
  })

  it('is there only while something that asks again is open', () => {
    expect(roundsIn([{ ...now, closedOn: day('2026-09-10') }, before], at)).to.equal(undefined)
    expect(roundsIn([before], at)).to.equal(undefined)
  })

  it('is said with the day, and names people only where it is private', () => {
    const against = { signed: 12, of: 40, lastDay: day('2025-09-15'), lastSigned: 9, lastOf: 38, unasked: 2, names: ['Ann', 'Bo'] } // prettier-ignore
    expect(sayAgainst(against)).to.equal('This round: 12 of 40 have signed. Last round, by 15 September 2025: 9 of 38.')
    expect(sayUnasked(against, { named: true })).to.equal('2 people were asked last round and are not in this one: Ann and Bo.') // prettier-ignore
    expect(sayUnasked(against, { named: false })).to.equal('2 people were asked last round and are not in this one.')
    expect(sayUnasked({ ...against, unasked: 0 }, { named: true })).to.equal(undefined)
  })
})
