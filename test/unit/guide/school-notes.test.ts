import { expect } from 'chai'
import { hashesOf } from '../../../src/guide/hash.ts'
import { notesBeside } from '../../../src/guide/school-notes.ts'
import { anEdition, aSection } from '../../kit/builders.ts'
import { day } from '../../kit/evidence.ts'

const section = aSection('2', 'Trainers', 'Trainers are for sport.')
const edition = anEdition({ sections: [section] })
const pointer = { ref: '2', hashes: [hashesOf(edition).get('2') ?? ''] }
const note = { policy: edition.policy, pointer, until: day('2026-12-18'), takenUp: true, practice: false }
const seen = { edition, ref: '2', today: day('2026-12-18'), practice: false }
const moved = anEdition({ sections: [aSection('2', 'Sandals', 'Sandals are for summer.'), { ...section, ref: '3' }] })
const changed = anEdition({ sections: [aSection('2', 'Trainers', 'Trainers are for nobody.')] })

describe('notes beside a section', () => {
  for (const [what, given, at, shown] of [
    ['stands on its last day', {}, {}, true],
    ['lapses on the day after', {}, { today: day('2026-12-19') }, false],
    ['waits until it is taken up', { takenUp: false }, {}, false],
    ['is of its policy alone', { policy: 'another' }, {}, false],
    ['follows its text to another number', {}, { edition: moved, ref: '3' }, true],
    ['is left behind by its number', {}, { edition: moved, ref: '2' }, false],
    ['waits for a person where its text changed', {}, { edition: changed }, false],
    ['of practice is nobody else’s', { practice: true }, {}, false],
    ['of practice is for practice', { practice: true }, { practice: true }, true],
  ] as const)
    it(what, () => expect(notesBeside([{ ...note, ...given }], { ...seen, ...at })).to.have.length(shown ? 1 : 0))
})
