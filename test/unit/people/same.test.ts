// Somebody joins and somebody leaves: when it is asked whether they are the same person, and how a yes changes the
// list.
import { expect } from 'chai'
import { planImport } from '../../../src/people/plan.ts'
import { asOne, saySuspect, suspectSame } from '../../../src/people/same.ts'
import { readRows } from '../../../src/people/rows.ts'
import { aPerson, day } from '../../kit/evidence.ts'

const priya = aPerson('p1', { name: 'Priya Nair', email: 'p.nair@old.example', startsOn: day('2020-09-01'), group: 'teaching', roles: ['staff', 'slt'] }) // prettier-ignore
const bo = aPerson('p2', { name: 'Bo Lin', email: 'bo@old.example', manager: 'p1' })
const left = aPerson('p3', { name: 'Cy Old', email: 'cy@old.example', staffNumber: 'E-77', leavesOn: day('2024-07-20'), listed: false }) // prettier-ignore
const seen = aPerson('p4', { name: 'Di Seen', email: 'di@old.example', listed: false })
const everybody = [{ ...priya, staffNumber: 'E 42' }, bo, left, seen]
const today = day('2026-11-23')

function plan(...rows: readonly Record<string, string>[]) {
  const { listed } = readRows(rows.map((cells, n) => ({ line: n + 2, cells })))
  let ids = 0
  return planImport(listed, { known: everybody, today, newId: () => `new-${++ids}`, whole: true })
}

const stays = { name: 'Bo Lin', email: 'bo@old.example' }

describe('people: the same person?', () => {
  const table: readonly (readonly [what: string, row: Record<string, string>, why: string | undefined])[] = [
    ['the same name at another address', { name: 'Priya Nair', email: 'priya@new.example' }, 'name'],
    ['the same name, typed plainly', { name: 'PRIYA  NÁIR', email: 'priya@new.example' }, 'name'],
    ['the same first part of the address', { name: 'Priya Smith', email: 'p.nair@new.example' }, 'first part of the address'],
    ['who married, by start day and first name', { name: 'Priya Smith', email: 'p.smith@old.example', starts: '2020-09-01' }, 'start day, and a part of the name'],
    ['another first name with the same start day', { name: 'Carol Smith', email: 'c@old.example', starts: '2020-09-01' }, undefined],
    ['the same staff number, written otherwise', { name: 'P Smith-Jones', email: 'psj@new.example', staffNumber: 'e-42' }, 'staff number'],
    ['the staff number of somebody who left years ago', { name: 'Cyril New', email: 'cyril@new.example', staffNumber: 'E-77' }, 'staff number'],
    ['the old address that the list names', { name: 'P Smith-Jones', email: 'psj@new.example', formerEmail: 'P.Nair@old.example' }, 'address from before'],
    ['the old address of somebody whom only a platform showed', { name: 'Diana S', email: 'ds@new.example', formerEmail: 'di@old.example' }, 'address from before'],
    ['the name of somebody who left years ago', { name: 'Cy Old', email: 'cy@new.example' }, undefined],
    ['another staff number', { name: 'Carol Smith', email: 'c@old.example', staffNumber: 'E-43' }, undefined],
    ['an empty staff number', { name: 'Carol Smith', email: 'c@old.example', staffNumber: '' }, undefined],
    ['somebody new', { name: 'Carol Smith', email: 'carol@old.example' }, undefined],
  ] // prettier-ignore
  for (const [what, row, why] of table)
    it(`${what}: ${why === undefined ? 'not asked' : 'asked'}`, () => {
      const suspects = suspectSame(plan(row, stays), today)
      expect(suspects.map((each) => each.why)).to.deep.equal(why === undefined ? [] : [why])
    })

  it('a yes makes a leaver and a joiner one person, who keeps what the list does not say', () => {
    const planned = plan(
      { name: 'Priya Smith', email: 'p.nair@new.example' },
      { ...stays, manager: 'p.nair@new.example' },
    )
    const one = asOne(planned.changes, suspectSame(planned, today))
    expect(one.map(({ kind, person }) => [kind, person.id])).to.deep.equal([['changes', 'p1']])
    expect(one[0]?.person).to.deep.include({ name: 'Priya Smith', group: 'teaching', roles: ['staff', 'slt'], leavesOn: undefined, listed: true, staffNumber: 'E 42' }) // prettier-ignore
  })

  it('a yes brings back whoever had left, with a new number where the list has one', () => {
    const planned = plan({ name: 'Cyril New', email: 'cyril@new.example', staffNumber: 'E-77' }, stays)
    const suspects = suspectSame(planned, today)
    expect(suspects.map(saySuspect)).to.deep.equal([
      'Cy Old <cy@old.example> has left before, and Cyril New <cyril@new.example> would join: they have the same staff number.',
    ])
    const back = asOne(planned.changes, suspects).find(({ person }) => person.id === 'p3')
    expect(back).to.deep.include({ kind: 'returns' })
    expect(back?.person).to.deep.include({ name: 'Cyril New', leavesOn: undefined, listed: true, staffNumber: 'E-77' })
  })

  it('a staff number is filled in, changed and taken away by the list, and stays where the list has no such column', () => {
    const numbers = (row: Record<string, string>) =>
      plan({ ...row, name: 'Priya Nair', email: 'p.nair@old.example' }, stays).changes.map(({ fields }) => fields)
    expect(numbers({})).to.deep.equal([])
    expect(numbers({ staffNumber: 'E 43' })).to.deep.equal([[{ field: 'staff number', from: 'E 42', to: 'E 43' }]])
    expect(numbers({ staffNumber: '' })).to.deep.equal([[{ field: 'staff number', from: 'E 42', to: '' }]])
  })

  it('a no leaves the list as it is', () => {
    const { changes } = plan({ name: 'Priya Nair', email: 'priya@new.example' }, stays)
    expect(asOne(changes, [])).to.deep.equal(changes)
  })
})
