// The desk's index is kept from day to day, and rebuilt when an edition, the school's words or its questions change.
import { expect } from 'chai'
import { parseDay } from '../../../src/kit/days.ts'
import { openDesk } from '../../../src/turn/desk.ts'
import { theLibrary, withNewEdition } from '../../kit/library.ts'

const published = parseDay('2026-12-03') ?? expect.fail('is a day')
const at = (day: string) => new Date(`${day}T12:00:00Z`)
const library = withNewEdition(theLibrary(), { id: '2026-12', published })

describe('the index of the desk', () => {
  const deskOn = openDesk(library)

  it('is the same on the next day', () => {
    const before = deskOn(at('2026-12-01')).index
    expect(deskOn(at('2026-12-02')).index).to.equal(before)
  })

  it('is the same where the library was only put together anew', () => {
    const before = openDesk(library)(at('2026-12-01')).index
    expect(openDesk({ ...library })(at('2026-12-02')).index).to.equal(before)
  })

  it('is another from the day on which a new edition is in force', () => {
    const before = deskOn(at('2026-12-02')).index
    const after = deskOn(at('2026-12-03')).index
    expect(after).to.not.equal(before)
    const [section] = after.sections.filter(({ section: { ref } }) => ref === '3')
    expect(section?.edition.id).to.equal('2026-12')
  })

  for (const [what, other] of [
    ['words', { ...library, words: [...library.words] }],
    ['known questions', { ...library, asked: new Map(library.asked) }],
    ['policies', { ...library, policies: library.policies.map((policy) => ({ ...policy })) }],
  ] as const)
    it(`is another where the school’s ${what} are others`, () => {
      openDesk(library)(at('2026-12-01'))
      expect(openDesk(other)(at('2026-12-01')).index).to.not.equal(openDesk(library)(at('2026-12-01')).index)
    })
})
