// The times of entries in order: which ones run backwards or ahead of the clock, and how much is allowed.
import { expect } from 'chai'
import { checkTimes } from '../../../src/journal/times.ts'
import type { Fact } from '../../../src/journal/types.ts'

const now = new Date('2026-11-23T12:00:00Z')
const excused = (person = 'p1'): Fact => ({ kind: 'excuse-ended', policy: 'p', person, by: 'operator' })
const sealed: Fact = { kind: 'directory-sealed', people: 1 }
const practice: Fact = { kind: 'directory', person: 'p1', what: ['joined'], practice: true, by: 'web' }

const fact: Fact = { kind: 'directory', person: 'p1', what: ['joined'], practice: false, by: 'web' }

const at = (clock: string, fact = excused()) => ({ at: new Date(`2026-11-${clock}:00Z`), fact })
const justAfter = ({ at: time, fact }: ReturnType<typeof at>) => ({ at: new Date(time.getTime() + 1), fact })

const table: readonly (readonly [string, readonly ReturnType<typeof at>[], number | undefined])[] = [
  ['one after the other', [at('21T09:00'), at('22T09:00'), at('23T12:00')], undefined],
  ['two in the same instant', [at('21T09:00'), at('21T09:00')], undefined],
  ['two servers’ clocks a little apart', [at('21T09:05'), at('21T09:00')], undefined],
  ['one that runs back', [at('21T09:00'), at('20T09:00'), at('22T09:00')], 2],
  ['the first of several that run back', [at('21T09:00'), at('20T09:00'), at('19T09:00')], 2],
  ['one that has not come yet', [at('21T09:00'), at('24T09:00'), at('22T09:00')], 2],
  ['a little ahead of this clock', [at('23T12:05')], undefined],
  ['ten minutes back', [at('21T09:10'), at('21T09:00')], undefined],
  ['more than ten minutes back', [justAfter(at('21T09:10')), at('21T09:00')], 2],
  ['ten minutes ahead of this clock', [at('23T12:10')], undefined],
  ['more than ten minutes ahead of it', [justAfter(at('23T12:10'))], 1],
  ['one of the real world that says so', [at('22T09:00'), at('20T09:00', fact), at('22T10:00')], 2],
  ['one that runs back before the directory was sealed', [at('21T09:00'), at('20T09:00'), at('22T09:00', sealed), at('23T09:00')], undefined], // prettier-ignore
  ['one that runs back after it', [at('22T09:00', sealed), at('21T09:00')], 2],
  ['practice, which may be anywhere in time', [at('22T09:00'), at('20T09:00', practice), at('22T10:00')], undefined],
]

describe('journal: time', () => {
  for (const [what, entries, expected] of table)
    it(`${what}: ${expected === undefined ? 'holds' : `entry ${expected}`}`, () => {
      const times = checkTimes(now)
      for (const [n, entry] of entries.entries()) times.take({ seq: n + 1, ...entry })
      expect(times.end()?.seq).to.equal(expected)
    })

  it('is not looked at without a clock', () => {
    const times = checkTimes(undefined)
    for (const [n, entry] of [at('21T09:00'), at('20T09:00')].entries()) times.take({ seq: n + 1, ...entry })
    expect(times.end()).to.equal(undefined)
  })
})
