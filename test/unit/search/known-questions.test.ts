import { expect } from 'chai'
import { openDesk } from '../../../src/turn/desk.ts'
import { ask } from '../../../src/search/ask.ts'
import { withTaught } from '../../../src/search/build.ts'
import { compileKnown } from '../../../src/search/known-questions.ts'
import { meadowLane } from '../../kit/three-policies.ts'

const { index } = openDesk(meadowLane())(new Date('2026-11-23T09:00:00Z'))
const best = (of: typeof index, q: string) => {
  const { outcome, matches, certainty } = ask(of, q)
  return { outcome, first: matches[0] && `${matches[0].cites.policy} ${matches[0].cites.section}`, certainty }
}

describe('questions whose section is named', () => {
  it('answer on a small shelf, too, where they are asked in nearly the same words', () => {
    for (const q of [
      'who gives out the lanyards',
      'Who gives the lanyards out?',
      'where do visitors go when they come in',
    ])
      expect(best(index, q), q).to.include({ outcome: 'answered', first: 'visitors 1' })
    expect(best(index, 'who gives out the parking permits').outcome).to.equal('not-covered')
  })

  it('are added to, and taken away again, without another index', () => {
    const q = 'is there a jar for honey in the staff room'
    expect(best(index, q).outcome).to.not.equal('answered')
    const taught = withTaught(index, [
      { policy: 'first-aid', section: '3', question: 'is there a honey jar in the staff room' },
    ])
    expect(best(taught, q)).to.include({ outcome: 'answered', first: 'first-aid 3' })
    expect(best(withTaught(index, []), q).outcome).to.not.equal('answered')
    expect(withTaught(index, [{ policy: 'first-aid', section: '99', question: q }]).known.find(['honey'])).to.equal(
      undefined,
    )
  })

  it('decide nothing where two sections have the same one', () => {
    const known = compileKnown(
      [
        { question: 'green hats', place: 1 },
        { question: 'green hats', place: 2 },
      ],
      () => 1,
    )
    expect(known.find(['green', 'hat'])).to.equal(undefined)
  })
})
