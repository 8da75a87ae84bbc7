// Reads a scenario, and reports where each mistake is and how to mend it.
import { z } from 'zod'
import { misfitOf } from '../check/answers.ts'
import { factsIn } from '../check/facts.ts'
import { findingKinds, rulings, type Scenario } from '../guide/scenario.ts'
import { memoByName } from '../kit/memo.ts'
import { nearest } from '../kit/text.ts'
import { ConditionSchema, slipsOfCondition } from './conditions.ts'
import type { Problem } from '../turn/library.ts'
import { readYaml } from './yaml.ts'

/**
 * `sections` holds the section refs of each policy, by policy id. A scenario is returned whenever it matches its
 * schema; it must not be used while there are problems.
 */
export function readScenario(
  file: string,
  source: string,
  sections: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly scenario: Scenario | undefined; readonly problems: readonly Problem[] } {
  const { yaml, problems } = readForm(file, source)
  if (yaml === undefined) return { scenario: undefined, problems }
  const scenario = yaml.value
  const slips = [
    ...slipsOfNames(scenario),
    ...slipsOfStart(scenario),
    ...slipsOfInner(scenario),
    ...slipsOfQuestions(scenario),
    ...slipsOfRules(scenario, sections),
  ]
  return {
    scenario,
    problems: slips.map(({ path, what, fix }) => ({ file, line: yaml.lineOf(path), what, fix })),
  }
}

/** After an edit all files are read again, most scenarios as they were. */
const readForm = memoByName((file: string, source: string) => readYaml({ file, source }, ScenarioFile))

/** A problem at a place in the file. */
interface Slip {
  readonly path: readonly PropertyKey[]
  readonly what: string
  readonly fix: string
}

const id = z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be small letters, digits and hyphens, at most 40')
// A phone shows no more than this at one glance, and Slack's buttons hold 75 characters.
const line = (most: number) => z.string().min(1, 'is empty').max(most, `is too long: at most ${most} characters`)
const Facts = z.record(id, id)

const Question = z
  .strictObject({
    id,
    text: line(110),
    label: line(30),
    help: line(160).optional(),
    choices: z
      .array(
        z.strictObject({
          id,
          text: line(70),
          facts: Facts.optional(),
          harmless: z.literal(true).optional(),
          tick: line(70).optional(),
        }),
      )
      .min(2, 'needs two choices or more'),
  })
  // Most questions give one fact, named like the question.
  .transform((question) => ({
    ...question,
    help: question.help,
    choices: question.choices.map((choice) => ({ ...choice, facts: choice.facts ?? { [question.id]: choice.id } })),
  }))

// YAML reads an unquoted 8.1 as a number.
const Ref = z.union([z.string().min(1), z.number()]).transform(String)
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day such as 2026-11-30')
const Decided = z.strictObject({ by: line(120), on: Day })
const Rest = z
  .strictObject({
    section: Ref,
    quote: z.string().min(3).optional(),
    gap: z.literal(true).optional(),
    /** The hash of the same words in other editions. */
    hashes: z.array(z.string().regex(/^[0-9a-f]{16}$/, 'is no hash of words')).default([]),
  })
  .refine(({ quote, gap, hashes }) => quote !== undefined || gap || hashes.length > 0, 'needs a quote, or gap: true')
  .transform(({ section, quote, gap, hashes }) => ({ section, quote, gap: gap === true, hashes }))
const RuleForm = z.strictObject({
  id,
  ruling: z.enum(rulings),
  when: ConditionSchema,
  reason: line(200),
  /** Null where the policy says nothing; then `ask` may name a person. */
  cites: Ref.nullable().transform((cites) => cites ?? undefined),
  ask: line(160).optional(),
  rests: z.union([Rest.transform((one) => [one]), z.array(Rest).min(1)]).optional(),
  decided: Decided.optional(),
  from: Day.optional(),
  until: Day.optional(),
  draft: z.literal(true).optional(),
})

const ScenarioFile = z
  .strictObject({
    id,
    title: line(60),
    intro: line(300),
    policy: id,
    hears: z.array(line(80)).optional(),
    inner: z.array(id).optional(),
    start: z.strictObject({ answers: z.record(id, id), otherwise: line(40) }).optional(),
    /** Who decided the rules that do not say so themselves. */
    decided: Decided.optional(),
    questions: z.array(Question).min(1),
    detections: z.array(z.strictObject({ finds: z.enum(findingKinds), says: line(100), facts: Facts })).default([]),
    /** Holds only conditions that rules refer to with YAML's `&` and `*`. */
    parts: z.array(z.unknown()).optional(),
    rules: z.array(RuleForm).min(1),
  })
  .transform(({ parts: _parts, decided, rules, ...scenario }) => ({
    ...scenario,
    rules: rules.map((rule) => ({ ...rule, decided: rule.decided ?? decided })),
  }))

function slipsOfNames({ questions, detections, rules }: Scenario): Slip[] {
  return [
    ...twice(questions.map(({ id }) => id)).map((at) =>
      again(['questions', at, 'id'], `question "${questions[at]?.id ?? ''}"`),
    ),
    ...questions.flatMap(({ choices }, question) =>
      twice(choices.map(({ id }) => id)).map((at) =>
        again(['questions', question, 'choices', at, 'id'], `choice "${choices[at]?.id ?? ''}"`),
      ),
    ),
    ...twice(detections.map(({ finds }) => finds)).map((at) =>
      again(['detections', at, 'finds'], `detection "${detections[at]?.finds ?? ''}"`),
    ),
    ...twice(rules.map(({ id }) => id)).map((at) => again(['rules', at, 'id'], `rule "${rules[at]?.id ?? ''}"`)),
  ]
}

function slipsOfStart(scenario: Scenario): Slip[] {
  return Object.entries(scenario.start?.answers ?? {}).flatMap(([question, choice]) => {
    const misfit = misfitOf(scenario, { question, choice })
    return misfit === undefined ? [] : [{ path: ['start', 'answers', question], ...misfit }]
  })
}

function slipsOfInner({ inner = [], questions, detections }: Scenario): Slip[] {
  const given = new Set(
    [...questions.flatMap(({ choices }) => choices), ...detections].flatMap(({ facts }) => Object.keys(facts)),
  )
  return inner.flatMap((fact, at): Slip[] => {
    if (given.has(fact)) return []
    const near = nearest(fact, given)
    const fix = near === undefined ? 'Take it out.' : `Did you mean ${near}?`
    return [{ path: ['inner', at], what: `nothing gives the fact "${fact}"`, fix }]
  })
}

function again(path: Slip['path'], what: string): Slip {
  return { path, what: `the ${what} is there twice`, fix: 'Give one of them another name.' }
}

/** The place of an item that occurred before. */
function twice(items: readonly string[]): number[] {
  return items.flatMap((item, at) => (items.indexOf(item) < at ? [at] : []))
}

function slipsOfQuestions({ questions, rules }: Scenario): Slip[] {
  const used = new Set(rules.flatMap(({ when }) => factsIn(when)))
  const givenBy = new Map<string, string>()
  return questions.flatMap((question, at): Slip[] => {
    const path = ['questions', at]
    const facts = Object.keys(question.choices[0]?.facts ?? {})
    const slips = slipsOfChoices(question, path)
    for (const fact of facts) {
      const other = givenBy.get(fact)
      if (other !== undefined) {
        const what = `questions "${other}" and "${question.id}" both give the fact "${fact}"`
        slips.push({ path, what, fix: 'One fact comes from one question. Give one of the two another name.' })
      }
      givenBy.set(fact, question.id)
    }
    if (!facts.some((fact) => used.has(fact))) {
      const what = `no rule uses what the question "${question.id}" asks, so it would never be asked`
      slips.push({ path, what, fix: 'Add a rule that names it, or take the question out.' })
    }
    return slips
  })
}

function slipsOfChoices({ id, choices }: Scenario['questions'][number], path: Slip['path']): Slip[] {
  const slips: Slip[] = []
  const namesOf = (at: number) =>
    Object.keys(choices[at]?.facts ?? {})
      .toSorted()
      .join(', ')
  choices.forEach((choice, at) => {
    if (namesOf(at) === namesOf(0)) return
    const what = `choice "${choice.id}" of "${id}" gives the facts ${namesOf(at)}, but the first gives ${namesOf(0)}`
    slips.push({ path: [...path, 'choices', at], what, fix: 'Let every choice of a question give the same facts.' })
  })
  const unknown = choices.findIndex((choice) => choice.id === 'unknown')
  if (unknown === -1) {
    const fix = 'Add it as the last choice: { id: unknown, text: I don’t know }.'
    slips.push({ path: [...path, 'choices'], what: `question "${id}" has no choice "unknown"`, fix })
  } else if (unknown < choices.length - 1) {
    slips.push({
      path: [...path, 'choices', unknown],
      what: `"unknown" is not the last choice of "${id}"`,
      fix: 'Move it down.',
    })
  }
  choices.forEach((choice, at) => {
    if (Object.values(choice.facts).every((value) => (value === 'unknown') === (at === unknown))) return
    const fix = 'The choice "unknown" gives every fact the value unknown, and no other choice gives it.'
    slips.push({ path: [...path, 'choices', at], what: `choice "${choice.id}" of "${id}" mixes up what is known`, fix })
  })
  return slips
}

function slipsOfRules(scenario: Scenario, sections: ReadonlyMap<string, ReadonlySet<string>>): Slip[] {
  const refs = sections.get(scenario.policy)
  if (refs === undefined) {
    const near = nearest(scenario.policy, sections.keys())
    const fix = `${near === undefined ? '' : `Did you mean ${near}? `}There is ${[...sections.keys()].join(', ') || 'no policy yet'}.`
    return [{ path: ['policy'], what: `there is no policy "${scenario.policy}"`, fix }]
  }
  return scenario.rules.flatMap((rule, at): Slip[] => {
    const slips = slipsOfCondition(rule, scenario).map((slip) => ({ ...slip, path: ['rules', at, ...slip.path] }))
    if (rule.cites === undefined || refs.has(rule.cites)) return slips
    const near = nearest(rule.cites, refs)
    const fix = `${near === undefined ? '' : `Did you mean ${near}? `}Run npm run inspect to list the sections.`
    return [
      ...slips,
      { path: ['rules', at, 'cites'], what: `cites ${scenario.policy} ${rule.cites}, which no edition contains`, fix },
    ]
  })
}
