// What is asked back after a late change: answers in, and the pair that contradicts itself out, if there is one.
import { expect } from 'chai'
import { contradictionIn } from '../../../src/check/contradict.ts'
import type { Answers, FindingKind, Scenario } from '../../../src/guide/scenario.ts'
import { theLibrary } from '../../kit/library.ts'

const begun = { received: 'none', where: 'own' }

const rows: readonly (readonly [string, Answers, readonly FindingKind[], string | undefined])[] = [
  ['something else, with a pupil', { ...begun, about: 'other', people: 'pupil' }, [], 'about people'],
  ['something else, with an insult', { ...begun, about: 'other', people: 'adult', said: 'derogatory' }, [], 'about'],
  ['something else, with nobody', { ...begun, about: 'other', people: 'nobody' }, [], undefined],
  ['something else, and nobody knows who', { ...begun, about: 'other', people: 'unknown' }, [], undefined],
  ['nobody knows what, with a pupil', { ...begun, about: 'unknown', people: 'pupil' }, [], undefined],
  ['the school, with a pupil', { ...begun, about: 'school', people: 'pupil' }, [], undefined],
  ['union business, with a pupil', { ...begun, about: 'union', people: 'pupil' }, [], undefined],
  ['a threat, with a pupil', { ...begun, received: 'threat', people: 'pupil' }, [], undefined],
  [
    'something else, with a pupil in the draft',
    { ...begun, about: 'other', people: 'pupil' },
    ['pupil-name'],
    undefined,
  ],
]

describe('contradictions in a check', () => {
  const scenario = theLibrary().scenarios.find(({ id }) => id === 'can-i-post-this') as Scenario
  for (const [what, answers, found, wanted] of rows)
    it(`${what}: ${wanted ?? 'none'}`, () => {
      const seen = contradictionIn(scenario, answers, found)
      if (wanted === undefined) expect(seen).to.equal(undefined)
      else expect(`${seen?.counts.question.id} ${seen?.aside.question.id}`).to.match(new RegExp(`^${wanted}`))
    })
})
