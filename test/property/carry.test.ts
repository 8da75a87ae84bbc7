// Whatever sections are added, removed or moved: a pointer leads to its own text, or waits for a person.
import fc from 'fast-check'
import { carry, refIn } from '../../src/guide/carry.ts'
import { hashOfText } from '../../src/guide/hash.ts'
import { bareText } from '../../src/policy/bare.ts'
import { findSection } from '../../src/policy/force.ts'
import { anEdition, aSection } from '../kit/builders.ts'

const words = ['pupil', 'visitor', 'badge', 'door', 'must', 'may', 'not', 'sign', 'leave', '12', '1.5']
// Few words and short texts, so that the same text often occurs twice.
const texts = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 }).map((each) => each.join(' '))
const sections = fc
  .array(texts, { maxLength: 9 })
  .map((each) => each.map((text, at) => aSection(String(at + 1), 'Rule', text)))
const pointersTo = (given: readonly ReturnType<typeof aSection>[]) =>
  given.map((section) => ({ ref: section.ref, hashes: [hashOfText(section)], text: bareText(section) }))

describe('pointers carried into any other edition', () => {
  it('lead to the very same text, or nowhere', () => {
    fc.assert(
      fc.property(sections, sections, (old, now) => {
        const edition = anEdition({ sections: now })
        return carry(pointersTo(old), edition).every((carried) => {
          const ref = refIn(carried)
          const section = ref === undefined ? undefined : findSection(edition, ref)
          return ref === undefined || (section !== undefined && bareText(section) === carried.pointer.text)
        })
      }),
    )
  })

  it('are all found again, whatever stands in front of them or is taken out', () => {
    const distinct = fc.uniqueArray(texts, { minLength: 1, maxLength: 9, selector: (text) => text.replaceAll(' ', '') })
    fc.assert(
      fc.property(distinct, fc.nat(), fc.nat(), (given, cut, shift) => {
        const old = given.map((text, at) => aSection(String(at + 1), 'Rule', text))
        const left = given.filter((_, at) => at !== cut % given.length)
        const now = left.map((text, at) => aSection(String(at + 1 + (shift % 3)), 'Rule', text))
        return carry(pointersTo(old), anEdition({ sections: now })).every((carried, at) => {
          const isLeft = at !== cut % given.length
          return (refIn(carried) !== undefined) === isLeft
        })
      }),
    )
  })

  it('are all kept in the edition they were written for', () => {
    fc.assert(
      fc.property(sections, (given) =>
        carry(pointersTo(given), anEdition({ sections: given })).every(({ kind }) => kind === 'kept'),
      ),
    )
  })
})
