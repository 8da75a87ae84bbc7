// `scenario`: shows a scenario to those who look after it, as a picture or in figures.
import { parseArgs } from 'node:util'
import { suggest } from '../check/answers.ts'
import { drawScenario } from '../check/graph.ts'
import { countWays, walkAll } from '../check/paths.ts'
import type { Scenario } from '../guide/scenario.ts'
import { never } from '../kit/never.ts'
import { nearest } from '../kit/text.ts'
import { type Command, type CommandContext, status } from './context.ts'

const usage = 'Usage: scenario graph ID (a Mermaid flowchart), or scenario list'

export const scenarioCommand: Command = async (context, argv) => {
  const words = readWords(argv)
  if (typeof words === 'string') return misuse(context, words)
  const { scenarios } = await context.library()
  switch (words.verb) {
    case 'list':
      return list(context, scenarios)
    case 'graph':
      return graph(context, scenarios, words.id)
    default:
      return never(words.verb)
  }
}

function misuse(context: CommandContext, what: string): number {
  context.err(what)
  return status.misuse
}

const verbs = ['graph', 'list'] as const

interface Words {
  readonly verb: (typeof verbs)[number]
  readonly id: string | undefined
}

/** `graph ID`, or `graph --scenario ID` as `check` has it; or what is wrong. */
function readWords(argv: readonly string[]): Words | string {
  try {
    const options = { scenario: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    const [said, id, ...more] = positionals
    const verb = verbs.find((each) => each === said)
    if (said === undefined || more.length > 0) return usage
    if (verb !== undefined) return { verb, id: id ?? values.scenario }
    const near = nearest(said, verbs)
    return `There is no "scenario ${said}". ${near === undefined ? '' : `Did you mean ${near}? `}${usage}`
  } catch (error) {
    return `${error instanceof Error ? error.message : 'That is not understood.'} ${usage}`
  }
}

async function graph(context: CommandContext, scenarios: readonly Scenario[], id: string | undefined): Promise<number> {
  const [only, ...others] = scenarios
  if (only === undefined) return misuse(context, 'There is no scenario yet. Put one in knowledge/scenarios/.')
  if (id === undefined && others.length > 0) return misuse(context, `Which scenario? ${suggest('', scenarios)}`)
  const scenario = id === undefined ? only : scenarios.find((each) => each.id === id)
  if (scenario === undefined)
    return misuse(context, `There is no scenario "${id ?? ''}". ${suggest(id ?? '', scenarios)}`)
  context.out(drawScenario(scenario, await walkAll(scenario)))
  return status.done
}

async function list(context: CommandContext, scenarios: readonly Scenario[]): Promise<number> {
  for (const scenario of scenarios) {
    const { ways, longest } = countWays(await walkAll(scenario))
    const { id, title, questions, rules } = scenario
    context.out(
      `${id}: ${title} ${questions.length} questions, ${rules.length} rules, ${ways} ways through, at most ${longest} questions asked.`,
    )
  }
  return status.done
}
