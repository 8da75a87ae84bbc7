// Whatever is done to a text, its difference contains all of the old text and all of the new, each item once and in
// order.
import { expect } from 'chai'
import fc from 'fast-check'
import { difference, sentencesIn } from '../../src/policy/difference.ts'
import { compareLists } from '../../src/policy/sequence.ts'
import { anEdition, aSection } from '../kit/builders.ts'

const same = (item: string) => item
const few = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
// Long enough that not every pair is compared, with items that occur once and items that occur often.
const many = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 2_000 }).map((each) => `n${each}`),
    fc.constantFrom('a', 'b'),
  ),
  { minLength: 505, maxLength: 700 },
)

function holdsBoth(was: readonly string[], now: readonly string[]): void {
  const steps = compareLists(was, now, same)
  const of = (...kinds: readonly string[]) => steps.flatMap(({ kind, item }) => (kinds.includes(kind) ? [item] : []))
  expect(of('kept', 'removed')).to.deep.equal(was)
  expect(of('kept', 'added')).to.deep.equal(now)
}

describe('the difference of two lists', () => {
  it('holds both of them', () => fc.assert(fc.property(few, few, holdsBoth)))

  it('holds both of them when they are long', () => fc.assert(fc.property(many, many, holdsBoth), { numRuns: 20 }))

  it('keeps everything but what was put in', () => {
    fc.assert(
      fc.property(few, fc.nat(), (was, at) => {
        const place = at % (was.length + 1)
        const now = [...was.slice(0, place), 'new', ...was.slice(place)]
        const changes = compareLists(was, now, same).filter(({ kind }) => kind !== 'kept')
        expect(changes).to.deep.equal([{ kind: 'added', item: 'new' }])
      }),
    )
  })

  it('finds the few changes in a long list', () => {
    const was = Array.from({ length: 3_000 }, (_, at) => (at % 7 === 0 ? 'often' : `n${at}`))
    const now = was.flatMap((item, at) => (at === 700 ? [] : at === 2_000 ? [item, 'new'] : [item]))
    const now2 = ['first', ...now, 'last']
    const changes = compareLists(was, now2, same).filter(({ kind }) => kind !== 'kept')
    expect(changes.map(({ kind, item }) => `${kind} ${item}`)).to.deep.equal([
      'added first',
      'removed often',
      'added new',
      'added last',
    ])
  })
})

const sentence = fc
  .array(fc.constantFrom('pupils', 'doors', 'badges', 'must', 'may', 'not', 'stay'), { minLength: 1, maxLength: 4 })
  .map((words) => `The ${words.join(' ')}.`)
const sections = fc
  .array(
    fc.record({ title: fc.constantFrom('Doors', 'Badges', 'Rooms'), text: fc.array(sentence, { maxLength: 4 }) }),
    {
      maxLength: 8,
    },
  )
  .map((each) => each.map(({ title, text }, at) => aSection(String(at + 1), title, ...text)))

describe('the difference of two editions', () => {
  it('has every section of both once, and every sentence of what changed', () => {
    fc.assert(
      fc.property(sections, sections, (old, now) => {
        const changes = difference(anEdition({ sections: old }), anEdition({ sections: now }))
        const newOnes = changes.flatMap((change) => ('section' in change ? [change.section] : []))
        expect(newOnes).to.deep.equal(now)
        for (const change of changes) {
          if (change.kind !== 'changed') continue
          const kept = change.sentences.filter(({ kind }) => kind !== 'removed')
          expect(kept.map(({ text }) => text)).to.deep.equal(sentencesIn(change.section))
        }
        const oldOnes = changes.flatMap((change) => {
          if (change.kind === 'same') return old.filter(({ ref }) => ref === change.section.ref)
          return 'was' in change ? [change.was] : []
        })
        expect(oldOnes.toSorted((a, b) => a.ref.localeCompare(b.ref))).to.deep.equal(old)
      }),
    )
  })
})
