import { expect } from 'chai'
import { drawScenario } from '../../../src/check/graph.ts'
import { countWays, walk, walkAll, type Situation } from '../../../src/check/paths.ts'
import { all, aScenario, is } from './builders.ts'

function say({ step }: Situation): string {
  return step.kind === 'ask' ? step.question.id : step.verdict.ruling
}

const scenario = aScenario(
  { where: ['web', 'paper'], secret: ['yes', 'no'], who: ['pupil', 'nobody'] },
  {
    fine: ['go-ahead', is('where', 'web', 'paper', 'unknown')],
    leak: ['do-not', all(is('where', 'web', 'unknown'), is('secret', 'yes'))],
    pupil: ['ask-first', all(is('where', 'web', 'unknown'), is('who', 'pupil', 'unknown'))],
  },
  [{ finds: 'link', says: 'I can see a link.', facts: { secret: 'no' } }],
)

describe('walking every way through a scenario', () => {
  it('meets each situation once, and "web" and "unknown" as one because they have the same future', async () => {
    const situations = await walkAll(scenario)
    expect(situations.map(say)).to.deep.equal(['where', 'secret', 'go-ahead', 'do-not', 'who', 'ask-first'])
    const [start] = situations
    expect(start?.next.map(({ choice }) => choice)).to.deep.equal(['web', 'paper', 'unknown'])
    expect(start?.next[0]?.key).to.equal(start?.next[2]?.key)
  })

  it('keeps apart what asks the same and ends otherwise', async () => {
    const unsure = aScenario(
      { where: ['web'], secret: ['yes', 'no'] },
      {
        fine: ['go-ahead', is('where', 'web', 'unknown')],
        where: ['ask-first', is('where', 'unknown')],
        leak: ['do-not', is('secret', 'yes')],
      },
    )
    expect((await walkAll(unsure)).map(say)).to.deep.equal([
      'where',
      'secret',
      'secret',
      'do-not',
      'go-ahead',
      'ask-first',
    ])
  })

  it('counts the ways and the questions of the longest', async () => {
    // "Paper" ends at once. For "web" and "unknown", "yes" ends, and "no" and "unknown" lead to three choices: 1 + 2 ×
    // (1 + 2 × 3) = 15.
    expect(countWays(await walkAll(scenario))).to.deep.equal({ ways: 15, longest: 3 })
  })

  it('walks fewer ways where a draft has answered something', async () => {
    expect(countWays(await walkAll(scenario, ['link']))).to.deep.equal({ ways: 7, longest: 2 })
  })

  it('is lazy: the first situation comes before the others are worked out', async () => {
    for await (const situation of walk(scenario)) {
      expect(say(situation)).to.equal('where')
      break
    }
  })

  it('ends a way that no rule speaks of by itself, apart from those that rules send to "ask first"', async () => {
    const dead = aScenario({ secret: ['yes', 'no'] }, { leak: ['do-not', is('secret', 'yes')] })
    expect((await walkAll(dead)).map(({ key }) => key)).to.include('no-rule')
  })
})

describe('drawing a scenario', () => {
  it('draws one box a question and one an ending, with the choices that lead from one to the other', async () => {
    expect(drawScenario(scenario, await walkAll(scenario)).split('\n')).to.deep.equal([
      'flowchart TD',
      '  start(["A sample"]) --> q_where',
      '  q_where["What about where?"]',
      '  q_secret["What about secret?"]',
      '  q_who["What about who?"]',
      '  r_go_ahead{{"Go ahead"}}',
      '  r_ask_first{{"Ask first"}}',
      '  r_do_not{{"Please do not post this"}}',
      '  q_where -->|"web · unknown"| q_secret',
      '  q_where -->|"paper"| r_go_ahead',
      '  q_secret -->|"yes"| r_do_not',
      '  q_secret -->|"no · unknown"| q_who',
      '  q_who -->|"pupil · unknown"| r_ask_first',
      '  q_who -->|"nobody"| r_go_ahead',
    ])
  })

  it('draws on what each rule rests, who decided it and when, and from when until when it counts', async () => {
    const [first, ...others] = scenario.rules
    if (first === undefined) throw new Error('no rule')
    const rests = [{ section: '6.e', quote: 'never be given out', gap: false, hashes: [] }]
    const decided = { by: 'the head', on: '2026-11-30' }
    const told = { ...first, rests, decided, from: '2027-01-01', until: '2027-07-31', draft: true }
    const drawn = drawScenario({ ...scenario, rules: [told, ...others] }, await walkAll(scenario)).split('\n')
    expect(drawn.filter((line) => line.startsWith('  p_'))).to.have.length(1)
    expect(drawn.at(-1)).to.contain(
      `${first.id}: 6.e “never be given out”; decided by the head on 2026-11-30; from 2027-01-01; until 2027-07-31; a draft, in previews only`,
    )
  })

  it('keeps quotation marks from breaking the picture', async () => {
    const quoting = { ...scenario, title: 'A "sample"' }
    expect(drawScenario(quoting, await walkAll(quoting))).to.contain('A #quot;sample#quot;')
  })
})
