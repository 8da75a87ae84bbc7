// The worked cases notice slips: every small change is made to every rule, and at least one case must then give another
// outcome.
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { foundIn } from '../../src/check/cases.ts'
import { noticedBy } from '../../src/check/covered.ts'
import { readCases } from '../../src/library/cases.ts'
import { realScenario } from '../unit/check/builders.ts'

describe('the worked cases', () => {
  // The shares measured in November 2026; they may only rise. The hashes under "looked" also find every slip.
  for (const [id, least] of [
    ['can-i-post-this', 0.99],
    ['somebody-posted', 0.98],
    ['replying-to-a-parent', 0.99],
    ['new-account-or-tool', 0.99],
  ] as const) {
    it(`notice at least ${least * 100} of 100 slips in ${id}`, async () => {
      const scenario = realScenario(id)
      const file = `knowledge/scenarios/${id}.cases.yaml`
      const { cases } = readCases(file, readFileSync(file, 'utf8'), scenario)
      if (cases === undefined) throw new Error('the cases cannot be read')
      const known = { names: cases.directory, schoolNames: cases.schoolNames }
      const situations = await Promise.all(
        cases.cases.map(async (each) => ({ answers: each.answers, found: await foundIn(each, known) })),
      )
      const { slips, missed } = noticedBy(situations, scenario)
      const told = missed.map(({ rule, what }) => `${rule}: ${what}`).join('\n')
      expect(1 - missed.length / slips, `${slips} slips, missed:\n${told}`).to.be.at.least(least)
    })
  }
})
