// The ten most usual posts by a school's staff: few steps, few words, and the ruling that a careful deputy head would
// give.
import { expect } from 'chai'
import type { Answers, Ruling } from '../../src/guide/scenario.ts'
import { stepsOf } from '../kit/check-steps.ts'
import { realScenario } from '../unit/check/builders.ts'

const most = { steps: 4, words: 180 }

// Questions without an answer here get a harmless answer, as in a list in which nothing is ticked.
const usual: Readonly<Record<string, readonly [answers: Answers, ruling: Ruling]>> = {
  'a photo of the trip, with pupils, on the school’s page': [{ about: 'school', where: 'school', people: 'pupil' }, 'ask-first'],
  'a photo of the trip, with pupils, on my own account': [{ about: 'school', where: 'own', people: 'pupil' }, 'do-not'],
  'the date of the winter fair, on the school’s page': [{ about: 'school', where: 'school', people: 'nobody' }, 'go-ahead'],
  'the result of the match, without names': [{ about: 'school', where: 'school', people: 'nobody' }, 'go-ahead'],
  'thanks to a colleague who retires, on the school’s page': [{ about: 'school', where: 'school', people: 'adult' }, 'go-ahead-if'],
  'the staff at the Christmas dinner, on my own account': [{ about: 'school', where: 'own', people: 'adult' }, 'go-ahead-if'],
  'my classroom wall, with nobody in it': [{ about: 'school', where: 'own', people: 'nobody' }, 'go-ahead-if'],
  'a moan about the head': [{ about: 'complaint', where: 'own', people: 'adult', said: 'derogatory' }, 'do-not'],
  'an article about education that I repost': [{ about: 'other', where: 'own', 'made-by': 'repost' }, 'go-ahead-if'],
  'my holiday': [{ about: 'other', where: 'own' }, 'go-ahead'],
}

describe('the most usual posts', () => {
  const scenario = realScenario()
  for (const [what, [answers, ruling]] of Object.entries(usual)) {
    it(`take few steps and words: ${what}`, async () => {
      const taken = await stepsOf(scenario, { answers })
      expect(taken.ruling).to.equal(ruling)
      expect(taken.steps).to.be.at.most(most.steps)
      expect(taken.words).to.be.at.most(most.words)
    })
  }
})
