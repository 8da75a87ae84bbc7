// A check at a terminal, in plain lines: one step, or question by question until the verdict.
import type { Urgent } from '../check/cards.ts'
import { contradictionIn } from '../check/contradict.ts'
import { decide } from '../check/decide.ts'
import type { Answers, FindingKind, Question, Rule, Scenario, CheckStep, Verdict } from '../guide/scenario.ts'
import { rulingTitle } from '../check/wording.ts'
import { sayCitation } from '../policy/cite.ts'
import type { Edition } from '../policy/types.ts'
import type { CommandContext } from './context.ts'

export interface CheckShown {
  readonly scenario: Scenario
  readonly edition: Edition
  readonly found: readonly FindingKind[]
  /** What a draft shows that must be dealt with first. */
  readonly urgent?: Urgent | undefined
}

/** Asks by number or by id until there is a verdict, or until the input ends. */
export async function lead(
  context: CommandContext,
  { answers: given, ...shown }: CheckShown & { answers: Answers },
): Promise<void> {
  let answers = given
  let step = await decide(shown.scenario, answers, shown.found)
  printFindings(context, shown)
  printContradiction(context, { answers, ...shown })
  show(context, step, shown.edition)
  if (step.kind === 'conclude') return
  for await (const line of context.input) {
    const { id, choices } = step.question
    const choice = choices.find((each, at) => [each.id, String(at + 1)].includes(line.trim()))
    if (choice === undefined) {
      context.err(`Please answer with a number from 1 to ${choices.length}.`)
      continue
    }
    answers = { ...answers, [id]: choice.id }
    step = await decide(shown.scenario, answers, shown.found)
    show(context, step, shown.edition)
    if (step.kind === 'conclude') return
  }
}

/** One step, and how to give the answer to it. */
export function printStep(
  context: CommandContext,
  { step, answers, ...shown }: CheckShown & { step: CheckStep; answers: Answers },
): void {
  printFindings(context, shown)
  printContradiction(context, { answers, ...shown })
  show(context, step, shown.edition)
  if (step.kind === 'ask') context.out(`To answer, add --answer ${step.question.id}=CHOICE.`)
}

/** Said first, because everything after it rests on one of the two. */
function printContradiction(
  context: CommandContext,
  { scenario, answers, found }: Pick<CheckShown, 'scenario' | 'found'> & { answers: Answers },
): void {
  const contradiction = contradictionIn(scenario, answers, found)
  if (contradiction === undefined) return
  const { counts, aside } = contradiction
  context.out(
    `Two answers do not go together: “${counts.question.label}: ${counts.choice.text}” and “${aside.question.label}: ${aside.choice.text}”. Which of them is right?`,
  )
  context.out(
    `What follows rests on the first. If the second is right, change --answer ${counts.question.id}=${counts.choice.id}.`,
  )
}

function printFindings(context: CommandContext, { scenario, found, urgent }: CheckShown): void {
  if (urgent !== undefined) {
    context.out(urgent.title)
    urgent.steps.forEach((step, at) =>
      context.out(`${at + 1}. ${step.text}${step.cites === undefined ? '' : ` (${step.cites.section})`}`),
    )
    context.out('The check itself:')
  }
  for (const { says } of scenario.detections.filter(({ finds }) => found.includes(finds))) context.out(says)
}

function show(context: CommandContext, step: CheckStep, edition: Edition): void {
  if (step.kind === 'ask') printQuestion(context, step.question)
  else printVerdict(context, step.verdict, edition)
}

function printQuestion(context: CommandContext, { text, help, choices }: Question): void {
  context.out(text)
  if (help !== undefined) context.out(help)
  choices.forEach((choice, at) => context.out(`  ${at + 1}. ${choice.text} (${choice.id})`))
}

function sayReason({ reason, cites, ask, words }: Rule, edition: Edition): string {
  if (cites === undefined) return `${reason} The policy says nothing about it: ask ${ask ?? 'a senior leader'}.`
  return `${reason}${words === undefined ? '' : ` “${words}”`} (${sayCitation(edition, cites)})`
}

function printVerdict(context: CommandContext, { ruling, because, also }: Verdict, edition: Edition): void {
  context.out(`${rulingTitle(ruling)} (${ruling})`)
  for (const rule of because) context.out(`  ${sayReason(rule, edition)}`)
  if (also.length > 0) context.out('Also worth knowing')
  for (const rule of also) context.out(`  ${sayReason(rule, edition)}`)
  if (ruling !== 'not-for-this-tool') context.out('This is guidance from the policy, not permission from the school.')
}
