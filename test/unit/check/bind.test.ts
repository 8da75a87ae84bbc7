// Which rules count on a day, under an edition: draft rules only in previews, words that moved, and words that are
// missing.
import { expect } from 'chai'
import { bind } from '../../../src/check/bind.ts'
import { leadPlainly } from '../../../src/check/lead.ts'
import { wordsIn } from '../../../src/check/rests.ts'
import { rulings, type Rule, type Scenario } from '../../../src/guide/scenario.ts'
import type { Edition, Section } from '../../../src/policy/types.ts'
import { sampleWays, seeded } from '../../../src/check/compare.ts'
import { aScenario, is, realPolicy, realScenario } from './builders.ts'

const [edition] = realPolicy().editions
if (edition === undefined) throw new Error('no edition')
const restated: Edition = edition
const words = 'must never be given out by school staff.'
const today = '2026-12-01'

function withRule(change: Partial<Rule>): Scenario {
  const scenario = aScenario({ secret: ['yes', 'no'] }, { leak: ['do-not', is('secret', 'yes')] })
  const rests = [{ section: '6.e', quote: words, gap: false, hashes: [] }]
  return { ...scenario, rules: scenario.rules.map((rule) => ({ ...rule, cites: '6.e', rests, ...change })) }
}

function section(ref: string, text: string): Section {
  return { ref, number: ref, title: 'A title', parent: undefined, parts: [{ kind: 'paragraph', text }] }
}

function editionOf(...sections: readonly Section[]): Edition {
  return { ...restated, id: '2026-12', sections }
}

describe('binding a scenario to a day', () => {
  const cases: Record<string, readonly [change: Partial<Rule>, preview: boolean, counts: boolean]> = {
    'a rule': [{}, false, true],
    'a draft of a rule': [{ draft: true }, false, false],
    'a draft of a rule in a preview': [{ draft: true }, true, true],
    'a rule from a later day': [{ from: '2026-12-02' }, false, false],
    'a rule from that very day': [{ from: today }, false, true],
    'a rule until that very day': [{ until: today }, false, true],
    'a rule until the day before': [{ until: '2026-11-30' }, false, false],
  }
  for (const [what, [change, preview, counts]] of Object.entries(cases))
    it(`${counts ? 'counts' : 'leaves out'} ${what}`, () => {
      const bound = bind(withRule(change), { edition: restated, today, preview })
      expect(bound.scenario.rules.some(({ id }) => id === 'leak')).to.equal(counts)
      expect(bound.off).to.be.empty
    })
})

describe('binding a scenario to an edition', () => {
  const rest = { section: '6.e', quote: words, gap: false, hashes: [] }

  it('finds words that moved to another section, and cites that one', () => {
    const moved = editionOf(section('3', `Phone numbers ${words}`), section('6.e', 'Something else altogether.'))
    expect(wordsIn(rest, moved)).to.deep.equal({ section: '3', words })
    const { scenario, off } = bind(withRule({}), { edition: moved, today })
    expect(off).to.be.empty
    expect(scenario.rules[0]).to.deep.include({ cites: '3', words })
  })

  it('does not choose between two sections that both have them', () => {
    const twice = editionOf(section('3', `Phone numbers ${words}`), section('4', `Addresses ${words}`))
    expect(wordsIn(rest, twice)).to.equal(undefined)
  })

  it('does not take a gap of another section for its own', () => {
    const other = editionOf({ ...section('3', ''), parts: [{ kind: 'gap', text: 'A list is missing.' }] })
    expect(wordsIn({ section: '6.d', quote: undefined, gap: true, hashes: [] }, other)).to.equal(undefined)
  })

  it('never turns a prohibition into a yes, on any of a thousand ways under a text that has none of the words', () => {
    const scenario = realScenario()
    const bare = editionOf(section('1', 'We are kind to one another.'))
    const bound = bind(scenario, { edition: bare, today })
    expect(bound.off.length).to.be.greaterThan(20)
    const cautious = rulings.indexOf('ask-first')
    for (const { answers, found } of sampleWays(scenario, 1_000, seeded(7))) {
      const [before, after] = [scenario, bound.scenario].map((each) => leadPlainly(each, answers, found).ruling)
      if (before === undefined || after === undefined) throw new Error('no ruling')
      const least = Math.min(rulings.indexOf(before), cautious)
      expect(rulings.indexOf(after), JSON.stringify(answers)).to.be.at.least(least)
      if (before === 'report-now' || before === 'not-for-this-tool') expect(after).to.equal(before)
    }
  })
})
