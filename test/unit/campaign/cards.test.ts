// Counts as words and bars; a card that everybody may see contains no name.
import { expect } from 'chai'
import { showSignHere } from '../../../src/campaign/cards.ts'
import type { Count } from '../../../src/standing/totals.ts'
import { barsOf, sayCount, saySigned } from '../../../src/standing/count-words.ts'
import { anEdition } from '../../kit/builders.ts'

function count(given: Partial<Count>): Count {
  const { signed = 0, outstanding = 0 } = given
  const asked = signed + outstanding
  return {
    people: asked,
    signed,
    outstanding,
    excused: 0,
    left: 0,
    notAsked: 0,
    percent: asked === 0 ? undefined : Math.floor((100 * signed) / asked),
    kinds: {
      'not-asked': 0,
      asked: 0,
      reading: 0,
      signed: 0,
      'signed-earlier': 0,
      'carried-over': 0,
      'concern-raised': 0,
      declined: 0,
      excused: 0,
      left: 0,
    },
    ...given,
  }
}

describe('campaign: counts in words', () => {
  for (const [given, words] of [
    [{}, 'Nobody is asked to sign yet.'],
    [{ signed: 14, outstanding: 6 }, '14 of 20 have signed (70%).'],
    [{ signed: 1 }, '1 of 1 has signed (100%).'],
    [{ outstanding: 3 }, '0 of 3 have signed (0%).'],
    [
      { signed: 1, outstanding: 1, excused: 1, left: 2, notAsked: 1 },
      '1 of 2 have signed (50%). 1 is excused, 2 have left, 1 is not asked.',
    ],
  ] as const) {
    it(words, () => expect(sayCount(count(given))).to.equal(words))
  }

  it('a bar says in words what it shows, also where nobody is asked', () => {
    const groups = [
      { group: 'teaching' as const, ...count({ signed: 3, outstanding: 1 }) },
      { group: 'none' as const, ...count({ notAsked: 4 }) },
    ]
    expect(barsOf({ all: count({}), groups })).to.deep.equal([
      { label: 'Teaching', count: 3, total: 4, spoken: '3 of 4 have signed (75%)' },
      { label: 'No group yet', count: 0, total: 0, spoken: 'Nobody is asked to sign yet' },
    ])
  })

  it('the card for everybody says how many, and has one button', () => {
    const card = showSignHere(anEdition(), { count: count({ signed: 14, outstanding: 6 }), practice: false })
    expect(JSON.stringify(card)).to.include(saySigned(count({ signed: 14, outstanding: 6 })))
    const labels = card.blocks
      .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
      .map(({ label }) => label)
    expect(labels).to.deep.equal(['Sign here'])
  })
})
