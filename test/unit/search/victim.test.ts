// Whether it is clear who is harmed; where it is not, the card serves both.
import { expect } from 'chai'
import type { UrgentKind } from '../../../src/search/types.ts'
import { compileUrgent } from '../../../src/search/urgent.ts'
import { isPlainly } from '../../../src/search/victim.ts'

describe('who is harmed', () => {
  const plain: readonly (readonly ['child' | 'grown-up', string, number])[] = [
    ['child', 'a boy in my class says that his stepdad hits him', 0.97],
    ['child', 'she is 14 and has cut herself', 0.95],
    ['grown-up', 'a parent has threatened me', 0.1],
    ['grown-up', 'a pupil is stalking me', 0.02],
    ['grown-up', 'i want to die', 0.01],
    ['grown-up', 'parents call mr todd a thief on facebook', 0.02],
  ]
  for (const [victim, text, ofChild] of plain)
    it(`is plainly a ${victim}: ${text}`, () => expect(isPlainly(victim, text, ofChild)).to.be.true)

  const doubtful: readonly (readonly ['child' | 'grown-up', string, number])[] = [
    ['grown-up', 'she said that she wants to die', 0.01],
    ['grown-up', 'miss my friend wants to die', 0.01],
    ['grown-up', 'someone put a gun to his head', 0.01],
    ['grown-up', 'a parent has threatened me', 0.6],
    ['grown-up', 'a pupil is hurting me', 0.2],
    ['grown-up', 'a pupil told me that he was stabbed by mr todd', 0.02],
    ['child', 'a girl heard that they will jump the science teacher', 0.99],
    ['child', 'she was hit by her boyfriend', 0.99],
    ['child', 'a boy was hit', 0.6],
  ]
  for (const [victim, text, ofChild] of doubtful)
    it(`is no ${victim} for certain (${ofChild}): ${text}`, () => expect(isPlainly(victim, text, ofChild)).to.be.false)

  it('is asked of the words alone where nothing is weighed', () => {
    expect(isPlainly('child', 'a boy was hit', undefined)).to.be.true
    expect(isPlainly('grown-up', 'he was hit', undefined)).to.be.false
  })

  it('decides whose steps are shown', () => {
    const inDoubt = { title: 'Somebody', steps: [{ text: 'For both.', cites: undefined }] }
    const pattern = { words: [['hit']], within: 1, near: [], unless: [], asks: [], tells: [] }
    const threat: UrgentKind = {
      id: 'threat',
      title: 'A threat',
      patterns: [pattern],
      steps: [{ text: 'For staff.', cites: undefined }],
      handling: [{ text: 'For whoever deals with it.', cites: undefined }],
      inDoubt,
      children: 'other',
      cases: { trigger: [], nearMiss: [] },
    }
    const stepsOf = (kind: UrgentKind, text: string) => compileUrgent([kind])(text)?.steps[0]?.text
    expect(stepsOf(threat, 'my neighbour hit me')).to.equal('For staff.')
    expect(stepsOf(threat, 'he was hit')).to.equal('For both.')
    expect(compileUrgent([threat])('he was hit')).to.include({ id: 'threat', title: 'Somebody' })
    expect(stepsOf(threat, 'i am the head and one of my teachers was hit')).to.equal('For whoever deals with it.')
    // Where a school's own file has nothing for doubt, its kind is used as it is.
    const { inDoubt: _, ...own } = threat
    expect(stepsOf(own, 'he was hit')).to.equal('For staff.')
  })
})
