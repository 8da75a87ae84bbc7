// Somebody who joins and somebody who leaves: when it is asked whether they are one, and what a yes makes of the list.
import { expect } from 'chai'
import { planImport } from '../../../src/people/plan.ts'
import { asOne, suspectSame } from '../../../src/people/same.ts'
import { readRows } from '../../../src/people/rows.ts'
import { aPerson, day } from '../../kit/evidence.ts'

const priya = aPerson('p1', { name: 'Priya Nair', email: 'p.nair@old.example', startsOn: day('2020-09-01'), group: 'teaching', roles: ['staff', 'slt'] }) // prettier-ignore
const bo = aPerson('p2', { name: 'Bo Lin', email: 'bo@old.example', manager: 'p1' })

function plan(...rows: readonly Record<string, string>[]) {
  const { listed } = readRows(rows.map((cells, n) => ({ line: n + 2, cells })))
  let ids = 0
  return planImport(listed, { known: [priya, bo], today: day('2026-11-23'), newId: () => `new-${++ids}`, whole: true })
}

const stays = { name: 'Bo Lin', email: 'bo@old.example' }

describe('people: the same person?', () => {
  const table: readonly (readonly [what: string, row: Record<string, string>, why: string | undefined])[] = [
    ['the same name at another address', { name: 'Priya Nair', email: 'priya@new.example' }, 'name'],
    ['the same name, typed plainly', { name: 'PRIYA  NÁIR', email: 'priya@new.example' }, 'name'],
    ['the same first part of the address', { name: 'Priya Smith', email: 'p.nair@new.example' }, 'first part of the address'],
    ['who married, by start day and first name', { name: 'Priya Smith', email: 'p.smith@old.example', starts: '2020-09-01' }, 'start day, and a part of the name'],
    ['another first name with the same start day', { name: 'Carol Smith', email: 'c@old.example', starts: '2020-09-01' }, undefined],
    ['somebody new', { name: 'Carol Smith', email: 'carol@old.example' }, undefined],
  ] // prettier-ignore
  for (const [what, row, why] of table)
    it(`${what}: ${why === undefined ? 'not asked' : 'asked'}`, () => {
      const suspects = suspectSame(plan(row, stays).changes, [priya, bo])
      expect(suspects.map((each) => each.why)).to.deep.equal(why === undefined ? [] : [why])
    })

  it('a yes makes a leaver and a joiner one person, who keeps what the list does not say', () => {
    const { changes } = plan(
      { name: 'Priya Smith', email: 'p.nair@new.example' },
      { ...stays, manager: 'p.nair@new.example' },
    )
    const one = asOne(changes, suspectSame(changes, [priya, bo]))
    expect(one.map(({ kind, person }) => [kind, person.id])).to.deep.equal([['changes', 'p1']])
    expect(one[0]?.person).to.deep.include({ name: 'Priya Smith', group: 'teaching', roles: ['staff', 'slt'], leavesOn: undefined, listed: true }) // prettier-ignore
  })

  it('a no leaves the list as it is', () => {
    const { changes } = plan({ name: 'Priya Nair', email: 'priya@new.example' }, stays)
    expect(asOne(changes, [])).to.deep.equal(changes)
  })
})
