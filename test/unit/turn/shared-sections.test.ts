// Two policies, or two editions of one, may contain a section with exactly the same text and so the same hash. What a
// school wrote beside it, and what an owner adopted for it, stays with its own policy and follows its text.
import { expect } from 'chai'
import { hashesOf } from '../../../src/guide/hash.ts'
import { openDesk } from '../../../src/turn/desk.ts'
import type { Library } from '../../../src/turn/library.ts'
import { ask } from '../../../src/search/ask.ts'
import type { Edition } from '../../../src/policy/types.ts'
import type { Taught } from '../../../src/ports/lessons.ts'
import type { SchoolNote } from '../../../src/ports/school-notes.ts'
import { aPolicy, anEdition, aSection } from '../../kit/builders.ts'
import { day } from '../../kit/evidence.ts'
import { projectsOwn } from '../../bench/shelves.ts'

const shared = (ref: string) => aSection(ref, 'Confidentiality', 'What is said in confidence is told to nobody else.')
const other = (ref: string) => aSection(ref, 'Umbrellas', 'Umbrellas are left by the door in a bucket.')

const visitors = anEdition({
  policy: 'visitors',
  id: '2025-09',
  title: 'Visitors Policy',
  published: '2025-09-01',
  sections: [shared('1'), other('2')],
})
// A year later the section has moved, but its text is the same.
const later = anEdition({
  policy: 'visitors',
  id: '2026-09',
  title: 'Visitors Policy',
  published: '2026-09-01',
  nextReview: '2027-09',
  sections: [other('1'), shared('2')],
})
const governors = anEdition({
  policy: 'governors',
  id: '2025-09',
  title: 'Governors Policy',
  published: '2025-09-01',
  sections: [shared('1')],
})

const library: Library = {
  ...projectsOwn(),
  policies: [
    { ...aPolicy(visitors, later), id: 'visitors', title: 'Visitors Policy' },
    { ...aPolicy(governors), id: 'governors', title: 'Governors Policy' },
  ],
  asked: new Map(),
  words: [],
}
const pointer = { ref: '1', hashes: [hashesOf(visitors).get('1') ?? ''] }

const note: SchoolNote = {
  ...{ id: 'n1', policy: 'visitors', pointer, text: 'Ask at the gate.', who: 'the office manager', practice: false },
  ...{ until: day('2027-07-01'), takenUp: true, by: 'p1', at: new Date('2025-10-01T09:00:00Z') },
}
const taught: Taught = {
  ...{ key: 'k1', policy: 'visitors', pointer, questions: ['zebra crossing whisper'], practice: false },
  ...{ by: 'p1', at: new Date('2025-10-01T09:00:00Z') },
}
const since = { recorded: () => [], taught: () => lessons, notes: () => notes }
const [lessons, notes] = [[taught], [note]]

const deskOn = (instant: string) => openDesk(library, since)(new Date(instant))
const firstOn = (instant: string) => {
  const [best] = ask(deskOn(instant).index, 'zebra crossing whisper').matches
  return best && `${best.cites.policy} ${best.cites.edition} ${best.cites.section}`
}

describe('a section that two policies share, and two editions', () => {
  it('has one hash wherever it stands', () => {
    const hashes = [hashesOf(visitors).get('1'), hashesOf(later).get('2'), hashesOf(governors).get('1')]
    expect(new Set(hashes).size).to.equal(1)
  })

  for (const [what, instant, edition, ref] of [
    ['the edition it was written for', '2026-01-10T12:00:00Z', visitors, '1'],
    ['the next edition, where its text moved', '2026-11-30T12:00:00Z', later, '2'],
  ] as const) {
    const beside = (of: Edition, at: string) => deskOn(instant).shelf.notes(of, at).length

    it(`shows a note in ${what}, beside no other section and in no other policy`, () => {
      expect(beside(edition, ref)).to.equal(1)
      expect(beside(edition, ref === '1' ? '2' : '1')).to.equal(0)
      expect(beside(governors, '1')).to.equal(0)
    })

    it(`finds by an adopted question ${what}, and not the other policy`, () => {
      expect(firstOn(instant)).to.equal(`visitors ${edition.id} ${ref}`)
    })
  }

  it('keeps a note beside the earlier edition, which somebody may still read', () => {
    expect(deskOn('2026-11-30T12:00:00Z').shelf.notes(visitors, '1')).to.have.length(1)
  })

  it('waits where the text changed, though the other policy still holds it', () => {
    const changed: Edition = {
      ...later,
      sections: [other('1'), aSection('2', 'Confidentiality', 'Everything is told.')],
    }
    const [one, two] = library.policies
    const policies = one && two ? [{ ...one, editions: [visitors, changed] }, two] : []
    const desk = openDesk({ ...library, policies }, since)(new Date('2026-11-30T12:00:00Z'))
    const [best] = ask(desk.index, 'zebra crossing whisper').matches
    expect(best).to.equal(undefined)
    expect(desk.shelf.notes(changed, '2')).to.deep.equal([])
    expect(desk.shelf.notes(governors, '1')).to.deep.equal([])
  })
})
