// What an owner should know of a scenario before it is used: what is unreachable, said twice, closed, off or not looked over.
import type { Answers, Case, Condition, FindingKind, Question, Rule, Scenario } from '../guide/scenario.ts'
import { sha256 } from '../kit/hash.ts'
import type { Edition } from '../policy/types.ts'
import { bind, unspoken } from './bind.ts'
import type { Leaf } from './facts.ts'
import { leadPlainly } from './lead.ts'
import { hashOfWords } from './rests.ts'

/** Something to look at, at a place in the scenario's file. */
export interface Remark {
  readonly path: readonly PropertyKey[]
  readonly what: string
  readonly fix: string
}

/** `ways` gives, of a condition, the lists of single conditions that make it hold. */
export function analyse(
  scenario: Scenario,
  {
    edition,
    today,
    ways,
  }: { readonly edition: Edition; readonly today: string; readonly ways: (when: Condition) => Leaf[][] },
): Remark[] {
  return [
    ...closedChoices(scenario),
    ...rulesThatAreOff(scenario, { edition, today }),
    ...unboundRules(scenario),
    ...unreached(scenario, ways),
    ...saidTwice(scenario),
  ]
}

function closedChoices(scenario: Scenario): Remark[] {
  return unspoken(scenario).map(({ question, choice }) => ({
    path: ['questions', scenario.questions.indexOf(question), 'choices', question.choices.indexOf(choice)],
    what: `no rule speaks of the choice "${choice.id}" of "${question.id}", so it leads to "ask first"`,
    fix: 'Add a rule that names it, or write harmless: true if nothing hangs on it.',
  }))
}

function rulesThatAreOff(scenario: Scenario, { edition, today }: { edition: Edition; today: string }): Remark[] {
  return bind(scenario, { edition, today }).off.map((rule) => ({
    path: ['rules', scenario.rules.indexOf(rule)],
    what: `the rule "${rule.id}" is off: the words that it rests on are not in edition ${edition.id}, which is in force`,
    fix: `Write the words of that edition under rests${propose(rule, edition)}, or leave it off: what it would have met is "ask first" at least.`,
  }))
}

/** The sentence of the edition that has most words in common with what the rule rested on. */
function propose({ rests = [], reason }: Rule, edition: Edition): string {
  const wanted = new Set(
    `${rests.map(({ quote = '' }) => quote).join(' ')} ${reason}`.toLowerCase().match(/[a-z]{5,}/g),
  )
  let best = { score: 3, section: '', sentence: '' }
  for (const section of edition.sections)
    for (const part of section.parts)
      for (const text of part.kind === 'list' ? part.items : [part.text]) {
        const score = new Set(
          text
            .toLowerCase()
            .match(/[a-z]{5,}/g)
            ?.filter((word) => wanted.has(word)),
        ).size
        if (score > best.score) best = { score, section: section.ref, sentence: text }
      }
  return best.section === '' ? '' : ` (perhaps ${best.section}: "${best.sentence.slice(0, 120)}")`
}

/** Only where the owner has begun to say what rules rest on. */
function unboundRules({ rules }: Scenario): Remark[] {
  if (!rules.some(({ rests }) => rests !== undefined)) return []
  return rules.flatMap((rule, at) => {
    const remarks: Remark[] = []
    if (rule.cites !== undefined && rule.rests === undefined)
      remarks.push({
        path: ['rules', at],
        what: `the rule "${rule.id}" does not say on which words it rests`,
        fix: 'Write rests: { section, quote } with words that stand in that section.',
      })
    if (rule.rests !== undefined && !rule.rests.some(({ section }) => section === rule.cites))
      remarks.push({
        path: ['rules', at, 'cites'],
        what: `the rule "${rule.id}" cites ${rule.cites ?? 'nothing'} and rests on words of ${rule.rests.map(({ section }) => section).join(', ')}`,
        fix: 'Cite the section in which the words stand.',
      })
    if (rule.decided === undefined)
      remarks.push({
        path: ['rules', at],
        what: `nobody is named who decided the rule "${rule.id}"`,
        fix: 'Write decided: { by, on }.',
      })
    return remarks
  })
}

/** Rules that no answers can bring about, and questions that nobody is asked. */
function unreached(scenario: Scenario, ways: (when: Condition) => Leaf[][]): Remark[] {
  const asked = new Set<string>()
  const rules = scenario.rules.flatMap((rule, at): Remark[] => {
    const said = ways(rule.when)
      .flatMap((way) => attempts(scenario, way))
      .some(({ answers, found }) => {
        const led = leadPlainly(scenario, answers, found)
        Object.keys(led.asked).forEach((id) => asked.add(id))
        return [...led.because, ...led.also].includes(rule)
      })
    if (said) return []
    return [
      {
        path: ['rules', at],
        what: `the rule "${rule.id}" is never said: the check always ends before it, or stricter rules answer first`,
        fix: 'Take it out, move its question up, or make its conditions narrower than those of the stricter rule.',
      },
    ]
  })
  const questions = scenario.questions.flatMap(({ id }, at): Remark[] =>
    asked.has(id)
      ? []
      : [
          {
            path: ['questions', at],
            what: `the question "${id}" is never asked`,
            fix: 'Move it up, or take it out with what hangs on it.',
          },
        ],
  )
  return [...rules, ...questions]
}

/** Answers and findings that make all these hold, with the other questions answered as harmlessly as they can be. */
function attempts(scenario: Scenario, leaves: readonly Leaf[]): { answers: Answers; found: FindingKind[] }[] {
  const given = new Set(scenario.questions.flatMap(({ choices }) => choices.flatMap(({ facts }) => Object.keys(facts))))
  const fits = (facts: Readonly<Record<string, string>>) =>
    leaves.every((leaf) => facts[leaf.fact] === undefined || valuesIn(leaf).includes(facts[leaf.fact] ?? ''))
  const found = leaves
    .filter(({ fact }) => !given.has(fact))
    .flatMap(
      (leaf) => scenario.detections.find(({ facts }) => valuesIn(leaf).includes(facts[leaf.fact] ?? ''))?.finds ?? [],
    )
  const options = (question: Question) => {
    const bound = leaves.some(({ fact }) => question.choices.some(({ facts }) => fact in facts))
    const fitting = question.choices.filter(({ facts }) => fits(facts))
    const calm = fitting.filter(({ harmless }) => harmless)
    return bound ? fitting : calm.length > 0 ? calm : fitting.toReversed()
  }
  const first = Object.fromEntries(
    scenario.questions.flatMap((each) =>
      options(each)
        .slice(0, 1)
        .map(({ id }) => [each.id, id]),
    ),
  )
  const others = scenario.questions.flatMap((each) =>
    options(each)
      .slice(1)
      .map(({ id }) => ({ ...first, [each.id]: id })),
  )
  return [first, ...others].map((answers) => ({ answers, found: [...new Set(found)] }))
}

function valuesIn(leaf: Leaf): readonly string[] {
  return leaf.operator === 'in' ? leaf.value : [leaf.value]
}

/** Two rules with the same reason, or with the same conditions and different rulings. */
function saidTwice({ rules }: Scenario): Remark[] {
  return rules.flatMap((rule, at) =>
    rules.slice(0, at).flatMap((other): Remark[] => {
      const same = JSON.stringify(rule.when) === JSON.stringify(other.when)
      if (same && rule.ruling !== other.ruling)
        return [
          {
            path: ['rules', at],
            what: `the rules "${other.id}" and "${rule.id}" hold at the same time and contradict each other: ${other.ruling} and ${rule.ruling}`,
            fix: 'Keep one of them, or make the conditions of one narrower.',
          },
        ]
      if (same && hashOfWords(rule.reason) === hashOfWords(other.reason))
        return [
          {
            path: ['rules', at],
            what: `the rules "${other.id}" and "${rule.id}" say the same`,
            fix: 'Keep one of them.',
          },
        ]
      return []
    }),
  )
}

/** What no case shows: rules by which none is decided, and choices that none takes. */
export function uncovered(scenario: Scenario, decided: ReadonlySet<string>, cases: readonly Case[]): Remark[] {
  const taken = new Set(
    cases.flatMap(({ answers }) => Object.entries(answers).map(([question, choice]) => `${question}=${choice}`)),
  )
  return [
    ...scenario.rules.flatMap(({ id }, at): Remark[] =>
      decided.has(id)
        ? []
        : [
            {
              path: ['rules', at],
              what: `no case is decided by the rule "${id}"`,
              fix: 'Add a case that shows when it holds.',
            },
          ],
    ),
    ...scenario.questions.flatMap((question, at) =>
      question.choices.flatMap((choice, place): Remark[] =>
        taken.has(`${question.id}=${choice.id}`)
          ? []
          : [
              {
                path: ['questions', at, 'choices', place],
                what: `no case takes the choice "${choice.id}" of "${question.id}"`,
                fix: 'Add a case that takes it.',
              },
            ],
      ),
    ),
  ]
}

/** A short hash of everything that a rule or a question is, as an owner looked it over. */
export function hashOfPart(part: Rule | Question | Scenario['detections'][number]): string {
  return sha256(JSON.stringify(part, (_, value: unknown) => (isRecord(value) ? sorted(value) : value))).slice(0, 8)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).toSorted(([one], [two]) => (one < two ? -1 : 1)))
}

/** By name: `rule:records`, `question:about`, `detection:link`, and the hash of each. */
export function partsOf({ questions, detections, rules }: Scenario): Record<string, string> {
  return Object.fromEntries([
    ...questions.map((each) => [`question:${each.id}`, hashOfPart(each)]),
    ...detections.map((each) => [`detection:${each.finds}`, hashOfPart(each)]),
    ...rules.map((each) => [`rule:${each.id}`, hashOfPart(each)]),
  ])
}

/** What is not as it was when it was looked over. */
export function changedSince(scenario: Scenario, looked: Readonly<Record<string, string>>): Remark[] {
  const now = partsOf(scenario)
  const pathOf = (name: string): readonly PropertyKey[] => {
    const [kind = '', id] = name.split(':')
    const list = kind === 'rule' ? scenario.rules : kind === 'question' ? scenario.questions : scenario.detections
    const at = list.findIndex((each) => ('finds' in each ? each.finds : each.id) === id)
    return at === -1 ? [`${kind}s`] : [`${kind}s`, at]
  }
  const say = (name: string) => name.replace(/^(\w+):(.*)$/, '$1 "$2"')
  const fix = (hash: string) =>
    `Read it again beside its words and its cases; if it is right, write ${hash} for it under "looked".`
  return [
    ...Object.entries(now).flatMap(([name, hash]): Remark[] => {
      const before = Object.hasOwn(looked, name) ? looked[name] : undefined
      if (before === hash) return []
      const what =
        before === undefined ? 'is new and nobody has looked it over' : 'has been changed since it was looked over'
      return [{ path: pathOf(name), what: `the ${say(name)} ${what}`, fix: fix(hash) }]
    }),
    ...Object.keys(looked).flatMap((name): Remark[] =>
      Object.hasOwn(now, name)
        ? []
        : [
            {
              path: pathOf(name),
              what: `the ${say(name)} was looked over and is gone`,
              fix: 'Put it back, or take its line out under "looked".',
            },
          ],
    ),
  ]
}
