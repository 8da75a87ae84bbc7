// A scenario as boxes and arrows: it shows every path that can be taken, and no other.
import { expect } from 'chai'
import { walkAll } from '../../../src/check/paths.ts'
import { treeOf } from '../../../src/check/tree.ts'
import { theProjects } from '../../kit/library.ts'

describe('a scenario as a tree', () => {
  for (const scenario of theProjects().scenarios)
    it(`${scenario.id} leads from each choice only on, and to every ending that can be reached`, async () => {
      const situations = await walkAll(scenario)
      const tree = treeOf(scenario, situations)
      const places = new Map(tree.questions.map(({ id }, at) => [id, at]))
      for (const [at, { ways }] of tree.questions.entries())
        for (const end of ways.flatMap(({ to }) => to))
          if (end.kind === 'question') expect(places.get(end.id)).to.be.greaterThan(at)
      const walked = situations.flatMap(({ step }) => (step.kind === 'conclude' ? [step.verdict.ruling] : []))
      expect(new Set(tree.endings)).to.deep.equal(new Set(walked))
      const asked = situations.flatMap(({ step }) => (step.kind === 'ask' ? [step.question.id] : []))
      expect(new Set(places.keys())).to.deep.equal(new Set(asked))
      for (const { id, ways } of tree.questions)
        expect(ways).to.have.lengthOf(scenario.questions.find((each) => each.id === id)?.choices.length ?? 0)
    })
})
