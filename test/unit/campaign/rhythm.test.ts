// A campaign’s own days for reminders, as SLT writes them.
import { expect } from 'chai'
import { readRhythm, sayRhythm } from '../../../src/campaign/rhythm.ts'

const school = { before: [7, 3, 1, 0], every: 7 }

describe('campaign: when to remind', () => {
  for (const [text, before, every] of [
    ['14,7,1', [14, 7, 1], 7],
    ['14, 7, 1, 0, then every 7', [14, 7, 1, 0], 7],
    ['1 7 14 7', [14, 7, 1], 7],
    ['14,7,1 every 14', [14, 7, 1], 14],
    ['14, 7 and 1 and every 3 days.', [14, 7, 1], 3],
    [' every 3', [7, 3, 1, 0], 3],
    ['none every 30', [], 30],
    ['0', [0], 7],
  ] as const)
    it(`reads ${text}`, () => {
      const rhythm = { before, every }
      expect(readRhythm(text, school)).to.deep.equal({ kind: 'rhythm', rhythm })
      expect(readRhythm(before.length === 0 ? 'none every 30' : sayRhythm(rhythm), school)).to.deep.equal({
        kind: 'rhythm',
        rhythm,
      })
    })

  it('is the school’s where nothing is written', () =>
    expect(readRhythm('  ', school)).to.deep.equal({ kind: 'rhythm', rhythm: undefined }))

  for (const text of [
    'weekly',
    '7 days after',
    '-1',
    '1.5',
    '400',
    'every',
    'every 0',
    'every 400',
    '7 every x',
    '7 none',
  ])
    it(`refuses “${text}”`, () => expect(readRhythm(text, school).kind).to.equal('wrong'))
})
