// What an owner is shown: how the review stands in words, what the text mentions that has changed, and what it leaves
// open.
import { expect } from 'chai'
import { parseDay, type Day } from '../../../src/kit/days.ts'
import { review } from '../../../src/command/review.ts'
import { packFor } from '../../../src/review/pack.ts'
import { reviewStanding } from '../../../src/review/standing.ts'
import type { Law } from '../../../src/guide/law.ts'
import { run } from '../../kit/command.ts'
import { anEdition, aPolicy, aSection } from '../../kit/builders.ts'

function day(text: string): Day {
  const read = parseDay(text)
  if (read === undefined) throw new Error(`${text} is no day`)
  return read
}

const law: Law = { names: ['Twitter', 'Tweeting  Act'], change: 'Gone.', since: undefined, source: 'https://x.example' }

describe('review: the pack', () => {
  const edition = anEdition({
    sections: [
      aSection('1', 'Twitter', 'Post kindly.'),
      aSection('2', 'Two', 'No twittering, Twitters or ATwitter.'),
      aSection('3', 'Three', { kind: 'list', ordered: false, items: ['the Tweeting\nAct'] }),
      aSection('4', 'Four', { kind: 'gap', text: 'A list is missing.' }),
      aSection('5', 'Five', 'The Tweeting (Act), and the Tweeting, Act.'),
      aSection('6', 'Six', 'Tweeting. Act now.'),
    ],
  })

  it('finds whole names only, in titles, paragraphs and lists, over a line’s end, with a part in brackets', () => {
    const { changed } = packFor(edition, [law])
    expect(changed.map(({ name, sections }) => [name, sections])).to.deep.equal([
      ['Twitter', ['1']],
      ['Tweeting  Act', ['3', '5']],
    ])
  })

  it('lists gaps', () => {
    expect(packFor(edition, []).gaps).to.deep.equal([{ section: '4', what: 'A list is missing.' }])
  })
})

describe('review: how it stands', () => {
  for (const [today, said] of [
    ['2016-07-01', 'due in October 2016, in 3 months'],
    ['2016-10-12', 'due now, in October 2016'],
    ['2016-10-31', 'due today at the latest'],
    ['2016-11-01', 'due in October 2016, overdue by 1 day'],
    ['2026-11-22', 'due in October 2016, overdue by 10 years'],
  ] as const) {
    it(`on ${today}: ${said}`, () => {
      const edition = anEdition({ nextReview: '2016-10' })
      expect(reviewStanding(aPolicy(edition), edition, day(today)).said).to.equal(said)
    })
  }
})

describe('the review command', () => {
  it('reports the policy of this repository overdue, by how much, and what it names that has changed', async () => {
    const { status, out } = await run(review, ['--on', '2026-11-22', '--json'])
    expect(status).to.equal(0)
    const [first] = JSON.parse(out[0] ?? '') as { state: string; said: string; pack: { changed: { name: string }[] } }[]
    expect(first).to.include({ state: 'overdue', said: 'due in October 2016, overdue by 10 years' })
    expect(first?.pack.changed.map(({ name }) => name)).to.include.members([
      'Data Protection Act 1998',
      'Malicious Communications Act 1998',
      'Twitter',
    ])
  })

  it('refuses a day that is none, and a policy that is not there', async () => {
    expect((await run(review, ['--on', '31/02/2026'])).status).to.equal(2)
    expect((await run(review, ['--policy', 'uniform'])).err.join()).to.include('social-media')
    expect((await run(review, ['--wrong'])).status).to.equal(2)
  })
})
