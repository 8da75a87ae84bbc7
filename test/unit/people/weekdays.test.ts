// Working days as offices write them: what is clear is accepted, and nothing is guessed.
import { expect } from 'chai'
import { readWeekdays, sayWeekdays } from '../../../src/people/weekdays.ts'

describe('people: working days', () => {
  for (const [text, days] of [
    ['Mon Tue Wed', [1, 2, 3]],
    ['Mon-Wed', [1, 2, 3]],
    ['Monday – Wednesday', [1, 2, 3]],
    ['monday to friday', [1, 2, 3, 4, 5]],
    ['MTW', [1, 2, 3]],
    ['MTWTF', [1, 2, 3, 4, 5]],
    ['M T W Th F', [1, 2, 3, 4, 5]],
    ['WThF', [3, 4, 5]],
    ['M/W/F', [1, 3, 5]],
    ['1,2,3', [1, 2, 3]],
    ['1-3; 5', [1, 2, 3, 5]],
    ['Mon, Wed & Fri', [1, 3, 5]],
    ['Mon, Wed and Fri', [1, 3, 5]],
    ['Fri + Mon', [1, 5]],
    ['Tues, Weds, Thurs', [2, 3, 4]],
    ['Mondays and Tuesdays', [1, 2]],
    ['Thur', [4]],
    ['mon.', [1]],
    ['Mon, Mon', [1]],
    ['Sa, Su', [6, 7]],
  ] as const)
    it(`reads ${text}`, () => {
      expect(readWeekdays(text)).to.deep.equal({ kind: 'value', value: days })
      expect(readWeekdays(sayWeekdays(days))).to.deep.equal({ kind: 'value', value: days })
    })

  for (const text of ['', ' ', 'full time', 'Full-time', 'FT', 'n/a', '-'])
    it(`takes “${text}” for all days of the school`, () =>
      expect(readWeekdays(text)).to.deep.equal({ kind: 'value', value: 'school' }))

  for (const text of [
    '5',
    '0.6',
    '3 days',
    'Mon-',
    'Fri-Mon',
    'Mon-Wed-Fri',
    '8',
    '0',
    '1,2,9',
    'S',
    'WTM',
    'TMW',
    'am',
    'not Fri',
    'Mon am',
    'x',
    ',',
    '&',
    '12345',
    'Marchday',
  ])
    // prettier-ignore
    it(`refuses “${text}”`, () => {
      const read = readWeekdays(text)
      expect(read.kind).to.equal('wrong')
      expect(read).to.have.property('fix').that.includes('Mon, Tue and Wed')
    })
})
