import { expect } from 'chai'
import fc from 'fast-check'
import { pack, unpack, type Action } from '../../../src/chat/actions.ts'

const actions: Action[] = [
  { do: 'help' },
  { do: 'read', policy: 'social-media', edition: '2015-10', section: '6.d', page: 1 },
  { do: 'rate', question: 'q1', helpful: false },
  {
    do: 'answer',
    scenario: 'can-i-post-this',
    answers: { account: 'school' },
    found: ['phone-number'],
    question: 'pupils',
    choice: 'no',
  },
]

describe('actions', () => {
  for (const action of actions) {
    it(`come back from a button as they went in: ${action.do}`, () =>
      expect(unpack(pack(action))).to.deep.equal(action))
  }

  for (const [what, packed] of [
    ['nothing', ''],
    ['another bot’s', 'hello'],
    ['an older version’s', '0{"do":"help"}'],
    ['broken', '1{"do":'],
    ['an unknown verb', '1{"do":"sign-for-everybody"}'],
    ['a missing part', '1{"do":"read","policy":"social-media"}'],
    ['a wrong type', '1{"do":"rate","question":"q","helpful":"yes"}'],
    ['far too long', `1{"do":"rate","question":"${'q'.repeat(20_000)}","helpful":true}`],
  ] as const) {
    it(`are refused when they are ${what}`, () => expect(unpack(packed)).to.equal(undefined))
  }

  it('are refused or understood, but never thrown over', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => `1${json}`),
        ),
        (packed) => void unpack(packed),
      ),
    )
  })
})
