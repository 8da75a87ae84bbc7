// Would the worked cases notice a slip? Every small change of a rule is made, and some case must come out otherwise.
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { foundIn } from '../../src/check/cases.ts'
import { leadPlainly } from '../../src/check/lead.ts'
import type { Answers, FindingKind, Scenario } from '../../src/guide/scenario.ts'
import { readCases } from '../../src/library/cases.ts'
import { mutantsOf } from '../kit/mutants.ts'
import { realScenario } from '../unit/check/builders.ts'

interface Situation {
  readonly answers: Answers
  readonly found: readonly FindingKind[]
}

/** What a case looks at: the ruling, its reasons, and the questions that were asked. */
function outcome(scenario: Scenario, { answers, found }: Situation): string {
  const { ruling, because, asked } = leadPlainly(scenario, answers, found)
  return JSON.stringify([ruling, because.map(({ id, cites }) => [id, cites]), Object.keys(asked)])
}

describe('the worked cases', () => {
  // What was measured in November 2026, so that it may only rise; 0.95 is wanted of all. The hashes under "looked" find
  // every such slip besides.
  for (const [id, least] of [
    ['can-i-post-this', 0.72],
    ['somebody-posted', 0.94],
    ['replying-to-a-parent', 0.95],
    ['new-account-or-tool', 0.95],
  ] as const) {
    it(`notice at least ${least * 100} of 100 slips in ${id}`, async () => {
      const scenario = realScenario(id)
      const file = `knowledge/scenarios/${id}.cases.yaml`
      const { cases } = readCases(file, readFileSync(file, 'utf8'), scenario)
      if (cases === undefined) throw new Error('the cases cannot be read')
      const known = { names: cases.directory, schoolNames: cases.schoolNames }
      const situations = await Promise.all(
        cases.cases.map(async (each): Promise<Situation> => ({ answers: each.answers, found: await foundIn(each, known) })),
      )
      const before = situations.map((each) => outcome(scenario, each))
      const mutants = mutantsOf(scenario)
      const missed = mutants.filter((mutant) => situations.every((each, at) => outcome(mutant.scenario, each) === before[at]))
      const score = 1 - missed.length / mutants.length
      expect(score, `${mutants.length} slips, missed:\n${missed.map(({ what }) => what).join('\n')}`).to.be.at.least(least)
    })
  }
})
