// `scenario`: shows a scenario to its owners, as a picture or in figures.
import { existsSync, readFileSync } from 'node:fs'
import { partsOf } from '../check/looked.ts'
import { suggest } from '../check/answers.ts'
import { foundIn } from '../check/cases.ts'
import { compareWays, sampleWays, seeded, type SampledWay } from '../check/compare.ts'
import { decide } from '../check/decide.ts'
import { factsIn } from '../check/facts.ts'
import { drawScenario, sayProvenance } from '../check/graph.ts'
import { sayAwaited } from '../check/idle.ts'
import { countWays, walkAll } from '../check/paths.ts'
import { weigh } from '../check/rules.ts'
import type { Scenario } from '../guide/scenario.ts'
import type { Library } from '../turn/library.ts'
import { never } from '../kit/never.ts'
import { sayList } from '../kit/text.ts'
import { readCases } from '../library/cases.ts'
import { findFiles } from '../library/files.ts'
import { readScenario } from '../library/scenarios.ts'
import { readAnswers, toImport } from './check-answers.ts'
import { misused, readOptions, sayNoVerb, word } from './asked.ts'
import { type Command, type CommandContext, status } from './context.ts'

const usage = [
  'Usage: scenario list',
  '       scenario graph ID, as a Mermaid flowchart',
  '       scenario trace ID [--answer QUESTION=CHOICE …], why it asks or rules so',
  '       scenario compare ID --with FILE, what a change of it changes',
  '       scenario look ID, the hashes to keep once it was looked over',
].join('\n')

export const scenarioCommand: Command = async (context, argv) => {
  const words = readWords(argv)
  if (typeof words === 'string') return misused(context, words)
  const library = await context.library()
  switch (words.verb) {
    case 'list':
      return list(context, library)
    case 'graph':
      return withScenario(context, library, words.id, (scenario) => graph(context, scenario))
    case 'trace':
      return withScenario(context, library, words.id, (scenario) => trace(context, scenario, words.answers))
    case 'compare':
      return withScenario(context, library, words.id, (scenario) => compare(context, scenario, words.file))
    case 'look':
      return withScenario(context, library, words.id, (scenario) => look(context, scenario))
    default:
      return never(words.verb)
  }
}

const verbs = ['graph', 'list', 'trace', 'compare', 'look'] as const

interface Words {
  readonly verb: (typeof verbs)[number]
  readonly id: string | undefined
  readonly answers: readonly string[]
  /** The scenario as it would be after the change. */
  readonly file: string | undefined
}

/** `graph ID`, or `graph --scenario ID` as in `check`; or what is wrong. */
function readWords(argv: readonly string[]): Words | string {
  const options = { scenario: word, answer: { type: 'string', multiple: true }, with: word } as const
  const read = readOptions(argv, options, usage)
  if (read.kind === 'misused') return read.what
  const { values } = read
  const [said, id, ...more] = read.words
  const verb = verbs.find((each) => each === said)
  if (verb === undefined || more.length > 0) return sayNoVerb('scenario', said, usage) ?? usage
  return { verb, id: id ?? values.scenario, answers: values.answer ?? [], file: values.with }
}

async function withScenario(
  context: CommandContext,
  library: Library,
  id: string | undefined,
  show: (scenario: Scenario) => Promise<number> | number,
): Promise<number> {
  const { scenarios } = library
  const [only, ...others] = scenarios
  if (only === undefined) return misused(context, sayNone(library, id))
  if (id === undefined && others.length > 0) return misused(context, `Which scenario? ${suggest('', scenarios)}`)
  const scenario = id === undefined ? only : scenarios.find((each) => each.id === id)
  if (scenario === undefined)
    return misused(context, `There is no scenario "${id ?? ''}". ${suggest(id ?? '', scenarios)}`)
  return show(scenario)
}

function sayNone(library: Library, id?: string): string {
  const awaited = sayAwaited(library, id)
  return awaited === undefined ? 'There is no scenario yet. Put one in knowledge/scenarios/.' : `${awaited} ${toImport}`
}

async function graph(context: CommandContext, scenario: Scenario): Promise<number> {
  context.out(drawScenario(scenario, await walkAll(scenario)))
  return status.done
}

/** Each rule and its state: it holds, it may still hold and on what that depends, or it can no longer hold. */
async function trace(context: CommandContext, scenario: Scenario, given: readonly string[]): Promise<number> {
  const answers = readAnswers(scenario, given)
  if (typeof answers === 'string') return misused(context, `${answers} ${usage}`)
  const step = await decide(scenario, answers, [])
  const { facts } = step
  const { certain, possible } = await weigh(scenario, facts)
  context.out(
    `Known: ${
      Object.entries(facts)
        .map((fact) => fact.join(' is '))
        .join(', ') || 'nothing yet'
    }.`,
  )
  for (const rule of scenario.rules) {
    const open = possible.find((each) => each.rule.id === rule.id)
    const stands = certain.some(({ id }) => id === rule.id)
      ? 'holds'
      : open && `may still hold: hangs on ${sayList(factsIn(open.rest))}`
    context.out(`  ${rule.ruling.padEnd(17)}${stands ?? 'cannot hold any more'}: ${sayProvenance(rule)}`)
  }
  context.out(step.kind === 'ask' ? `So it asks "${step.question.id}".` : `So it rules ${step.verdict.ruling}.`)
  return status.done
}

const sampled = 1_000

/** Milder ones first: a rule that has lost a condition, a prohibition that is gone. */
async function compare(context: CommandContext, scenario: Scenario, file: string | undefined): Promise<number> {
  if (file === undefined || !existsSync(file))
    return misused(context, `Name the changed file with --with FILE. ${usage}`)
  const { policies } = await context.library()
  const sections = new Map(
    policies.map(({ id, editions }) => [id, new Set(editions.flatMap((each) => each.sections.map(({ ref }) => ref)))]),
  )
  const read = readScenario(file, readFileSync(file, 'utf8'), sections)
  for (const problem of read.problems) context.err(`${problem.file}:${problem.line} ${problem.what}. ${problem.fix}`)
  if (read.scenario === undefined || read.problems.length > 0) return status.no
  const ways = [...(await waysOfCases(context, scenario)), ...sampleWays(scenario, sampled, seeded(1))]
  const differences = compareWays(scenario, read.scenario, ways)
  for (const { way, before, after, because } of differences) {
    const answers = Object.entries(way.answers).map((each) => each.join('='))
    context.out(`${before} → ${after} (${sayList(because)}): ${way.says} [${[...answers, ...way.found].join(' ')}]`)
  }
  context.out(`${differences.length} of ${ways.length} ways come out differently.`)
  return status.done
}

async function waysOfCases(context: CommandContext, scenario: Scenario): Promise<SampledWay[]> {
  const file = findFiles(context).find(({ path }) => path === `scenarios/${scenario.id}.cases.yaml`)
  const cases = file && readCases(file.shown, file.source, scenario).cases
  if (cases === undefined) return []
  return Promise.all(
    cases.cases.map(async (each) => ({
      says: each.says,
      answers: each.answers,
      found: await foundIn(each, { names: cases.directory, schoolNames: cases.schoolNames }),
    })),
  )
}

/** To be put into the scenario's cases by somebody who has read every rule beside its words. */
function look(context: CommandContext, scenario: Scenario): number {
  context.out('looked:')
  context.out('  by: who looked it over')
  context.out(`  on: ${context.clock().toISOString().slice(0, 10)}`)
  context.out('  parts:')
  for (const [name, hash] of Object.entries(partsOf(scenario))) context.out(`    '${name}': '${hash}'`)
  return status.done
}

async function list(context: CommandContext, library: Library): Promise<number> {
  if (library.scenarios.length === 0) context.out(sayNone(library))
  for (const scenario of library.scenarios) {
    const { ways, longest } = countWays(await walkAll(scenario))
    const { id, title, questions, rules } = scenario
    context.out(
      `${id}: ${title} ${questions.length} questions, ${rules.length} rules, ${ways} ways through, at most ${longest} questions asked.`,
    )
  }
  return status.done
}
