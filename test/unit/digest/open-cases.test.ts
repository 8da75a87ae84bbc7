import { expect } from 'chai'
import { sayOpenCases } from '../../../src/digest/open-cases.ts'
import type { CaseState } from '../../../src/ports/cases.ts'
import { day } from '../../kit/evidence.ts'

const today = day('2026-11-23')
const a = (state: CaseState, due = today, practice = false) => ({ state, due, practice })

describe('open cases in the digest', () => {
  for (const [what, cases, said] of [
    ['none', [], undefined],
    ['closed ones', [a('closed')], undefined],
    ['those of practice', [a('waiting', today, true)], undefined],
    [
      'one that waits, on its day',
      [a('waiting')],
      'One case is open: 1 is not taken yet, 0 are past the day by which somebody should hear.',
    ],
    [
      'some, of which two are late; what is answered is not',
      [a('waiting', day('2026-11-20')), a('taken', day('2026-11-20')), a('answered', day('2026-11-20')), a('closed')],
      '3 cases are open: 1 is not taken yet, 2 are past the day by which somebody should hear.',
    ],
  ] as const)
    it(what, () => expect(sayOpenCases(cases, { today, practice: false })).to.equal(said))
})
