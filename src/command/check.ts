// `check`: one step of a check for a script, or the whole of it for a person at a terminal.
import { parseArgs } from 'node:util'
import { misfitOf, suggest } from '../check/answers.ts'
import { decide } from '../check/decide.ts'
import { detect } from '../check/detect.ts'
import type { Answers, FindingKind, Scenario, Step, Verdict } from '../guide/scenario.ts'
import { dayIn } from '../kit/days.ts'
import type { Library } from '../turn/library.ts'
import { editionInForce } from '../policy/force.ts'
import type { Edition } from '../policy/types.ts'
import { lead, printStep } from './check-aloud.ts'
import { type Command, type CommandContext, status } from './context.ts'

const usage = 'Usage: check [--json] [--scenario ID] [--answer QUESTION=CHOICE …] [--draft TEXT]'

export const checkCommand: Command = async (context, argv) => {
  const asked = readArgs(argv)
  if (typeof asked === 'string') return misuse(context, `${asked} ${usage}`)
  const library = await context.library()
  const scenario = pick(library.scenarios, asked.scenario)
  if (typeof scenario === 'string') return misuse(context, scenario)
  const answers = readAnswers(scenario, asked.answers)
  if (typeof answers === 'string') return misuse(context, answers)

  const found = asked.draft === undefined ? [] : await readDraft(asked.draft, context, library)
  const step = await decide(scenario, answers, found)
  const edition = editionOf(scenario, { library, now: context.clock() })
  if (asked.json) context.out(JSON.stringify(toJson(step, edition)))
  else if (context.interactive) await lead(context, { scenario, edition, answers, found })
  else printStep(context, { step, edition, scenario, found })
  return status.done
}

function misuse(context: CommandContext, what: string): number {
  context.err(what)
  return status.misuse
}

interface Asked {
  readonly json: boolean
  readonly scenario: string | undefined
  readonly answers: readonly string[]
  readonly draft: string | undefined
}

/** What was asked for, or what is wrong with it. */
function readArgs(argv: readonly string[]): Asked | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        json: { type: 'boolean', default: false },
        scenario: { type: 'string' },
        answer: { type: 'string', multiple: true, default: [] },
        draft: { type: 'string' },
      },
    })
    return { json: values.json, scenario: values.scenario, answers: values.answer, draft: values.draft }
  } catch (error) {
    return error instanceof Error ? error.message : 'That is not understood.'
  }
}

/** The scenario of that id, or the only one there is; or what is wrong. */
function pick(scenarios: readonly Scenario[], id: string | undefined): Scenario | string {
  const [only, ...others] = scenarios
  if (id === undefined && only !== undefined && others.length === 0) return only
  if (only === undefined) return 'There is no scenario yet. Put one in knowledge/scenarios/.'
  if (id === undefined)
    return `Which scenario? Add --scenario ${scenarios.map((each) => each.id).join(' or --scenario ')}.`
  return scenarios.find((each) => each.id === id) ?? `There is no scenario "${id}". ${suggest(id, scenarios)}`
}

function readAnswers(scenario: Scenario, given: readonly string[]): Answers | string {
  const answers: Record<string, string> = {}
  for (const each of given) {
    const [, question, choice] = /^([^=]+)=(.+)$/.exec(each) ?? []
    if (question === undefined || choice === undefined) return `"${each}" is not QUESTION=CHOICE. ${usage}`
    const misfit = misfitOf(scenario, { question, choice })
    if (misfit !== undefined) return `In scenario ${scenario.id} ${misfit.what}. ${misfit.fix}`
    if (answers[question] !== undefined && answers[question] !== choice) {
      return `The question "${question}" is answered twice, with ${answers[question]} and ${choice}. Keep one of them.`
    }
    answers[question] = choice
  }
  return answers
}

async function readDraft(draft: string, context: CommandContext, { school }: Library): Promise<FindingKind[]> {
  return detect(draft, { names: await context.names(), schoolNames: [school.name, ...school.shortNames] })
}

function editionOf(scenario: Scenario, { library, now }: { library: Library; now: Date }): Edition {
  const policy = library.policies.find(({ id }) => id === scenario.policy)
  if (policy === undefined) throw new Error(`scenario ${scenario.id} speaks for ${scenario.policy}, which is no policy`)
  return editionInForce(policy, dayIn(library.school.zone, now))
}

function toJson(step: Step, edition: Edition) {
  if (step.kind === 'conclude') return { step: 'conclude', verdict: verdictJson(step.verdict, edition) }
  const { id, text, choices } = step.question
  const shown = choices.map((choice) => ({ id: choice.id, text: choice.text }))
  return { step: 'ask', question: { id, text, choices: shown }, facts: step.facts }
}

function verdictJson({ ruling, because }: Verdict, { policy, id: edition }: Edition) {
  return {
    ruling,
    because: because.map(({ reason, cites }) => ({ reason, cites: { policy, edition, section: cites } })),
  }
}
