// Properties of every check, whatever is answered and whatever is pasted.
import { expect } from 'chai'
import fc from 'fast-check'
import { decide } from '../../src/check/decide.ts'
import { detect } from '../../src/check/detect.ts'
import { factsOf } from '../../src/check/facts.ts'
import { weigh } from '../../src/check/rules.ts'
import {
  findingKinds,
  rulings,
  type Answers,
  type Condition,
  type FindingKind,
  type Ruling,
  type Scenario,
} from '../../src/guide/scenario.ts'
import { realScenario } from '../unit/check/builders.ts'

const scenario = realScenario()

/** One choice for every question of the scenario. */
const fullAnswers: fc.Arbitrary<Record<string, string>> = fc.record(
  Object.fromEntries(
    scenario.questions.map(({ id, choices }) => [id, fc.constantFrom(...choices.map((choice) => choice.id))]),
  ),
)
const someAnswers = fc
  .tuple(fullAnswers, fc.subarray(scenario.questions.map(({ id }) => id)))
  .map(([answers, kept]) => Object.fromEntries(Object.entries(answers).filter(([id]) => kept.includes(id))))
const findings = fc.subarray([...findingKinds])

/** Runs the check question by question; returns the ruling, and the answers to the questions that were asked. */
async function lead(
  answers: Answers,
  found: readonly FindingKind[],
): Promise<{ ruling: Ruling; asked: Record<string, string> }> {
  const asked: Record<string, string> = {}
  let step = await decide(scenario, asked, found)
  while (step.kind === 'ask') {
    asked[step.question.id] = answers[step.question.id] ?? 'unknown'
    step = await decide(scenario, asked, found)
  }
  return { ruling: step.verdict.ruling, asked }
}

async function settled(answers: Answers, found: readonly FindingKind[]): Promise<number> {
  const { certain } = await weigh(scenario, factsOf(scenario, answers, found))
  return Math.max(-1, ...certain.map(({ ruling }) => rulings.indexOf(ruling)))
}

/** The simplest reading of a condition when all facts are known; the engine is compared with it. */
function holds(when: Condition, facts: Readonly<Record<string, string>>): boolean {
  if ('all' in when) return when.all.every((each) => holds(each, facts))
  if ('any' in when) return when.any.some((each) => holds(each, facts))
  const value = facts[when.fact] ?? ''
  return when.operator === 'in' ? when.value.includes(value) : when.value === value
}

describe('every check', () => {
  const runs = { numRuns: 150 }

  it('comes to the ruling that all answers would give, though it asks fewer', async () => {
    await fc.assert(
      fc.asyncProperty(fullAnswers, findings, async (answers, found) => {
        const facts = factsOf(scenario, answers, found)
        const held = scenario.rules
          .filter(({ when }) => holds(when, facts))
          .map(({ ruling }) => rulings.indexOf(ruling))
        const { ruling } = await lead(
          answers,
          found.filter((kind) => agrees(scenario, answers, kind)),
        )
        expect(rulings.indexOf(ruling)).to.equal(Math.max(...held))
      }),
      runs,
    )
  })

  it('gives the same step in whatever order the answers came', async () => {
    await fc.assert(
      fc.asyncProperty(
        someAnswers.chain((answers) =>
          fc.tuple(
            fc.constant(answers),
            fc.shuffledSubarray(Object.keys(answers), { minLength: Object.keys(answers).length }),
          ),
        ),
        findings,
        async ([answers, order], found) => {
          const shuffled = Object.fromEntries(order.map((id) => [id, answers[id] ?? '']))
          expect(await decide(scenario, shuffled, found.toReversed())).to.deep.equal(
            await decide(scenario, answers, found),
          )
        },
      ),
      runs,
    )
  })

  it('never becomes milder by one more answer', async () => {
    await fc.assert(
      fc.asyncProperty(someAnswers, findings, async (answers, found) => {
        const step = await decide(scenario, answers, found)
        if (step.kind !== 'ask') return
        const before = await settled(answers, found)
        for (const { id } of step.question.choices) {
          expect(await settled({ ...answers, [step.question.id]: id }, found)).to.be.at.least(before)
        }
      }),
      runs,
    )
  })

  it('never goes ahead on "I don’t know"', async () => {
    await fc.assert(
      fc.asyncProperty(fullAnswers, findings, async (answers, found) => {
        const { ruling, asked } = await lead(answers, found)
        if (Object.values(asked).includes('unknown')) expect(['go-ahead', 'go-ahead-if']).not.to.include(ruling)
      }),
      runs,
    )
  })

  it('loses nothing when an answer is changed and changed back', async () => {
    await fc.assert(
      fc.asyncProperty(fullAnswers, fc.nat(), fc.nat(), async (answers, which, what) => {
        const { asked } = await lead(answers, [])
        const ids = Object.keys(asked)
        const id = ids[which % ids.length] ?? ''
        const choices = scenario.questions.find((question) => question.id === id)?.choices ?? []
        const other = choices[what % choices.length]?.id ?? 'unknown'
        const changed = await lead({ ...answers, [id]: other }, [])
        expect((await lead({ ...answers, ...changed.asked, [id]: answers[id] ?? '' }, [])).asked).to.deep.equal(asked)
      }),
      { numRuns: 60 },
    )
  })
})

describe('every draft', () => {
  const pieces = fc.constantFrom(
    '07700 900123', '0', ' 7', '+44', '(', ')', '-', '.', '@', 'a@b.org', 'SW1A 1AA', 'born', '1 May', 'Year 9', '8B', 'Jane', 'Smith', 'Mr', 'IDIOT', 'www.',
    'https://', '\u200b', '\u202e', '😀', '\ud800', 'é', '李', '\n', ' ', 'ß', 'İ', '1️⃣', '٣',
  ) // prettier-ignore
  const draft = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2_000 }),
    fc.string({ unit: 'grapheme', maxLength: 500 }),
    fc.array(pieces, { maxLength: 300 }).map((parts) => parts.join('')),
    fc.tuple(pieces, fc.nat({ max: 5_000 })).map(([piece, times]) => piece.repeat(times).slice(0, 10_000)),
  )
  const names = fc.array(fc.string({ maxLength: 40 }), { maxLength: 20 })

  it('is read without breaking, and the same way twice', async () => {
    await fc.assert(
      fc.asyncProperty(draft, names, async (text, people) => {
        const known = { names: [...people, 'Jane Smith'], schoolNames: ['Larkmead'] }
        const found = await detect(text, known)
        expect(
          findingKinds.filter((kind) => found.includes(kind)),
          'in order, each once',
        ).to.deep.equal(found)
        expect(await detect(text, known)).to.deep.equal(found)
      }),
      { numRuns: 200 },
    )
  })

  it('shows a phone number however it is spaced out', async () => {
    const gaps = fc.array(fc.constantFrom('', ' ', '-', '\u200b', '  '), { minLength: 10, maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(gaps, async (between) => {
        const spaced = Array.from('07700900123')
          .map((digit, at) => digit + (between[at] ?? ''))
          .join('')
        // "0-7 7009 00123" reads as a score, and nobody writes a phone number like that.
        if (/(?<!\d)\d{1,2}-\d{1,2}(?!\d)/.test(spaced.replaceAll('\u200b', ''))) return
        expect(await detect(`ring ${spaced} today`, { names: [], schoolNames: [] }), spaced).to.include('phone-number')
      }),
      { numRuns: 200 },
    )
  })
})

/** Whether a finding's facts agree with the answers; one that contradicts them may lead elsewhere. */
function agrees({ detections }: Scenario, answers: Answers, kind: FindingKind): boolean {
  const said = factsOf(scenario, answers, [])
  const seen = detections.find(({ finds }) => finds === kind)?.facts ?? {}
  return Object.entries(seen).every(([fact, value]) => said[fact] === undefined || said[fact] === value)
}
